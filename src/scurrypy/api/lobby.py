"""Lobbies of the Social SDK: where the players of a game meet, talk and write."""

from collections.abc import Sequence
from typing import Annotated, TypeAlias

from scurrypy.api.channels.channel import ChannelModel
from scurrypy.api.messages.allowed_mentions import AllowedMentionsPart
from scurrypy.api.messages.attachment import AttachmentPart
from scurrypy.api.messages.embed import Embed
from scurrypy.api.messages.extras import MessageLobbyMemberModel, SharedClientTheme
from scurrypy.api.messages.message import MessageReferencePart
from scurrypy.api.poll import PollPart
from scurrypy.api.user import UserModel
from scurrypy.bases.components import ReceivedComponent
from scurrypy.enums.lobby import LobbyMemberFlags
from scurrypy.enums.message import MessageFlags, MessageType
from scurrypy.wire.limits import Count, Length, Range
from scurrypy.wire.model import DataModel
from scurrypy.wire.sent import SentId
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED

LobbyMetadata: TypeAlias = Annotated[dict[str, Annotated[str, Length(0, 1024)]], Count(0, 25)]
"""Texts by name that the game understands: at most 25, and 1000 characters altogether."""


class LobbyMemberModel(DataModel):
    """A player in a lobby.

    See [Discord Docs/Lobby Member Object](https://docs.discord.com/developers/resources/lobby#lobby-member-object).
    """

    id: Snowflake = REQUIRED
    """Id of the user."""
    metadata: dict[str, str] | None = None
    """Texts by name that the game understands."""
    flags: LobbyMemberFlags = REQUIRED
    """What the member may do."""
    additional_name: str | None = None
    """A second name, such as that of a character, 1-80 characters."""


class LobbyModel(DataModel):
    """A lobby.

    See [Discord Docs/Lobby Object](https://docs.discord.com/developers/resources/lobby#lobby-object).
    """

    id: Snowflake = REQUIRED
    """Id of the lobby."""
    application_id: Snowflake = REQUIRED
    """Application that created it."""
    metadata: dict[str, str] | None = None
    """Texts by name that the game understands."""
    members: list[LobbyMemberModel] = REQUIRED
    """Who is in it."""
    linked_channel: ChannelModel | None = None
    """The guild's channel that it is linked to."""
    flags: int = REQUIRED
    """Peculiarities; Discord does not document them."""
    override_event_webhooks_url: str | None = None
    """Where its webhook events are sent, instead of the application's address."""


class LobbyMessageModel(DataModel):
    """A message in a lobby.

    See [Discord Docs/Lobby Message Object](https://docs.discord.com/developers/resources/lobby#lobby-message-object).
    """

    id: Snowflake = REQUIRED
    """Id of the message."""
    type: MessageType = REQUIRED
    """Kind."""
    content: str = REQUIRED
    """Text."""
    lobby_id: Snowflake = REQUIRED
    """Lobby it was sent to."""
    channel_id: Snowflake = REQUIRED
    """Id of the channel: the lobby's own, which has the same id, or the one that is linked to it."""
    author: UserModel = REQUIRED
    """Who sent it."""
    lobby_member: MessageLobbyMemberModel | None = None
    """The author's second name; absent where there was none."""
    metadata: dict[str, str] | None = None
    """Texts by name that came with it."""
    moderation_metadata: dict[str, str] | None = None
    """What moderation says of it, by name."""
    flags: MessageFlags = REQUIRED
    """Peculiarities."""
    application_id: Snowflake | None = None
    """Application it was sent with."""


class LobbyInviteModel(DataModel):
    """An invite to the channel a lobby is linked to: for one user, once, for an hour.

    See [Discord Docs/Lobby Invite Object](https://docs.discord.com/developers/resources/lobby#lobby-invite-object).
    """

    code: str = REQUIRED
    """What it is used with."""


class LobbyMemberPart(DataModel):
    """A player to be put into a lobby.

    See [Discord Docs/Create Lobby](https://docs.discord.com/developers/resources/lobby#create-lobby).
    """

    id: SentId | None = None
    """Id of the user."""
    metadata: LobbyMetadata | None = None
    """Texts by name that the game understands: at most 25, and 1000 characters altogether."""
    flags: LobbyMemberFlags | None = None
    """What the member may do."""


class BulkLobbyMemberPart(LobbyMemberPart):
    """A player to be put into a lobby, changed there, or removed.

    See [Discord Docs/Bulk Update Lobby Members](https://docs.discord.com/developers/resources/lobby#bulk-update-lobby-members).
    """

    remove_member: bool | None = None
    """Whether the player is to leave."""
    additional_name: Annotated[str, Length(1, 80)] | None = None
    """A second name, such as that of a character, 1-80 characters; None leaves what there is."""


class LobbyPart(DataModel):
    """A lobby to be created.

    See [Discord Docs/Create Lobby](https://docs.discord.com/developers/resources/lobby#create-lobby).
    """

    metadata: LobbyMetadata | None = None
    """Texts by name that the game understands: at most 25, and 1000 characters altogether."""
    members: Annotated[list[LobbyMemberPart], Count(0, 25)] | None = None
    """Who is in it from the start, at most 25."""
    idle_timeout_seconds: Annotated[int, Range(5, 604800)] | None = None
    """Seconds after which it ends when nobody is active, 5-604800."""
    flags: int | None = None
    """Peculiarities; Discord does not document them."""
    override_event_webhooks_url: Annotated[str, Length(0, 512)] | None = None
    """Where its webhook events are sent, instead of the application's address; at most 512 characters."""


class JoinLobbyPart(DataModel):
    """The lobby a user joins, and what becomes of it and of the user there.

    See [Discord Docs/Create or Join Lobby](https://docs.discord.com/developers/resources/lobby#create-or-join-lobby).
    """

    _secrets = ("secret",)
    _needed = ("secret",)

    secret: Annotated[str, Length(0, 250)] | None = None
    """What the lobby is found by, at most 250 characters; where the application has none such, it is created."""
    lobby_metadata: LobbyMetadata | None = None
    """Texts by name that replace those of the lobby: at most 25, and 1000 characters altogether."""
    member_metadata: LobbyMetadata | None = None
    """Texts by name that replace those of the user there: at most 25, and 1000 characters altogether."""
    idle_timeout_seconds: Annotated[int, Range(5, 604800)] | None = None
    """Seconds after which the lobby ends when nobody is active, 5-604800."""
    flags: int | None = None
    """Peculiarities; Discord does not document them."""


class LobbyMessagePart(DataModel):
    """A message to be sent to a lobby. Discord documents `content`, `metadata` and `flags`, and accepts the others.

    See [Discord Docs/Send Lobby Message](https://docs.discord.com/developers/resources/lobby#send-lobby-message).
    """

    content: Annotated[str, Length(1, 4000)] | None = None
    """Text, 1-4000 characters."""
    metadata: LobbyMetadata | None = None
    """Texts by name for the game's clients that are there; not kept with the message in a linked channel."""
    flags: MessageFlags | None = None
    """Peculiarities."""
    embeds: Annotated[list[Embed], Count(0, 10)] | None = None
    """Embeds, at most 10."""
    allowed_mentions: AllowedMentionsPart | None = None
    """Whom it may notify."""
    sticker_ids: Annotated[Sequence[SentId], Count(0, 3)] | None = None
    """Stickers, at most 3."""
    components: Annotated[Sequence[ReceivedComponent], Count(0, 40)] | None = None
    """Components, at most 40."""
    attachments: Annotated[list[AttachmentPart], Count(0, 10)] | None = None
    """Attachments that Discord has already, by id, at most 10; a lobby takes no new files."""
    poll: PollPart | None = None
    """Poll."""
    shared_client_theme: SharedClientTheme | None = None
    """Theme of the client to share."""
    message_reference: MessageReferencePart | None = None
    """The message to reply to or forward."""
    nonce: int | Annotated[str, Length(0, 25)] | None = None
    """What you recognize it by, at most 25 characters."""
    enforce_nonce: bool | None = None
    """Whether a second message of the same nonce is not sent, for a few minutes."""
    tts: bool | None = None
    """Whether it is read aloud."""
