"""What a modal that was sent off carries."""

from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, overload

from scurrypy.api.interactions.given import Kind, of_kind
from scurrypy.api.interactions.resolved import ResolvedDataModel
from scurrypy.bases.interaction import InteractionData
from scurrypy.enums.kinds import ComponentType
from scurrypy.wire.errors import OptionNotFound
from scurrypy.wire.model import DataModel
from scurrypy.wire.types import REQUIRED, Serialized, Text
from scurrypy.wire.variant import variant

V = TypeVar("V", bound=str | bool | list[str])


class ModalComponentDataModel(DataModel):
    """An input of a modal that was sent off.

    See [Discord Docs/Component Interaction Response](https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-component-interaction-response-structures).
    """

    type: ComponentType = REQUIRED
    """Kind of component."""
    custom_id: str = REQUIRED
    """Name of your own."""
    id: int | None = None
    """Number of the component."""


class ModalComponentInputDataModel(ModalComponentDataModel):
    """An input with one value."""

    value: Text | None = None
    """What was given, as text; None where nothing was."""


class ModalComponentSelectDataModel(ModalComponentDataModel):
    """An input with any number of values."""

    values: list[str] = REQUIRED
    """What was chosen."""


def _modal_input(data: Serialized) -> type[ModalComponentDataModel]:
    if "values" in data:
        return ModalComponentSelectDataModel
    return ModalComponentInputDataModel if "value" in data else ModalComponentDataModel


if TYPE_CHECKING:
    _ModalInput: TypeAlias = ModalComponentDataModel
else:
    _ModalInput = variant(ModalComponentDataModel, _modal_input)


class ModalComponentModel(DataModel):
    """A label, text or row of a modal that was sent off.

    See [Discord Docs/Label](https://docs.discord.com/developers/components/reference#label-label-interaction-response-structure).
    """

    component: _ModalInput | None = None
    """The input of a label."""
    type: ComponentType = REQUIRED
    """Kind of component."""
    id: int | None = None
    """Number of the component."""
    components: list[_ModalInput] | None = None
    """The inputs of a row, in modals of the old form."""

    @property
    def inputs(self) -> list[ModalComponentDataModel]:
        """The inputs in it: none in a text."""
        return [*(() if self.component is None else (self.component,)), *(self.components or ())]


class ModalDataModel(InteractionData):
    """A modal that was sent off.

    See [Discord Docs/Modal Submit Data](https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-modal-submit-data-structure).
    """

    custom_id: str = REQUIRED
    """Name of your own."""
    resolved: ResolvedDataModel | None = None
    """What the ids among the values stand for."""
    components: list[ModalComponentModel] = REQUIRED
    """What was given."""

    @overload
    def get_modal_data(self, custom_id: str) -> str | bool | list[str] | None: ...
    @overload
    def get_modal_data(self, custom_id: str, kind: Kind[V]) -> V | None: ...
    def get_modal_data(self, custom_id: str, kind: Kind[Any] | None = None) -> str | bool | list[str] | None:
        """Return what was given for the input of that `custom_id`.

        Args:
            custom_id: Name of your own of the input.
            kind: What the input is read as: `str`, `bool` or `list[str]`; None to take what comes.

        Returns:
            Text for text fields and radio groups, a truth value for checkboxes, a list for everything else;
            None where nothing was given.

        Raises:
            OptionNotFound: the modal has no such input.
            DataModelTypeError: what was given is not of that kind.
        """
        value = self._value(custom_id)
        return value if kind is None else of_kind(custom_id, value, kind)

    def _value(self, custom_id: str) -> str | bool | list[str] | None:
        for field in (field for component in self.components or () for field in component.inputs):
            if field.custom_id != custom_id:
                continue
            if isinstance(field, ModalComponentSelectDataModel):
                return field.values
            value = field.value if isinstance(field, ModalComponentInputDataModel) else None
            if field.type == ComponentType.CHECKBOX:
                return value is not None and value.lower() == "true"
            return value
        raise OptionNotFound(f"{custom_id!r}: the modal {self.custom_id!r} has no such input")
