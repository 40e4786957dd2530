"""Figure 23: every state of a shard, under every input, does what `states.md` says, and no cell is missing."""

import pytest

from scurrypy.enums.gateway import GatewayCloseCode, GatewayOpcode
from scurrypy.gateway import GatewayClient, ShardState
from scurrypy.gateway.close_codes import CLOSE_CODES
from tests.unit.gateway.every_state import TABLE, read_table
from tests.unit.gateway.inputs import INPUTS
from tests.unit.gateway.outcomes import OUTCOMES
from tests.unit.gateway.situations import SITUATIONS

CELLS = read_table()


@pytest.mark.parametrize("cell", CELLS, ids=str)
def test_a_shard_does_what_the_table_says(cell):
    assert cell.is_asserted, f"{cell} says {cell.word!r}"
    cell.play()


def test_every_state_stands_in_the_table_with_every_input_once():
    assert {state for state, _ in SITUATIONS.values()} == set(ShardState)
    places = [(cell.situation, cell.row) for cell in CELLS]
    assert sorted(places) == sorted((situation, row) for situation in SITUATIONS for row in INPUTS)


def test_every_opcode_close_code_and_method_of_a_shard_is_an_input():
    rows = " ".join(INPUTS)
    for op in GatewayOpcode:
        assert f"op {op.value}:" in rows or op not in (0, 1, 7, 9, 10, 11)
    assert set(map(int, GatewayCloseCode)) <= set(map(int, CLOSE_CODES))
    methods = {
        name for name in dir(GatewayClient) if not name.startswith("_") and callable(getattr(GatewayClient, name))
    }
    assert methods <= set(INPUTS)


def test_every_word_is_explained_and_used():
    text = TABLE.read_text(encoding="utf-8")
    assert {cell.word for cell in CELLS} == set(OUTCOMES)
    assert all(f"\n| {word} | " in text for word in OUTCOMES)
