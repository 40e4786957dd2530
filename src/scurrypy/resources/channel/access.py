"""Who gets into a channel: invites, permission overwrites, webhooks, followers."""

from __future__ import annotations

from scurrypy import api
from scurrypy.api import channels
from scurrypy.enums.channel import OverwriteType
from scurrypy.enums.permissions import Permissions
from scurrypy.resources.base_resource import given, models
from scurrypy.resources.channel.base import ChannelFacet
from scurrypy.resources.target_users import TargetUsers, as_file
from scurrypy.routes import (
    CREATE_CHANNEL_INVITE,
    CREATE_WEBHOOK,
    DELETE_CHANNEL_PERMISSION_OVERWRITE,
    FOLLOW_CHANNEL,
    LIST_CHANNEL_INVITES,
    LIST_CHANNEL_WEBHOOKS,
    SET_CHANNEL_PERMISSION_OVERWRITE,
)
from scurrypy.wire import codec
from scurrypy.wire.checking import check
from scurrypy.wire.limits import Length
from scurrypy.wire.snowflake import id_of


class ChannelAccess(ChannelFacet):
    """Who gets into a channel: invites, permission overwrites, webhooks, followers."""

    async def fetch_invites(self) -> list[api.InviteWithMetadataModel]:
        """Fetch the invites to the channel; needs MANAGE_CHANNELS."""
        return models(api.InviteWithMetadataModel, await self._request(LIST_CHANNEL_INVITES, channel_id=self.id))

    async def create_invite(
        self, invite: api.InvitePart, *, target_users_file: TargetUsers | None = None, reason: str | None = None
    ) -> api.InviteWithMetadataModel:
        """Create an invite to the channel; needs CREATE_INSTANT_INVITE. Fires INVITE_CREATE.

        Args:
            invite: The invite.
            target_users_file: Those who alone may use it: ids of users, or a CSV file of one column, as its path or
                an upload. Discord works through them afterwards: see `Invite.fetch_target_users_job_status`.
            reason: Why, for the guild's audit log.

        Raises:
            InvalidRequest: `target_users_file` is neither a file nor ids.
            BadRequest: the file holds what is no id of a user; the error names the lines.
            BadRequest: the guild has 1000 invites (30016).
        """
        if target_users_file is None:
            body, assets = invite, None
        else:
            check(invite)
            payload = codec.encode(invite.to_dict()).decode()
            body, assets = None, {"payload_json": payload, "target_users_file": as_file(target_users_file)}
        return await self._request(
            CREATE_CHANNEL_INVITE,
            channel_id=self.id,
            body=body,
            assets=assets,
            reason=reason,
            into=api.InviteWithMetadataModel,
        )

    async def edit_permissions(
        self,
        overwrite_id: int,
        type: OverwriteType,
        *,
        allow: Permissions | None = None,
        deny: Permissions | None = None,
        reason: str | None = None,
    ) -> None:
        """Set what a role or member may do in the channel; needs MANAGE_ROLES. Fires CHANNEL_UPDATE.

        Args:
            overwrite_id: Id of the role or user.
            type: Whether the id is a role's or a member's.
            allow: Permissions granted in this channel; none unless given.
            deny: Permissions taken away in this channel; none unless given.
            reason: Why, for the guild's audit log.
        """
        body = {
            "type": type,
            "allow": allow if allow is not None else Permissions(0),
            "deny": deny if deny is not None else Permissions(0),
        }
        await self._request(
            SET_CHANNEL_PERMISSION_OVERWRITE,
            channel_id=self.id,
            overwrite_id=overwrite_id,
            body=body,
            reason=reason,
        )

    async def delete_permissions(self, overwrite_id: int, *, reason: str | None = None) -> None:
        """Undo what `edit_permissions` set for a role or member; needs MANAGE_ROLES. Fires CHANNEL_UPDATE."""
        await self._request(
            DELETE_CHANNEL_PERMISSION_OVERWRITE, channel_id=self.id, overwrite_id=overwrite_id, reason=reason
        )

    async def fetch_webhooks(self) -> list[api.WebhookModel]:
        """Fetch the webhooks of the channel; needs MANAGE_WEBHOOKS."""
        return models(api.WebhookModel, await self._request(LIST_CHANNEL_WEBHOOKS, channel_id=self.id))

    async def create_webhook(
        self, name: str, *, avatar: api.ImageDataPart | None = None, reason: str | None = None
    ) -> api.WebhookModel:
        """Create a webhook for the channel; needs MANAGE_WEBHOOKS. Fires WEBHOOKS_UPDATE.

        Args:
            name: Name, 1-80 characters, without `clyde` or `discord`.
            avatar: Avatar.
            reason: Why, for the guild's audit log.

        Raises:
            InvalidRequest: the name is too short or too long.
        """
        Length(1, 80).check("name", name)
        body = given(name=name, avatar=avatar)
        return api.WebhookModel.from_dict(
            await self._request(CREATE_WEBHOOK, channel_id=self.id, body=body, reason=reason)
        )

    async def follow(self, webhook_channel_id: int, *, reason: str | None = None) -> channels.FollowedChannelModel:
        """Send what this announcement channel publishes to another channel; needs MANAGE_WEBHOOKS there.

        Fires WEBHOOKS_UPDATE.

        Args:
            webhook_channel_id: Id of the channel that receives.
            reason: Why, for the audit log of the guild that receives.
        """
        body = {"webhook_channel_id": id_of(webhook_channel_id, "webhook_channel_id")}
        return await self._request(
            FOLLOW_CHANNEL, channel_id=self.id, body=body, reason=reason, into=channels.FollowedChannelModel
        )
