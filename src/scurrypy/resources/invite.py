"""An invite: a code that lets people join a guild."""

from dataclasses import dataclass

from scurrypy.api.invite import InviteModel, TargetUsersJobStatusModel
from scurrypy.resources.base_resource import BaseResource
from scurrypy.resources.target_users import TargetUsers, as_file, target_user_ids
from scurrypy.routes import (
    GET_INVITE_TARGET_USERS,
    GET_INVITE_TARGET_USERS_JOB_STATUS,
    INVITE_RESOLVE,
    INVITE_REVOKE,
    UPDATE_INVITE_TARGET_USERS,
)
from scurrypy.wire.snowflake import Snowflake


@dataclass
class Invite(BaseResource):
    """An invite. New ones are made by `Channel.create_invite`.

    See [Discord Docs/Invite](https://docs.discord.com/developers/resources/invite).
    """

    code: str
    """The invite's code, the last part of its link."""

    async def fetch(
        self,
        with_counts: bool | None = None,
        *,
        guild_scheduled_event_id: int | None = None,
        target_channel_id: int | None = None,
        target_message_id: int | None = None,
    ) -> InviteModel:
        """Fetch the invite.

        Args:
            with_counts: Whether to count the guild's members, approximately.
            guild_scheduled_event_id: Scheduled event to describe with the invite.
            target_channel_id: Channel to describe with the invite.
            target_message_id: Message to describe with the invite.
        """
        query = {
            "with_counts": with_counts,
            "guild_scheduled_event_id": guild_scheduled_event_id,
            "target_channel_id": target_channel_id,
            "target_message_id": target_message_id,
        }
        return await self._request(INVITE_RESOLVE, code=self.code, query=query, into=InviteModel)

    async def delete(self, *, reason: str | None = None) -> InviteModel:
        """Delete the invite; needs MANAGE_CHANNELS in its channel or MANAGE_GUILD. Fires INVITE_DELETE."""
        return await self._request(INVITE_REVOKE, code=self.code, reason=reason, into=InviteModel)

    async def fetch_target_users(self) -> list[Snowflake]:
        """Fetch the ids of those who may use the invite.

        Needs MANAGE_GUILD or VIEW_AUDIT_LOG, unless it is the bot's.

        Raises:
            NotFound: everybody may use it (10129).
        """
        return target_user_ids(await self._request(GET_INVITE_TARGET_USERS, code=self.code))

    async def edit_target_users(self, target_users_file: TargetUsers) -> None:
        """Replace those who may use the invite; needs MANAGE_GUILD unless it is the bot's.

        Discord works through the list afterwards: `fetch_target_users_job_status` tells how far it has come.

        Args:
            target_users_file: Ids of the users, or a CSV file of one column: its path, or an upload.

        Raises:
            InvalidRequest: what is given is neither a file nor ids.
            BadRequest: the file holds what is no id of a user; the error names the lines.
        """
        assets = {"target_users_file": as_file(target_users_file)}
        await self._request(UPDATE_INVITE_TARGET_USERS, assets=assets, code=self.code)

    async def fetch_target_users_job_status(self) -> TargetUsersJobStatusModel:
        """Fetch how far Discord has come with the list of those who may use the invite.

        Needs MANAGE_GUILD or VIEW_AUDIT_LOG, unless it is the bot's.

        Raises:
            NotFound: everybody may use it (10124).
        """
        return await self._request(GET_INVITE_TARGET_USERS_JOB_STATUS, code=self.code, into=TargetUsersJobStatusModel)
