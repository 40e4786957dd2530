"""Interactions: commands, components and modals that were used."""

from typing import cast

from scurrypy.api.channels.channel import ChannelModel
from scurrypy.api.entitlement import EntitlementModel
from scurrypy.api.guilds.guild import GuildModel
from scurrypy.api.interactions.callback import (
    ActivityInstanceModel,
    InteractionCallbackDataModel,
    InteractionCallbackModel,
    InteractionCallbackResourceModel,
)
from scurrypy.api.interactions.command_data import (
    ApplicationCommandDataModel,
    ApplicationCommandOptionDataModel,
    AutocompleteApplicationCommandDataModel,
    CommandDataModel,
)
from scurrypy.api.interactions.component_data import MessageComponentDataModel
from scurrypy.api.interactions.modal_data import (
    ModalComponentDataModel,
    ModalComponentInputDataModel,
    ModalComponentModel,
    ModalComponentSelectDataModel,
    ModalDataModel,
)
from scurrypy.api.messages.message import MessageModel
from scurrypy.api.user import GuildMemberModel, UserModel
from scurrypy.bases.interaction import InteractionData, ReceivedInteractionData
from scurrypy.enums.application import ApplicationIntegrationType
from scurrypy.enums.command_use import InteractionContextType
from scurrypy.enums.kinds import InteractionType
from scurrypy.enums.permissions import Permissions
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED, Serialized
from scurrypy.wire.variant import Verbatim

__all__ = [
    "ActivityInstanceModel",
    "ApplicationCommandDataModel",
    "ApplicationCommandOptionDataModel",
    "AutocompleteApplicationCommandDataModel",
    "CommandDataModel",
    "InteractionCallbackDataModel",
    "InteractionCallbackModel",
    "InteractionCallbackResourceModel",
    "InteractionModel",
    "MessageComponentDataModel",
    "ModalComponentDataModel",
    "ModalComponentInputDataModel",
    "ModalComponentModel",
    "ModalComponentSelectDataModel",
    "ModalDataModel",
    "UnknownInteractionData",
]


class UnknownInteractionData(Verbatim, InteractionData):
    """What an interaction of a kind this version does not know carries."""


_DATA: dict[InteractionType, type[InteractionData]] = {
    InteractionType.APPLICATION_COMMAND: ApplicationCommandDataModel,
    InteractionType.MESSAGE_COMPONENT: MessageComponentDataModel,
    InteractionType.APPLICATION_COMMAND_AUTOCOMPLETE: AutocompleteApplicationCommandDataModel,
    InteractionType.MODAL_SUBMIT: ModalDataModel,
}
"""The model of each kind of data."""


def data_class(kind: InteractionType) -> type[InteractionData]:
    """Return the model of what an interaction of a kind carries."""
    return _DATA.get(kind, UnknownInteractionData)


class InteractionModel(DataModel):
    """A command, component or modal that was used.

    See [Discord Docs/Interaction Object](https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object).
    """

    _secrets = ("token",)

    type: InteractionType = REQUIRED
    """Kind."""
    id: Snowflake = REQUIRED
    """Id of the interaction."""
    token: str = REQUIRED
    """What it is answered with, for 15 minutes; a secret."""
    channel_id: Snowflake = REQUIRED
    """Channel it happened in."""
    application_id: Snowflake = REQUIRED
    """The application."""
    app_permissions: Permissions = REQUIRED
    """What the application may do there."""
    member: GuildMemberModel | None = None
    """Who used it, in guilds."""
    message: MessageModel | None = None
    """The message of the component."""
    guild_id: Snowflake | None = None
    """Guild it happened in."""
    guild: GuildModel | None = None
    """That guild, in part."""
    channel: ChannelModel | None = None
    """Channel it happened in, in part."""
    data: ReceivedInteractionData | None = None
    """What was used, and what was given."""
    user: UserModel | None = None
    """Who used it, in direct messages."""
    version: int = REQUIRED
    """Always 1."""
    locale: str | None = None
    """Language of the user."""
    guild_locale: str | None = None
    """Language of the guild."""
    entitlements: list[EntitlementModel] = REQUIRED
    """What the user and the guild have bought."""
    authorizing_integration_owners: dict[ApplicationIntegrationType, Snowflake] = REQUIRED
    """Guild or user that installed the application."""
    context: InteractionContextType | None = None
    """Where it happened."""
    attachment_size_limit: int = REQUIRED
    """Most bytes of a file in an answer."""

    def __post_init__(self) -> None:
        """Read the data as the kind of interaction says."""
        if isinstance(self.data, dict):
            self.data = data_class(self.type).from_dict(cast("Serialized", self.data))
