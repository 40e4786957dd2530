"""An invite: a code that lets people join a guild."""

from dataclasses import dataclass

from scurrypy.api.invite import InviteModel
from scurrypy.resources.base_resource import BaseResource
from scurrypy.routes import INVITE_RESOLVE, INVITE_REVOKE


@dataclass
class Invite(BaseResource):
    """An invite. New ones are made by `Channel.create_invite`.

    See [Discord Docs/Invite](https://docs.discord.com/developers/resources/invite).
    """

    code: str
    """The invite's code, the last part of its link."""

    async def fetch(
        self, with_counts: bool | None = None, *, guild_scheduled_event_id: int | None = None
    ) -> InviteModel:
        """Fetch the invite.

        Args:
            with_counts: Whether to count the guild's members, approximately.
            guild_scheduled_event_id: Scheduled event to describe with the invite.
        """
        query = {"with_counts": with_counts, "guild_scheduled_event_id": guild_scheduled_event_id}
        return InviteModel.from_dict(await self._request(INVITE_RESOLVE, code=self.code, query=query))

    async def delete(self, *, reason: str | None = None) -> InviteModel:
        """Delete the invite; needs MANAGE_CHANNELS in its channel or MANAGE_GUILD. Fires INVITE_DELETE."""
        return InviteModel.from_dict(await self._request(INVITE_REVOKE, code=self.code, reason=reason))
