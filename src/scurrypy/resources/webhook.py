"""A webhook: a way to post into a channel under a name of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Unpack

from scurrypy.api.messages.message import MessageModel, MessagePart
from scurrypy.api.webhook import WebhookModel
from scurrypy.params.message import EditMessageParams
from scurrypy.params.webhook import EditWebhookParams
from scurrypy.resources.base_resource import BaseResource
from scurrypy.resources.changes import changes
from scurrypy.resources.message_body import create_body, edit_body
from scurrypy.routes import (
    DELETE_WEBHOOK,
    DELETE_WEBHOOK_BY_TOKEN,
    DELETE_WEBHOOK_MESSAGE,
    EXECUTE_WEBHOOK,
    GET_WEBHOOK,
    GET_WEBHOOK_BY_TOKEN,
    GET_WEBHOOK_MESSAGE,
    UPDATE_WEBHOOK,
    UPDATE_WEBHOOK_BY_TOKEN,
    UPDATE_WEBHOOK_MESSAGE,
    Route,
)
from scurrypy.wire.errors import MissingField
from scurrypy.wire.snowflake import Snowflake


@dataclass
class Webhook(BaseResource):
    """A webhook. With its token it needs no permission; without, MANAGE_WEBHOOKS, and messages are out of reach.

    See [Discord Docs/Webhook](https://docs.discord.com/developers/resources/webhook).
    """

    id: Snowflake
    """Id of the webhook."""
    token: str | None = field(default=None, repr=False)
    """The webhook's secret, the last part of its link."""

    async def fetch(self) -> WebhookModel:
        """Fetch the webhook."""
        return WebhookModel.from_dict(await self._either(GET_WEBHOOK, GET_WEBHOOK_BY_TOKEN))

    async def edit(self, *, reason: str | None = None, **options: Unpack[EditWebhookParams]) -> WebhookModel:
        """Edit the webhook; what is not given stays. Only a webhook without a token can change its channel.

        Fires WEBHOOKS_UPDATE.
        """
        answer = await self._either(
            UPDATE_WEBHOOK, UPDATE_WEBHOOK_BY_TOKEN, body=changes(EditWebhookParams, options), reason=reason
        )
        return WebhookModel.from_dict(answer)

    async def delete(self, *, reason: str | None = None) -> None:
        """Delete the webhook. Fires WEBHOOKS_UPDATE."""
        await self._either(DELETE_WEBHOOK, DELETE_WEBHOOK_BY_TOKEN, reason=reason)

    async def execute(
        self,
        message: str | MessagePart,
        *,
        username: str | None = None,
        avatar_url: str | None = None,
        thread_id: int | None = None,
        thread_name: str | None = None,
        applied_tags: Sequence[int] | None = None,
        suppress_embeds: bool | None = None,
        wait: bool = True,
    ) -> MessageModel | None:
        """Post a message. Fires MESSAGE_CREATE.

        Args:
            message: The message, or just its text.
            username: Name to post under, instead of the webhook's.
            avatar_url: Avatar to post with, instead of the webhook's.
            thread_id: Thread to post in, instead of the webhook's channel.
            thread_name: Name of the thread to begin, in a forum or media channel.
            applied_tags: Ids of the tags of that thread, at most 5.
            suppress_embeds: Whether links show no embeds; None to leave it to the message's own flags.
            wait: Whether to return the message once it is there; without, None is returned, and a message that
                could not be posted raises nothing.

        Raises:
            InvalidRequest: the text or the number of embeds exceeds Discord's limit.
            MissingField: there is no token.
        """
        body, files = create_body(message, suppress_embeds=suppress_embeds)
        extras = {
            "username": username,
            "avatar_url": avatar_url,
            "thread_name": thread_name,
            "applied_tags": None if applied_tags is None else [Snowflake(tag_id) for tag_id in applied_tags],
        }
        body.update({name: value for name, value in extras.items() if value is not None})
        answer = await self._request(
            EXECUTE_WEBHOOK,
            webhook_id=self.id,
            webhook_token=self._token,
            body=body,
            files=files,
            query={"wait": wait, "thread_id": thread_id, "with_components": True if body.get("components") else None},
        )
        return MessageModel.from_dict(answer) if wait else None

    async def fetch_message(self, message_id: int, *, thread_id: int | None = None) -> MessageModel:
        """Fetch a message the webhook posted.

        Args:
            message_id: Id of the message.
            thread_id: Thread the message is in, if it is in one.
        """
        return MessageModel.from_dict(await self._message(GET_WEBHOOK_MESSAGE, message_id, thread_id))

    async def edit_message(
        self,
        message_id: int,
        *,
        thread_id: int | None = None,
        suppress_embeds: bool | None = None,
        **options: Unpack[EditMessageParams],
    ) -> MessageModel:
        """Edit a message the webhook posted; what is not given stays. Fires MESSAGE_UPDATE.

        Args:
            message_id: Id of the message.
            thread_id: Thread the message is in, if it is in one.
            suppress_embeds: Whether links show no embeds.
            options: The changes; None clears.
        """
        body, files = edit_body(options, suppress_embeds=suppress_embeds)
        query = {"thread_id": thread_id, "with_components": True if body.get("components") else None}
        answer = await self._request(
            UPDATE_WEBHOOK_MESSAGE,
            webhook_id=self.id,
            webhook_token=self._token,
            message_id=message_id,
            body=body,
            files=files,
            query=query,
        )
        return MessageModel.from_dict(answer)

    async def delete_message(self, message_id: int, *, thread_id: int | None = None) -> None:
        """Delete a message the webhook posted. Fires MESSAGE_DELETE.

        Args:
            message_id: Id of the message.
            thread_id: Thread the message is in, if it is in one.
        """
        await self._message(DELETE_WEBHOOK_MESSAGE, message_id, thread_id)

    @property
    def _token(self) -> str:
        if self.token is None:
            raise MissingField("token: without it a webhook can be fetched, edited and deleted, but not used")
        return self.token

    async def _message(self, route: Route, message_id: int, thread_id: int | None) -> Any:
        return await self._request(
            route,
            webhook_id=self.id,
            webhook_token=self._token,
            message_id=message_id,
            query={"thread_id": thread_id},
        )

    async def _either(
        self,
        route: Route,
        route_by_token: Route,
        *,
        body: Mapping[str, object] | None = None,
        reason: str | None = None,
    ) -> Any:
        if self.token is None:
            return await self._request(route, webhook_id=self.id, body=body, reason=reason)
        return await self._request(
            route_by_token, webhook_id=self.id, webhook_token=self.token, body=body, reason=reason
        )
