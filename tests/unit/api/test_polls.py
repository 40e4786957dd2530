"""Polls: the text of an answer is shorter than that of a question."""

from typing import Any, get_args, get_type_hints

import pytest

from scurrypy.api.poll import PollAnswerPart, PollMediaPart, PollPart
from scurrypy.wire.errors import InvalidRequest
from scurrypy.wire.limits import Limit


def limits_of(part: type[Any], field: str) -> list[Limit]:
    """Return the limits that stand in the annotation of a field."""
    pending, found = [get_type_hints(part, include_extras=True)[field]], list[Limit]()
    while pending:
        hint = pending.pop()
        found += [each for each in getattr(hint, "__metadata__", ()) if isinstance(each, Limit)]
        pending += get_args(hint)
    return found


@pytest.mark.parametrize(("size", "fits"), [(0, False), (1, True), (55, True), (56, False)])
def test_the_text_of_an_answer_has_1_to_55_characters(size: int, fits: bool):
    (limit,) = limits_of(PollAnswerPart, "poll_media")
    media = PollMediaPart("x" * size)
    if fits:
        limit.check("poll_media", media)
    else:
        with pytest.raises(InvalidRequest, match=f"poll_media.text: 1-55 characters, got {size}"):
            limit.check("poll_media", media)


def test_an_answer_without_text_breaks_no_limit():
    (limit,) = limits_of(PollAnswerPart, "poll_media")
    assert limit.problem(PollMediaPart()) is None
    assert limit.problem(None) is None


def test_the_text_of_a_question_may_be_longer():
    assert limits_of(PollPart, "question") == []
    (limit,) = limits_of(PollMediaPart, "text")
    assert limit.problem("x" * 300) is None
    assert limit.problem("x" * 301) is not None
