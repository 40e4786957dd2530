"""The number up to which a session was handled, beside a plain list of what has not been."""

from hypothesis import given
from hypothesis import strategies as st

from scurrypy.gateway.progress import PATIENCE, Progress

STEPS = st.lists(st.tuples(st.sampled_from(["unwanted", "wanted", "begin", "end", "again"]), st.integers(0, 50)))


@given(STEPS)
def test_nothing_counts_as_handled_before_all_up_to_it_is(steps):
    progress, last, receipts = Progress(), 0, {}
    for step, which in steps:
        waiting = list(receipts)
        if step == "unwanted":
            last += 1
        elif step == "wanted":
            last += 1
            receipts[last] = progress.expect(last)
        elif waiting:
            seq = waiting[which % len(waiting)]
            if step == "again":
                assert progress.expect(seq) is receipts[seq]
            elif step == "end":
                receipts[seq].begin()
                receipts.pop(seq).release()
        assert progress.reached(last, 0.0) == min(receipts, default=last + 1) - 1


def test_a_handler_that_goes_on_holds_the_number_back_for_so_long_only():
    progress = Progress()
    receipt = progress.expect(1)
    assert progress.reached(5, 1000.0) == 0
    receipt.begin()
    assert progress.reached(5, 2000.0) == 0
    assert progress.reached(5, 2000.0 + PATIENCE - 0.1) == 0
    # Another handler of the same event begins.
    receipt.hold()
    receipt.begin()
    assert progress.reached(5, 2000.0 + PATIENCE) == 0
    assert progress.reached(5, 2000.0 + 2 * PATIENCE) == 5


def test_what_was_handled_is_not_kept():
    progress = Progress()
    for seq in range(1, 10_001):
        receipt = progress.expect(seq)
        receipt.begin()
        receipt.release()
    assert len(progress._open) == 1
