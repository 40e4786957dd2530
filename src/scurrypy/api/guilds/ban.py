"""Bans."""

from collections.abc import Sequence
from typing import Annotated

from scurrypy.api.user import UserModel
from scurrypy.wire.limits import Count, Range
from scurrypy.wire.model import DataModel
from scurrypy.wire.sent import SentId
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class GuildBanModel(DataModel):
    """A ban.

    See [Discord Docs/Ban Object](https://docs.discord.com/developers/resources/guild#ban-object).
    """

    reason: str | None = None
    """Why; None where nobody said."""
    user: UserModel = REQUIRED
    """Who."""


class BulkGuildBanModel(DataModel):
    """What became of a ban of several users.

    See [Discord Docs/Bulk Guild Ban](https://docs.discord.com/developers/resources/guild#bulk-guild-ban).
    """

    banned_users: list[Snowflake] = REQUIRED
    """Those banned."""
    failed_users: list[Snowflake] = REQUIRED
    """Those not banned."""


class BulkGuildBanPart(DataModel):
    """A ban of several users.

    See [Discord Docs/Bulk Guild Ban](https://docs.discord.com/developers/resources/guild#bulk-guild-ban).
    """

    _needed = ("user_ids",)

    user_ids: Annotated[Sequence[SentId], Count(1, 200)] | None = None
    """Whom to ban, 1-200."""
    delete_message_seconds: Annotated[int, Range(0, 604800)] | None = None
    """How much of their messages to delete, in seconds before now, at most 604800."""
