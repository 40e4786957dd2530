"""An interaction: a user's command, click or form, which the app answers within three seconds."""

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass, field
from typing import Any, Literal, Unpack, overload

from scurrypy.api.commands.slash import CommandOptionChoicePart
from scurrypy.api.interactions.eligibility import SKUPurchaseEligibilityPart
from scurrypy.api.interactions.interaction import InteractionCallbackModel
from scurrypy.api.interactions.modal import ModalPart
from scurrypy.api.messages.message import MessageModel, MessagePart
from scurrypy.enums.interaction import InteractionCallbackType
from scurrypy.enums.message import MessageFlags
from scurrypy.params.message import EditMessageParams
from scurrypy.params.webhook import EditWebhookMessageParams
from scurrypy.resources.base_resource import BaseResource
from scurrypy.resources.message_body import Files, check_sizes, create_body, edit_body
from scurrypy.routes import (
    CREATE_INTERACTION_RESPONSE,
    DELETE_ORIGINAL_WEBHOOK_MESSAGE,
    DELETE_WEBHOOK_MESSAGE,
    EXECUTE_WEBHOOK,
    GET_ORIGINAL_WEBHOOK_MESSAGE,
    GET_WEBHOOK_MESSAGE,
    UPDATE_ORIGINAL_WEBHOOK_MESSAGE,
    UPDATE_WEBHOOK_MESSAGE,
    Route,
)
from scurrypy.wire.errors import MissingField
from scurrypy.wire.limits import Count
from scurrypy.wire.snowflake import Snowflake

MAX_CHOICES = 25
"""How many choices an autocomplete answer holds."""


@dataclass
class Interaction(BaseResource):
    """An interaction. Exactly one of the `respond…`, `update` and `defer…` methods answers it, within 3 seconds.

    After that, for 15 minutes, the answer can be fetched, edited and deleted, and followed by more messages.

    See [Discord Docs/Receiving and Responding](https://docs.discord.com/developers/interactions/receiving-and-responding).
    """

    id: Snowflake
    """Id of the interaction."""
    token: str = field(repr=False)
    """Allows to answer it, without the bot's token; to be kept secret for 15 minutes."""
    _: KW_ONLY
    application_id: Snowflake | None = None
    """Id of the application; what comes after the first answer needs it."""
    attachment_size_limit: int | None = None
    """Bytes that each file of an answer may have, as the event says; larger ones are refused before they are sent.

    None to let Discord judge.
    """

    @overload
    async def respond(
        self,
        message: str | MessagePart,
        *,
        with_response: Literal[False] = False,
        ephemeral: bool | None = None,
        suppress_embeds: bool | None = None,
    ) -> None: ...
    @overload
    async def respond(
        self,
        message: str | MessagePart,
        *,
        with_response: Literal[True],
        ephemeral: bool | None = None,
        suppress_embeds: bool | None = None,
    ) -> InteractionCallbackModel: ...
    @overload
    async def respond(
        self,
        message: str | MessagePart,
        *,
        with_response: bool,
        ephemeral: bool | None = None,
        suppress_embeds: bool | None = None,
    ) -> InteractionCallbackModel | None: ...
    async def respond(
        self,
        message: str | MessagePart,
        *,
        with_response: bool = False,
        ephemeral: bool | None = None,
        suppress_embeds: bool | None = None,
    ) -> InteractionCallbackModel | None:
        """Answer with a message. Fires MESSAGE_CREATE unless ephemeral.

        Args:
            message: The message, or just its text.
            with_response: Whether to return what was created; None is returned otherwise.
            ephemeral: Whether only the user sees it; None to leave it to the message's own flags.
            suppress_embeds: Whether links show no embeds; None to leave it to the message's own flags.

        Raises:
            InvalidRequest: something exceeds a limit of Discord's; the error names each such field.
            NotFound: the 3 seconds are over (10062).
            BadRequest: it was answered already (40060).
        """
        body, files = create_body(message, ephemeral=ephemeral, suppress_embeds=suppress_embeds)
        answer = await self._callback(
            InteractionCallbackType.CHANNEL_MESSAGE_WITH_SOURCE, body, files, with_response=with_response
        )
        return InteractionCallbackModel.from_dict(answer) if with_response else None

    async def defer_respond(self, ephemeral: bool | None = None) -> None:
        """Answer with a loading state; `edit_original` replaces it by the message.

        Args:
            ephemeral: Whether only the user sees it, now and after the edit.
        """
        data = {"flags": MessageFlags.EPHEMERAL} if ephemeral else None
        await self._callback(InteractionCallbackType.DEFERRED_CHANNEL_MESSAGE_WITH_SOURCE, data)

    async def update(self, *, suppress_embeds: bool | None = None, **options: Unpack[EditMessageParams]) -> None:
        """Answer a component by editing the message it is on; what is not given stays. Fires MESSAGE_UPDATE.

        Args:
            suppress_embeds: Whether links show no embeds.
            options: The changes; None clears.
        """
        body, files = edit_body(options, suppress_embeds=suppress_embeds)
        await self._callback(InteractionCallbackType.UPDATE_MESSAGE, body, files)

    async def defer_update(self) -> None:
        """Answer a component without a visible sign; `edit_original` edits the message it is on."""
        await self._callback(InteractionCallbackType.DEFERRED_UPDATE_MESSAGE)

    async def respond_autocomplete(self, choices: Sequence[CommandOptionChoicePart]) -> None:
        """Answer an autocomplete with choices.

        Args:
            choices: The choices, up to 25; more are refused.

        Raises:
            InvalidRequest: there are more than 25 choices, or one of them exceeds a limit.
        """
        Count(0, MAX_CHOICES).check("choices", choices)
        data = {"choices": list(choices)}
        await self._callback(InteractionCallbackType.APPLICATION_COMMAND_AUTOCOMPLETE_RESULT, data)

    async def respond_modal(self, modal: ModalPart) -> None:
        """Answer with a form; what the user enters comes back as another interaction."""
        await self._callback(InteractionCallbackType.MODAL, modal)

    async def respond_launch_activity(self) -> None:
        """Answer by launching the app's activity; the app must have activities switched on.

        Raises:
            BadRequest: the app has no activity, or it cannot be launched there.
        """
        await self._callback(InteractionCallbackType.LAUNCH_ACTIVITY)

    async def respond_purchase_eligibility(self, eligibility: SKUPurchaseEligibilityPart) -> None:
        """Answer whether the user may buy the SKU that the interaction asks about."""
        await self._callback(InteractionCallbackType.SOCIAL_LAYER_SKU_PURCHASE_ELIGIBILITY, eligibility)

    async def fetch_original(self, application_id: int | None = None) -> MessageModel:
        """Fetch the first answer.

        Args:
            application_id: Id of the application; None for the interaction's own.
        """
        return await self._message(GET_ORIGINAL_WEBHOOK_MESSAGE, application_id)

    async def edit_original(
        self,
        application_id: int | None = None,
        *,
        suppress_embeds: bool | None = None,
        **options: Unpack[EditWebhookMessageParams],
    ) -> MessageModel:
        """Edit the first answer, or give it after a deferred one. Fires MESSAGE_UPDATE unless ephemeral.

        Args:
            application_id: Id of the application; None for the interaction's own.
            suppress_embeds: Whether links show no embeds.
            options: The changes; None clears.
        """
        body, files = edit_body(options, suppress_embeds=suppress_embeds, kind=EditWebhookMessageParams)
        return await self._message(UPDATE_ORIGINAL_WEBHOOK_MESSAGE, application_id, body=body, files=files)

    async def delete_original(self, application_id: int | None = None) -> None:
        """Delete the first answer. Fires MESSAGE_DELETE unless ephemeral.

        Args:
            application_id: Id of the application; None for the interaction's own.
        """
        await self._delete(DELETE_ORIGINAL_WEBHOOK_MESSAGE, application_id)

    async def followup(
        self,
        application_id: int | None,
        message: str | MessagePart,
        ephemeral: bool | None = None,
        suppress_embeds: bool | None = None,
    ) -> MessageModel:
        """Send another message after the first answer, as `create_followup` does; an application's id comes first."""
        return await self.create_followup(
            message, ephemeral=ephemeral, suppress_embeds=suppress_embeds, application_id=application_id
        )

    async def create_followup(
        self,
        message: str | MessagePart,
        *,
        ephemeral: bool | None = None,
        suppress_embeds: bool | None = None,
        application_id: int | None = None,
    ) -> MessageModel:
        """Send another message after the first answer. Fires MESSAGE_CREATE unless ephemeral.

        Args:
            message: The message, or just its text.
            ephemeral: Whether only the user sees it; None to leave it to the message's own flags. The followup to a
                deferred answer is what that one was, whatever is said here.
            suppress_embeds: Whether links show no embeds; None to leave it to the message's own flags.
            application_id: Id of the application; None for the interaction's own.

        Raises:
            InvalidRequest: something exceeds a limit of Discord's; the error names each such field.
        """
        body, files = create_body(message, ephemeral=ephemeral, suppress_embeds=suppress_embeds)
        return await self._message(EXECUTE_WEBHOOK, application_id, body=body, files=files)

    async def fetch_followup(self, message_id: int, *, application_id: int | None = None) -> MessageModel:
        """Fetch a followup."""
        return await self._message(GET_WEBHOOK_MESSAGE, application_id, message_id=message_id)

    async def edit_followup(
        self,
        message_id: int,
        *,
        suppress_embeds: bool | None = None,
        application_id: int | None = None,
        **options: Unpack[EditWebhookMessageParams],
    ) -> MessageModel:
        """Edit a followup; what is not given stays. Fires MESSAGE_UPDATE unless ephemeral."""
        body, files = edit_body(options, suppress_embeds=suppress_embeds, kind=EditWebhookMessageParams)
        return await self._message(
            UPDATE_WEBHOOK_MESSAGE, application_id, message_id=message_id, body=body, files=files
        )

    async def delete_followup(self, message_id: int, *, application_id: int | None = None) -> None:
        """Delete a followup. Fires MESSAGE_DELETE unless ephemeral."""
        await self._delete(DELETE_WEBHOOK_MESSAGE, application_id, message_id=message_id)

    async def _callback(
        self,
        kind: InteractionCallbackType,
        data: object = None,
        files: Files | None = None,
        *,
        with_response: bool = False,
    ) -> Any:
        check_sizes(files or [], self.attachment_size_limit)
        return await self._request(
            CREATE_INTERACTION_RESPONSE,
            interaction_id=self.id,
            interaction_token=self.token,
            body={"type": kind} if data is None else {"type": kind, "data": data},
            files=files,
            query={"with_response": True} if with_response else None,
            within="data",
        )

    async def _message(
        self,
        route: Route,
        application_id: int | None,
        *,
        body: object = None,
        message_id: int | None = None,
        files: Files | None = None,
    ) -> MessageModel:
        webhook_id = self._application(application_id)
        check_sizes(files or [], self.attachment_size_limit)
        return await self._request(
            route,
            webhook_id=webhook_id,
            webhook_token=self.token,
            body=body,
            message_id=message_id,
            files=files,
            into=MessageModel,
        )

    async def _delete(self, route: Route, application_id: int | None, *, message_id: int | None = None) -> None:
        await self._request(
            route, webhook_id=self._application(application_id), webhook_token=self.token, message_id=message_id
        )

    def _application(self, told: int | None) -> int:
        application_id = self.application_id if told is None else told
        if application_id is None:
            raise MissingField("application_id: this interaction does not know it; give it as application_id=…")
        return application_id
