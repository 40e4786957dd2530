"""Polls."""

from collections.abc import Iterable
from typing import Annotated, Any

from scurrypy.api.emoji import EmojiModel
from scurrypy.enums.poll import PollLayoutType
from scurrypy.wire.errors import Problem
from scurrypy.wire.limits import Count, Length, LimitWithin, Range, part_of
from scurrypy.wire.model import DataModel
from scurrypy.wire.types import REQUIRED


class PollMediaModel(DataModel):
    """The text and emoji of a question or answer.

    See [Discord Docs/Poll Media Object](https://docs.discord.com/developers/resources/poll#poll-media-object).
    """

    text: str | None = None
    """Text; of a question at most 300 characters, of an answer at most 55."""
    emoji: EmojiModel | None = None
    """Emoji before the text; answers only."""


class PollAnswerModel(DataModel):
    """An answer of a poll.

    See [Discord Docs/Poll Answer Object](https://docs.discord.com/developers/resources/poll#poll-answer-object).
    """

    answer_id: int = REQUIRED
    """Number of the answer, from 1."""
    poll_media: PollMediaModel = REQUIRED
    """Its text and emoji."""


class PollAnswerCountModel(DataModel):
    """The votes for an answer.

    See [Discord Docs/Poll Answer Count](https://docs.discord.com/developers/resources/poll#poll-results-object-poll-answer-count-object-structure).
    """

    id: int = REQUIRED
    """Number of the answer."""
    count: int = REQUIRED
    """How many votes."""
    me_voted: bool = REQUIRED
    """Whether the bot voted for it."""


class PollResultsModel(DataModel):
    """The votes.

    See [Discord Docs/Poll Results Object](https://docs.discord.com/developers/resources/poll#poll-results-object).
    """

    is_finalized: bool = REQUIRED
    """Whether they were counted for good."""
    answer_counts: list[PollAnswerCountModel] = REQUIRED
    """Votes by answer; answers without votes may be missing."""


class PollModel(DataModel):
    """A poll.

    See [Discord Docs/Poll Object](https://docs.discord.com/developers/resources/poll#poll-object).
    """

    question: PollMediaModel = REQUIRED
    """The question."""
    answers: list[PollAnswerModel] = REQUIRED
    """The answers."""
    expiry: str | None = None
    """When it ends, ISO 8601; None for polls that never do."""
    allow_multiselect: bool = REQUIRED
    """Whether several answers can be chosen."""
    layout_type: PollLayoutType = REQUIRED
    """Layout."""
    results: PollResultsModel | None = None
    """Votes; absent where Discord does not know them."""


class PollMediaPart(DataModel):
    """The text and emoji of a question or answer to be asked.

    See [Discord Docs/Poll Media Object](https://docs.discord.com/developers/resources/poll#poll-media-object).
    """

    text: Annotated[str, Length(1, 300)] | None = None
    """Text; of a question at most 300 characters, of an answer at most 55."""
    emoji: EmojiModel | None = None
    """Emoji before the text; answers only."""


class _AnswerText(LimitWithin, frozen=True):
    """What Discord demands of the text of an answer, which is shorter than that of a question."""

    def problems(self, value: Any) -> Iterable[Problem]:
        """Return what is wrong with the text of an answer."""
        problem = Length(1, 55).problem(part_of(value, "text"))
        return () if problem is None else (Problem("text", *problem),)


class PollAnswerPart(DataModel):
    """An answer to choose from.

    See [Discord Docs/Poll Answer Object](https://docs.discord.com/developers/resources/poll#poll-answer-object).
    """

    _needed = ("poll_media",)

    poll_media: Annotated[PollMediaPart, _AnswerText()] | None = None
    """Its text and emoji."""


class PollPart(DataModel):
    """A poll to be sent.

    See [Discord Docs/Poll Create Request Object](https://docs.discord.com/developers/resources/poll#poll-create-request-object).
    """

    _needed = ("question", "answers")

    question: PollMediaPart | None = None
    """The question."""
    answers: Annotated[list[PollAnswerPart], Count(1, 10)] | None = None
    """The answers, 1-10."""
    duration: Annotated[int, Range(1, 768)] | None = None
    """Hours until it ends, 1-768 (32 days); 24 unless given."""
    allow_multiselect: bool | None = None
    """Whether several answers can be chosen; only one unless given."""
    layout_type: PollLayoutType | None = None
    """Layout; the default one unless given."""
