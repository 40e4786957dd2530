"""Inputs of a modal."""

from collections.abc import Iterable
from typing import Annotated

from scurrypy.api.components.names import ComponentId, CustomId
from scurrypy.api.file_types import FileTypes
from scurrypy.bases.components import Component, LabelChild, received
from scurrypy.enums.components import TextInputStyle
from scurrypy.enums.kinds import ComponentType
from scurrypy.wire.errors import Problem
from scurrypy.wire.limits import Count, Length, Range, Unique, out_of_order
from scurrypy.wire.model import DataModel


@received
class TextInput(Component, LabelChild):
    """A text field.

    See [Discord Docs/Text Input](https://docs.discord.com/developers/components/reference#text-input).
    """

    _needed = ("custom_id", "style")

    custom_id: CustomId | None = None
    """Name of your own, 1-100 characters."""
    style: TextInputStyle | None = None
    """Height."""
    min_length: Annotated[int, Range(0, 4000)] | None = None
    """Fewest characters, 0-4000."""
    max_length: Annotated[int, Range(1, 4000)] | None = None
    """Most characters, 1-4000."""
    required: bool | None = None
    """Whether it must be filled."""
    value: Annotated[str, Length(0, 4000)] | None = None
    """Text at first, at most 4000 characters."""
    placeholder: Annotated[str, Length(0, 100)] | None = None
    """Text while it is empty, at most 100 characters."""
    type: ComponentType = ComponentType.TEXT_INPUT
    """Kind of component."""
    id: ComponentId | None = None
    """Number of your own, unique in the modal."""
    label: Annotated[str, Length(1, 45)] | None = None
    """Caption; deprecated, a `Label` around it is the better choice."""

    def _rules(self) -> Iterable[Problem]:
        """Yield lengths that do not agree."""
        yield from out_of_order("min_length", "max_length", self)
        if isinstance(self.value, str) and self.max_length is not None and len(self.value) > self.max_length:
            yield Problem("value", f"at most max_length, which is {self.max_length}", len(self.value))
        if self.value and self.min_length is not None and len(self.value) < self.min_length:
            yield Problem("value", f"at least min_length, which is {self.min_length}", len(self.value))


@received
class FileUpload(Component, LabelChild):
    """A field for files.

    See [Discord Docs/File Upload](https://docs.discord.com/developers/components/reference#file-upload).
    """

    _needed = ("custom_id",)

    custom_id: CustomId | None = None
    """Name of your own, 1-100 characters."""
    min_values: Annotated[int, Range(0, 10)] | None = None
    """Fewest files, 0-10."""
    max_values: Annotated[int, Range(1, 10)] | None = None
    """Most files, 1-10."""
    required: bool | None = None
    """Whether a file must be given."""
    type: ComponentType = ComponentType.FILE_UPLOAD
    """Kind of component."""
    id: ComponentId | None = None
    """Number of your own, unique in the modal."""
    file_types: FileTypes | None = None
    """Members of `FileTypeGroup`, or endings such as `.pdf`, at most 10; files of other names are refused."""

    def _rules(self) -> Iterable[Problem]:
        """Yield numbers that do not agree."""
        return out_of_order("min_values", "max_values", self)


class ListOption(DataModel):
    """A choice of a group.

    See [Discord Docs/Radio Group Option](https://docs.discord.com/developers/components/reference#radio-group-option-structure).
    """

    _needed = ("value", "label")

    value: Annotated[str, Length(1, 100)] | None = None
    """What you receive, at most 100 characters."""
    label: Annotated[str, Length(1, 100)] | None = None
    """Text, at most 100 characters."""
    description: Annotated[str, Length(0, 100)] | None = None
    """More text, at most 100 characters."""
    default: bool | None = None
    """Whether it is chosen at first."""


@received
class RadioGroup(Component, LabelChild):
    """One choice out of several.

    See [Discord Docs/Radio Group](https://docs.discord.com/developers/components/reference#radio-group).
    """

    _needed = ("custom_id", "options")

    custom_id: CustomId | None = None
    """Name of your own, 1-100 characters."""
    options: Annotated[list[ListOption], Count(2, 10), Unique("value")] | None = None
    """Choices, 2-10."""
    required: bool | None = None
    """Whether a choice must be made."""
    type: ComponentType = ComponentType.RADIO_GROUP
    """Kind of component."""
    id: ComponentId | None = None
    """Number of your own, unique in the modal."""


@received
class CheckboxGroup(Component, LabelChild):
    """Some choices out of several.

    See [Discord Docs/Checkbox Group](https://docs.discord.com/developers/components/reference#checkbox-group).
    """

    _needed = ("custom_id", "options")

    custom_id: CustomId | None = None
    """Name of your own, 1-100 characters."""
    options: Annotated[list[ListOption], Count(1, 10), Unique("value")] | None = None
    """Choices, 1-10."""
    min_values: Annotated[int, Range(0, 10)] | None = None
    """Fewest choices, 0-10."""
    max_values: Annotated[int, Range(1, 10)] | None = None
    """Most choices, 1-10."""
    required: bool | None = None
    """Whether a choice must be made."""
    type: ComponentType = ComponentType.CHECKBOX_GROUP
    """Kind of component."""
    id: ComponentId | None = None
    """Number of your own, unique in the modal."""

    def _rules(self) -> Iterable[Problem]:
        """Yield numbers that do not agree."""
        return out_of_order("min_values", "max_values", self)


@received
class Checkbox(Component, LabelChild):
    """A yes or no.

    See [Discord Docs/Checkbox](https://docs.discord.com/developers/components/reference#checkbox).
    """

    _needed = ("custom_id",)

    custom_id: CustomId | None = None
    """Name of your own, 1-100 characters."""
    default: bool | None = None
    """Whether it is ticked at first."""
    type: ComponentType = ComponentType.CHECKBOX
    """Kind of component."""
    id: ComponentId | None = None
    """Number of your own, unique in the modal."""
