"""What a message points at or was caused by."""

from scurrypy.api.channels.channel import ChannelModel
from scurrypy.api.guilds.role import GuildRoleModel
from scurrypy.api.user import GuildMemberModel, UserModel
from scurrypy.enums.application import ApplicationIntegrationType
from scurrypy.enums.channel import ChannelType
from scurrypy.enums.kinds import CommandType, InteractionType
from scurrypy.enums.message import MessageReferenceType
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class MessageReferenceModel(DataModel):
    """The message a message points at.

    See [Discord Docs/Message Reference](https://docs.discord.com/developers/resources/message#message-reference-structure).
    """

    type: MessageReferenceType = REQUIRED
    """Why."""
    message_id: Snowflake | None = None
    """The message."""
    channel_id: Snowflake = REQUIRED
    """Its channel."""
    guild_id: Snowflake | None = None
    """Its guild."""
    fail_if_not_exists: bool | None = None
    """Whether sending fails where there is no such message."""


class MessageInteractionModel(DataModel):
    """The interaction a message answers; deprecated, see `MessageInteractionMetadataModel`.

    See [Discord Docs/Message Interaction](https://docs.discord.com/developers/interactions/receiving-and-responding#message-interaction-object).
    """

    id: Snowflake = REQUIRED
    """Id of the interaction."""
    type: InteractionType = REQUIRED
    """Kind."""
    name: str = REQUIRED
    """Name of the command, with its subcommands."""
    user: UserModel | None = None
    """Who used it."""
    member: GuildMemberModel | None = None
    """The same as a member; in the gateway's events only."""
    name_localized: str | None = None
    """The name in the language of the user."""


class MessageInteractionMetadataModel(DataModel):
    """The interaction a message answers.

    See [Discord Docs/Message Interaction Metadata](https://docs.discord.com/developers/resources/message#message-interaction-metadata-object).
    """

    id: Snowflake = REQUIRED
    """Id of the interaction."""
    type: InteractionType = REQUIRED
    """Kind."""
    user: UserModel | None = None
    """Who caused it."""
    authorizing_integration_owners: dict[ApplicationIntegrationType, Snowflake] = REQUIRED
    """Guild or user that installed the application."""
    original_response_message_id: Snowflake | None = None
    """The first answer; followups only."""
    target_user: UserModel | None = None
    """User a user command was used on."""
    target_message_id: Snowflake | None = None
    """Message a message command was used on."""
    interacted_message_id: Snowflake | None = None
    """Message of the component that was used."""
    triggering_interaction_metadata: "MessageInteractionMetadataModel | None" = None
    """What opened the modal."""
    name: str | None = None
    """Name of the command; Discord does not document it."""
    command_type: CommandType | None = None
    """Kind of the command; Discord does not document it."""


class ChannelMentionModel(DataModel):
    """A channel that a message mentions.

    See [Discord Docs/Channel Mention Object](https://docs.discord.com/developers/resources/message#channel-mention-object).
    """

    id: Snowflake = REQUIRED
    """The channel."""
    guild_id: Snowflake = REQUIRED
    """Its guild."""
    type: ChannelType = REQUIRED
    """Kind."""
    name: str = REQUIRED
    """Name."""


class MessageResolvedModel(DataModel):
    """The default values of a message's menus, in full.

    See [Discord Docs/Resolved Data](https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-resolved-data-structure).
    """

    users: dict[Snowflake, UserModel] | None = None
    """Users."""
    members: dict[Snowflake, GuildMemberModel] | None = None
    """The same as members."""
    roles: dict[Snowflake, GuildRoleModel] | None = None
    """Roles."""
    channels: dict[Snowflake, ChannelModel] | None = None
    """Channels."""
