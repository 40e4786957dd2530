"""Menus to choose from."""

from collections.abc import Iterable, Sequence
from typing import Annotated

from scurrypy.api.components.names import ComponentId, CustomId
from scurrypy.api.emoji import EmojiModel
from scurrypy.bases.components import ActionRowChild, Component, LabelChild, received
from scurrypy.enums.channel import ChannelType
from scurrypy.enums.components import DefaultValueType
from scurrypy.enums.kinds import ComponentType
from scurrypy.wire.errors import Problem
from scurrypy.wire.limits import Count, Length, Range, Unique, out_of_order, part_of
from scurrypy.wire.model import DataModel
from scurrypy.wire.sent import SentId


class SelectOption(DataModel):
    """A choice of a menu.

    See [Discord Docs/Select Option](https://docs.discord.com/developers/components/reference#string-select-select-option-structure).
    """

    _needed = ("label", "value")

    label: Annotated[str, Length(1, 100)] | None = None
    """Text, at most 100 characters."""
    value: Annotated[str, Length(1, 100)] | None = None
    """What you receive, at most 100 characters."""
    description: Annotated[str, Length(0, 100)] | None = None
    """More text, at most 100 characters."""
    emoji: EmojiModel | None = None
    """Emoji before the text."""
    default: bool | None = None
    """Whether it is chosen at first."""


class DefaultValue(DataModel):
    """What is chosen at first in a menu.

    See [Discord Docs/Select Default Value](https://docs.discord.com/developers/components/reference#user-select-select-default-value-structure).
    """

    _needed = ("id", "type")

    id: SentId | None = None
    """A user, role or channel."""
    type: DefaultValueType | None = None
    """Which of them."""


def _chosen_at_first(name: str, chosen: Sequence[object], least: int | None, most: int | None) -> Iterable[Problem]:
    least, most = 1 if least is None else least, 1 if most is None else most
    if chosen and not least <= len(chosen) <= most:
        yield Problem(name, f"as many chosen at first as can be chosen, which is {least}-{most}", len(chosen))


class SelectMenuMixin(DataModel):
    """What the menus of users, roles and channels have in common."""

    _needed = ("custom_id",)

    custom_id: CustomId | None = None
    """Name of your own, 1-100 characters."""
    placeholder: Annotated[str, Length(0, 150)] | None = None
    """Text while nothing is chosen, at most 150 characters."""
    default_values: Annotated[list[DefaultValue], Count(0, 25)] | None = None
    """What is chosen at first."""
    min_values: Annotated[int, Range(0, 25)] | None = None
    """Fewest choices, 0-25."""
    max_values: Annotated[int, Range(1, 25)] | None = None
    """Most choices, 1-25."""
    required: bool | None = None
    """Whether a choice must be made; modals only."""
    disabled: bool | None = None
    """Whether it cannot be used; messages only."""

    def _rules(self) -> Iterable[Problem]:
        """Yield numbers that do not agree, with each other or with what is chosen at first."""
        yield from out_of_order("min_values", "max_values", self)
        yield from _chosen_at_first("default_values", self.default_values or (), self.min_values, self.max_values)


@received
class StringSelect(Component, ActionRowChild, LabelChild):
    """A menu of given choices.

    See [Discord Docs/String Select](https://docs.discord.com/developers/components/reference#string-select).
    """

    _needed = ("custom_id", "options")

    custom_id: CustomId | None = None
    """Name of your own, 1-100 characters."""
    options: Annotated[list[SelectOption], Count(1, 25), Unique("value")] | None = None
    """Choices, at most 25."""
    placeholder: Annotated[str, Length(0, 150)] | None = None
    """Text while nothing is chosen, at most 150 characters."""
    min_values: Annotated[int, Range(0, 25)] | None = None
    """Fewest choices, 0-25."""
    max_values: Annotated[int, Range(1, 25)] | None = None
    """Most choices, 1-25."""
    required: bool | None = None
    """Whether a choice must be made; modals only."""
    disabled: bool | None = None
    """Whether it cannot be used; messages only."""
    type: ComponentType = ComponentType.STRING_SELECT
    """Kind of component."""
    id: ComponentId | None = None
    """Number of your own, unique in the message."""

    def _rules(self) -> Iterable[Problem]:
        """Yield numbers that do not agree, with each other or with what is chosen at first."""
        yield from out_of_order("min_values", "max_values", self)
        chosen = [option for option in self.options or () if part_of(option, "default")]
        yield from _chosen_at_first("options", chosen, 0, self.max_values)


@received
class UserSelect(SelectMenuMixin, Component, ActionRowChild, LabelChild):
    """A menu of users.

    See [Discord Docs/User Select](https://docs.discord.com/developers/components/reference#user-select).
    """

    type: ComponentType = ComponentType.USER_SELECT
    """Kind of component."""
    id: ComponentId | None = None
    """Number of your own, unique in the message."""


@received
class RoleSelect(SelectMenuMixin, Component, ActionRowChild, LabelChild):
    """A menu of roles.

    See [Discord Docs/Role Select](https://docs.discord.com/developers/components/reference#role-select).
    """

    type: ComponentType = ComponentType.ROLE_SELECT
    """Kind of component."""
    id: ComponentId | None = None
    """Number of your own, unique in the message."""


@received
class MentionableSelect(SelectMenuMixin, Component, ActionRowChild, LabelChild):
    """A menu of users and roles.

    See [Discord Docs/Mentionable Select](https://docs.discord.com/developers/components/reference#mentionable-select).
    """

    type: ComponentType = ComponentType.MENTIONABLE_SELECT
    """Kind of component."""
    id: ComponentId | None = None
    """Number of your own, unique in the message."""


@received
class ChannelSelect(SelectMenuMixin, Component, ActionRowChild, LabelChild):
    """A menu of channels.

    See [Discord Docs/Channel Select](https://docs.discord.com/developers/components/reference#channel-select).
    """

    type: ComponentType = ComponentType.CHANNEL_SELECT
    """Kind of component."""
    id: ComponentId | None = None
    """Number of your own, unique in the message."""
    channel_types: list[ChannelType] | None = None
    """Kinds of channels to show."""
