"""Messages."""

from collections.abc import Iterable, Sequence
from typing import Annotated, Final, cast

from scurrypy.api.application import ApplicationModel
from scurrypy.api.channels.channel import ChannelModel
from scurrypy.api.components.tree import MESSAGE_TREE
from scurrypy.api.messages.allowed_mentions import AllowedMentionsPart
from scurrypy.api.messages.attachment import AttachmentModel, SentAttachment
from scurrypy.api.messages.embed import EMBED_TEXT, Embed
from scurrypy.api.messages.extras import (
    MessageActivityModel,
    MessageCallModel,
    MessageLobbyMemberModel,
    PurchaseNotificationModel,
    RoleSubscriptionDataModel,
    SharedClientTheme,
)
from scurrypy.api.messages.reaction import ReactionModel
from scurrypy.api.messages.references import (
    ChannelMentionModel,
    MessageInteractionMetadataModel,
    MessageInteractionModel,
    MessageReferenceModel,
    MessageResolvedModel,
)
from scurrypy.api.messages.rules import (
    NOT_BESIDE_COMPONENTS_V2,
    beside_components_v2,
    has_components_v2,
    is_voice,
    of_voice_message,
)
from scurrypy.api.poll import PollModel, PollPart
from scurrypy.api.sticker import StickerItemModel, StickerModel
from scurrypy.api.user import GuildMemberModel, UserMentionModel, UserModel
from scurrypy.bases.components import Component, ReceivedComponent
from scurrypy.enums.channel import ChannelType
from scurrypy.enums.kinds import ComponentType
from scurrypy.enums.message import MessageFlags, MessageReferenceType, MessageType
from scurrypy.wire.errors import InvalidRequest, Problem
from scurrypy.wire.limits import Count, Length, part_of
from scurrypy.wire.model import DataModel
from scurrypy.wire.sent import SentId
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED, Serialized


class MessageModel(DataModel):
    """A message.

    See [Discord Docs/Message Object](https://docs.discord.com/developers/resources/message#message-object).
    """

    id: Snowflake = REQUIRED
    """Id of the message."""
    channel_id: Snowflake = REQUIRED
    """Channel it is in."""
    author: UserModel = REQUIRED
    """Who wrote it; for webhooks, as they call themselves."""
    content: str = REQUIRED
    """Text; empty without the intent `MESSAGE_CONTENT`."""
    pinned: bool = REQUIRED
    """Whether it is pinned."""
    type: MessageType = REQUIRED
    """Kind."""
    flags: MessageFlags = REQUIRED
    """Peculiarities."""
    attachments: list[AttachmentModel] = REQUIRED
    """Files."""
    embeds: list[Embed] = REQUIRED
    """Embeds."""
    thread: ChannelModel | None = None
    """The thread that was started from it."""
    reactions: list[ReactionModel] | None = None
    """Reactions; absent where there are none."""
    webhook_id: Snowflake | None = None
    """Webhook that sent it."""
    timestamp: str = REQUIRED
    """When it was sent, ISO 8601."""
    edited_timestamp: str | None = None
    """When it was last edited, ISO 8601."""
    mention_everyone: bool = REQUIRED
    """Whether it mentions everyone."""
    mentions: list[UserMentionModel] = REQUIRED
    """Users it mentions."""
    mention_roles: list[Snowflake] = REQUIRED
    """Ids of roles it mentions."""
    components: list[ReceivedComponent] = REQUIRED
    """Components."""
    guild_id: Snowflake | None = None
    """Guild it is in; in the gateway's events only."""
    member: GuildMemberModel | None = None
    """The author as a member, without `user`; in the gateway's events only."""
    tts: bool = REQUIRED
    """Whether it was read aloud."""
    mention_channels: list[ChannelMentionModel] | None = None
    """Channels it mentions; crossposts only."""
    nonce: int | str | None = None
    """What the sender gave to recognize it."""
    activity: MessageActivityModel | None = None
    """Invitation to an activity."""
    application: ApplicationModel | None = None
    """Application of that activity."""
    application_id: Snowflake | None = None
    """Application that owns the webhook or answered the interaction."""
    message_reference: MessageReferenceModel | None = None
    """The message it points at."""
    message_snapshots: list["MessageSnapshotModel"] | None = None
    """Copies of forwarded messages."""
    referenced_message: "MessageModel | None" = None
    """The message replied to; None where it is deleted or was not fetched."""
    interaction_metadata: MessageInteractionMetadataModel | None = None
    """The interaction it answers."""
    interaction: MessageInteractionModel | None = None
    """The same in its deprecated form."""
    sticker_items: list[StickerItemModel] | None = None
    """Stickers, in brief."""
    stickers: list[StickerModel] | None = None
    """Stickers; deprecated."""
    position: int | None = None
    """About where it stands in a thread."""
    role_subscription_data: RoleSubscriptionDataModel | None = None
    """What a role subscription was bought for."""
    resolved: MessageResolvedModel | None = None
    """Default values of its menus, in full."""
    poll: PollModel | None = None
    """Poll."""
    call: MessageCallModel | None = None
    """Call."""
    shared_client_theme: SharedClientTheme | None = None
    """Theme of the client it shares."""
    purchase_notification: PurchaseNotificationModel | None = None
    """What was bought."""
    channel_type: ChannelType | None = None
    """Kind of the channel; in the gateway's events only."""
    lobby_member: MessageLobbyMemberModel | None = None
    """The author as a member of the linked lobby."""


class MessageSnapshotModel(DataModel):
    """A copy of a forwarded message.

    See [Discord Docs/Message Snapshot Object](https://docs.discord.com/developers/resources/message#message-snapshot-object).
    """

    message: MessageModel = REQUIRED
    """What was forwarded: kind, content, embeds, attachments and the like, but neither id nor author."""


class PinnedMessageModel(DataModel):
    """A pinned message.

    See [Discord Docs/Message Pin Object](https://docs.discord.com/developers/resources/message#message-pin-object).
    """

    message: MessageModel = REQUIRED
    """The message."""
    pinned_at: str | None = None
    """When it was pinned, ISO 8601."""


class MessageReferencePart(DataModel):
    """The message to reply to or forward.

    See [Discord Docs/Message Reference](https://docs.discord.com/developers/resources/message#message-reference-structure).
    """

    _needed = ("message_id",)

    message_id: SentId | None = None
    """The message."""
    channel_id: SentId | None = None
    """Its channel; needed to forward."""
    type: MessageReferenceType | None = None
    """Reply or forward."""
    guild_id: SentId | None = None
    """Its guild."""
    fail_if_not_exists: bool | None = None
    """Whether sending fails where there is no such message."""

    def _rules(self) -> Iterable[Problem]:
        """Yield what is missing to forward a message."""
        if self.type == MessageReferenceType.FORWARD and self.channel_id is None:
            yield Problem("channel_id", "it is needed to forward a message", None)


TEXT_OF_A_MESSAGE: Final = Length(0, 2000)
"""How long the text of a message may be."""


class MessagePart(DataModel):
    """A message to be sent.

    See [Discord Docs/Create Message](https://docs.discord.com/developers/resources/message#create-message).
    """

    content: Annotated[str, TEXT_OF_A_MESSAGE] | None = None
    """Text, at most 2000 characters."""
    flags: MessageFlags | None = None
    """Peculiarities."""
    components: Annotated[Sequence[ReceivedComponent], Count(0, 40), MESSAGE_TREE] | None = None
    """Components."""
    attachments: Annotated[Sequence[SentAttachment], Count(0, 10)] | None = None
    """Files to send; text or a path names one."""
    embeds: Annotated[list[Embed], Count(0, 10), EMBED_TEXT] | None = None
    """Embeds, at most 10."""
    message_reference: MessageReferencePart | None = None
    """The message to reply to or forward."""
    allowed_mentions: AllowedMentionsPart | None = None
    """Whom it may notify; everyone it mentions unless given."""
    poll: PollPart | None = None
    """Poll."""
    sticker_ids: Annotated[Sequence[SentId], Count(0, 3)] | None = None
    """Stickers of the guild, at most 3."""
    tts: bool | None = None
    """Whether it is read aloud."""
    nonce: int | Annotated[str, Length(0, 25)] | None = None
    """What you recognize it by, at most 25 characters."""
    enforce_nonce: bool | None = None
    """Whether a second message of the same nonce is not sent, for a few minutes."""
    shared_client_theme: SharedClientTheme | None = None
    """Theme of the client to share."""

    def to_dict(self) -> Serialized:
        """Return the fields that are not None.

        Raises:
            InvalidRequest: a component needs the flag `IS_COMPONENTS_V2`, which is not set.
        """
        for problem in self._without_their_flag():
            raise InvalidRequest(problem.field, problem.limit, problem.given)
        return super().to_dict()

    def _rules(self) -> Iterable[Problem]:
        """Yield what cannot be together in a message, and whether it would be empty."""
        if has_components_v2(self.flags):
            yield from beside_components_v2({name: getattr(self, name) for name in NOT_BESIDE_COMPONENTS_V2})
        elif self.components:
            yield from self._without_their_flag()
            if len(self.components) > _MOST_ROWS:
                yield Problem("components", f"at most {_MOST_ROWS} entries", len(self.components))
        if not self.content and self.message_reference is None and not any(getattr(self, name) for name in _CONTENT):
            yield Problem("", f"a message has one of {', '.join(_CONTENT)}, or forwards one that has", None)
        elif is_voice(self.flags):
            yield from of_voice_message(self)

    def _without_their_flag(self) -> Iterable[Problem]:
        if not has_components_v2(self.flags):
            for place, component in enumerate(cast("Sequence[object]", self.components or ())):
                if isinstance(component, Component) and part_of(component, "type") in _NEEDS_COMPONENTS_V2:
                    path = f"components[{place}]"
                    yield Problem(path, "needs MessageFlags.IS_COMPONENTS_V2", type(component).__name__)


_NEEDS_COMPONENTS_V2 = (
    ComponentType.CONTAINER,
    ComponentType.FILE,
    ComponentType.MEDIA_GALLERY,
    ComponentType.SECTION,
    ComponentType.SEPARATOR,
    ComponentType.TEXT_DISPLAY,
)

_CONTENT = ("content", "embeds", "components", "attachments", "sticker_ids", "poll", "shared_client_theme")
_MOST_ROWS = 5
