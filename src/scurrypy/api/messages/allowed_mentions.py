"""Whom a message may notify."""

from collections.abc import Iterable, Sequence
from typing import Annotated

from scurrypy.enums.message import AllowedMentionType
from scurrypy.wire.errors import Problem
from scurrypy.wire.limits import Count
from scurrypy.wire.model import DataModel
from scurrypy.wire.sent import SentId


class AllowedMentionsPart(DataModel):
    """Whom a message may notify.

    See [Discord Docs/Allowed Mentions Object](https://docs.discord.com/developers/resources/message#allowed-mentions-object).
    """

    parse: list[AllowedMentionType] | None = None
    """Kinds of mentions that count; none for an empty list."""
    roles: Annotated[Sequence[SentId], Count(0, 100)] | None = None
    """Roles that may be notified, at most 100."""
    users: Annotated[Sequence[SentId], Count(0, 100)] | None = None
    """Users that may be notified, at most 100."""
    replied_user: bool | None = None
    """Whether the author replied to is notified."""

    def _rules(self) -> Iterable[Problem]:
        """Yield ids of a kind whose mentions all count anyway."""
        for name, ids in (("users", self.users), ("roles", self.roles)):
            if ids and name in (self.parse or ()):
                yield Problem(name, f"no ids while parse holds {name!r}", len(ids))
