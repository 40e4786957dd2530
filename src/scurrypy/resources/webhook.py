"""A webhook: a way to post into a channel under a name of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Unpack

from scurrypy.api.github_webhook import GithubWebhookPart
from scurrypy.api.messages.message import MessageModel, MessagePart
from scurrypy.api.slack_webhook import SlackWebhookPart
from scurrypy.api.webhook import WebhookModel
from scurrypy.params.webhook import EditWebhookMessageParams, EditWebhookParams
from scurrypy.resources.base_resource import BaseResource
from scurrypy.resources.changes import changes
from scurrypy.resources.message_body import create_body, edit_body
from scurrypy.routes import (
    DELETE_WEBHOOK,
    DELETE_WEBHOOK_BY_TOKEN,
    DELETE_WEBHOOK_MESSAGE,
    EXECUTE_GITHUB_COMPATIBLE_WEBHOOK,
    EXECUTE_SLACK_COMPATIBLE_WEBHOOK,
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
from scurrypy.wire.limits import Count, Length, Pattern
from scurrypy.wire.snowflake import Snowflake, id_of

_EVENT: Final = Pattern("[a-z_]+", "the name of an event, in small letters and _")


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
        with_components: bool | None = None,
    ) -> MessageModel | None:
        """Post a message. Fires MESSAGE_CREATE.

        Args:
            message: The message, or just its text.
            username: Name to post under, instead of the webhook's, 1-80 characters.
            avatar_url: Address of the avatar to post with, instead of the webhook's, at most 2048 characters.
            thread_id: Thread to post in, instead of the webhook's channel.
            thread_name: Name of the thread to begin, in a forum or media channel, at most 100 characters.
            applied_tags: Ids of the tags of that thread, at most 5.
            suppress_embeds: Whether links show no embeds; None to leave it to the message's own flags.
            wait: Whether to return the message once it is there; without, None is returned, and a message that
                could not be posted raises nothing.
            with_components: Whether components count; True where there are any, unless given. Those that can be used
                are only for webhooks that belong to an application.

        Raises:
            InvalidRequest: something in it exceeds a limit of Discord's; the error names everything that does.
            MissingField: there is no token.
        """
        Length(1, 80).check("username", username)
        Length(0, 2048).check("avatar_url", avatar_url)
        Length(0, 100).check("thread_name", thread_name)
        Count(0, 5).check("applied_tags", applied_tags)
        body, files = create_body(message, suppress_embeds=suppress_embeds)
        extras = {
            "username": username,
            "avatar_url": avatar_url,
            "thread_name": thread_name,
            "applied_tags": None
            if applied_tags is None
            else [id_of(tag_id, "applied_tags") for tag_id in applied_tags],
        }
        body.update({name: value for name, value in extras.items() if value is not None})
        answer = await self._request(
            EXECUTE_WEBHOOK,
            webhook_id=self.id,
            webhook_token=self._token,
            body=body,
            files=files,
            query={"wait": wait, "thread_id": thread_id, "with_components": _count_components(with_components, body)},
        )
        return MessageModel.from_dict(answer) if wait else None

    async def execute_slack_compatible(
        self,
        message: SlackWebhookPart | Mapping[str, Any],
        *,
        wait: bool | None = None,
        thread_id: int | None = None,
    ) -> str | None:
        """Post a message that is written in the manner of Slack. Fires MESSAGE_CREATE.

        Args:
            message: The message, or what was made for Slack, as it is.
            wait: Whether Discord answers once the message is there, which it does unless told otherwise; without, a
                message that could not be posted raises nothing.
            thread_id: Thread to post in, instead of the webhook's channel.

        Returns:
            What Discord says, as Slack would: `ok`.

        Raises:
            MissingField: there is no token.
        """
        answer = await self._compatible(EXECUTE_SLACK_COMPATIBLE_WEBHOOK, message, wait, thread_id)
        return None if answer is None else str(answer)

    async def execute_github_compatible(
        self,
        payload: GithubWebhookPart | Mapping[str, Any],
        *,
        event: str | None = None,
        wait: bool | None = None,
        thread_id: int | None = None,
    ) -> None:
        """Post what happened on GitHub. Fires MESSAGE_CREATE, unless Discord has nothing to say of the event.

        Args:
            payload: What happened, or what GitHub sent, as it is.
            event: Name of the event, such as `push`; GitHub sends it in the header `X-GitHub-Event`, and some
                events cannot be told apart without.
            wait: Whether Discord answers once the message is there, which it does unless told otherwise; without, a
                message that could not be posted raises nothing.
            thread_id: Thread to post in, instead of the webhook's channel.

        Raises:
            InvalidRequest: the event is no name that GitHub gives one.
            MissingField: there is no token.
        """
        _EVENT.check("event", event)
        headers = None if event is None else {"X-GitHub-Event": event}
        await self._compatible(EXECUTE_GITHUB_COMPATIBLE_WEBHOOK, payload, wait, thread_id, headers)

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
        with_components: bool | None = None,
        **options: Unpack[EditWebhookMessageParams],
    ) -> MessageModel:
        """Edit a message the webhook posted; what is not given stays. Fires MESSAGE_UPDATE.

        Args:
            message_id: Id of the message.
            thread_id: Thread the message is in, if it is in one.
            suppress_embeds: Whether links show no embeds.
            with_components: Whether components count; True where there are any, unless given.
            options: The changes; None clears.
        """
        body, files = edit_body(options, suppress_embeds=suppress_embeds, kind=EditWebhookMessageParams)
        query = {"thread_id": thread_id, "with_components": _count_components(with_components, body)}
        return await self._request(
            UPDATE_WEBHOOK_MESSAGE,
            webhook_id=self.id,
            webhook_token=self._token,
            message_id=message_id,
            body=body,
            files=files,
            query=query,
            into=MessageModel,
        )

    async def delete_message(self, message_id: int, *, thread_id: int | None = None) -> None:
        """Delete a message the webhook posted. Fires MESSAGE_DELETE.

        Args:
            message_id: Id of the message.
            thread_id: Thread the message is in, if it is in one.
        """
        await self._message(DELETE_WEBHOOK_MESSAGE, message_id, thread_id)

    async def _compatible(
        self,
        route: Route,
        body: object,
        wait: bool | None,
        thread_id: int | None,
        headers: Mapping[str, str] | None = None,
    ) -> Any:
        return await self._request(
            route,
            webhook_id=self.id,
            webhook_token=self._token,
            body=body,
            query={"wait": wait, "thread_id": thread_id},
            headers=headers,
        )

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


def _count_components(wanted: bool | None, body: Mapping[str, object]) -> bool | None:
    """Return whether Discord is to read the components: without being told to, it drops those of most webhooks."""
    return wanted if wanted is not None else True if body.get("components") else None
