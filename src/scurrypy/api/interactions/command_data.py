"""What a command that was used carries."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar, overload

from scurrypy.api.interactions.given import Kind, of_kind
from scurrypy.api.interactions.resolved import ResolvedDataModel
from scurrypy.bases.interaction import InteractionData
from scurrypy.enums.command import CommandOptionType
from scurrypy.enums.kinds import CommandType
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED, Text

V = TypeVar("V", bound=str | int | float | bool)


class ApplicationCommandOptionDataModel(DataModel):
    """An option of a command that was used.

    See [Discord Docs/Application Command Interaction Data Option](https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-application-command-interaction-data-option-structure).
    """

    name: str = REQUIRED
    """Name."""
    type: CommandOptionType = REQUIRED
    """Kind."""
    value: Text | None = None
    """What was given, as text also for numbers; None for subcommands and groups."""
    focused: bool | None = None
    """Whether it is being typed; autocomplete only."""
    options: list["ApplicationCommandOptionDataModel"] | None = None
    """Options of a subcommand, or the subcommand of a group."""

    @property
    def typed_value(self) -> str | int | float | bool | None:
        """What was given, as the kind of option says: a number, an id, a truth value or text."""
        read = _READ_AS.get(self.type)
        if read is None or self.value is None:
            return self.value
        try:
            return read(str(self.value))
        except ValueError:
            # What is being typed need not be a number yet.
            return self.value


_IDS = ("USER", "CHANNEL", "ROLE", "MENTIONABLE", "ATTACHMENT")

_READ_AS: dict[CommandOptionType, Callable[[str], int | float | bool]] = {
    CommandOptionType.INTEGER: int,
    CommandOptionType.NUMBER: float,
    CommandOptionType.BOOLEAN: lambda text: text.lower() == "true",
    **{CommandOptionType[name]: Snowflake for name in _IDS},
}
"""How the text of an option is read; those not named here stay text."""


class CommandDataModel(InteractionData):
    """What every command that was used carries.

    See [Discord Docs/Application Command Data](https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-application-command-data-structure).
    """

    id: Snowflake = REQUIRED
    """Id of the command."""
    name: str = REQUIRED
    """Name of the command."""
    type: CommandType = REQUIRED
    """Kind of command."""
    guild_id: Snowflake | None = None
    """Guild the command belongs to; not the one it was used in."""
    target_id: Snowflake | None = None
    """User or message it was used on."""
    resolved: ResolvedDataModel | None = None
    """What the ids of the options stand for."""
    options: list[ApplicationCommandOptionDataModel] | None = None
    """What was given."""

    @property
    def path(self) -> tuple[str, ...]:
        """The names of the command, the group and the subcommand, as far as there are any."""
        return (self.name, *(option.name for option in self._subcommands()))

    @overload
    def get_option(self, option_name: str) -> str | int | float | bool | None: ...
    @overload
    def get_option(self, option_name: str, kind: Kind[V]) -> V | None: ...
    def get_option(self, option_name: str, kind: Kind[Any] | None = None) -> str | int | float | bool | None:
        """Return what was given for an option; None where nothing was.

        The options of a subcommand are found by their own name.

        Args:
            option_name: Name of the option.
            kind: What the option is read as: `str`, `int`, `float` or `bool`; `Snowflake` or `int` for the id of a
                user, role, channel or file. None to take what comes. In autocomplete, what is being typed may be
                text whatever the option is.

        Returns:
            A number, a truth value or text, as the option is declared; for users, roles, channels and files, the id.

        Raises:
            DataModelTypeError: what was given is not of that kind.
        """
        option = next((option for option in self._values() if option.name == option_name), None)
        value = None if option is None else option.typed_value
        return value if kind is None else of_kind(option_name, value, kind)

    def get_focused_value(self) -> str:
        """Return what was typed so far into the option that wants suggestions; empty text where there is none."""
        option = self.focused_option
        return "" if option is None else option.value or ""

    @property
    def focused_option(self) -> ApplicationCommandOptionDataModel | None:
        """The option that wants suggestions."""
        return next((option for option in self._values() if option.focused), None)

    def _subcommands(self) -> Iterator[ApplicationCommandOptionDataModel]:
        level = self.options or ()
        while found := next((option for option in level if option.type in _SUBCOMMANDS), None):
            yield found
            level = found.options or ()

    def _values(self) -> Sequence[ApplicationCommandOptionDataModel]:
        level = self.options
        for option in self._subcommands():
            level = option.options
        return level or ()


_SUBCOMMANDS = (CommandOptionType.SUB_COMMAND, CommandOptionType.SUB_COMMAND_GROUP)


class ApplicationCommandDataModel(CommandDataModel):
    """A command that was used."""


class AutocompleteApplicationCommandDataModel(CommandDataModel):
    """A command that is being typed and wants suggestions; its options are incomplete and may not be valid."""
