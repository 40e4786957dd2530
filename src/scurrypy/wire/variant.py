"""Fields whose model is chosen by what the JSON object says: components, the inputs of a modal.

msgspec's own tagged unions refuse a tag they do not know; Discord adds tags at any time.
"""

from collections.abc import Callable
from typing import Any, Self, cast

import msgspec

from scurrypy.wire import codec
from scurrypy.wire.model import DataModel
from scurrypy.wire.types import REQUIRED, Serialized


class Verbatim(DataModel):
    """An object of a kind this version does not know; it is sent as it was received."""

    data: Serialized = REQUIRED
    """The object as Discord sent it."""

    @classmethod
    def from_dict(cls, data: Serialized) -> Self:
        """Return the model that holds the whole of `data`."""
        model = cls(data)
        vars(model)["_raw"] = data
        return model

    @classmethod
    def from_json(cls, data: bytes | msgspec.Raw) -> Self:
        """Return the model that holds the whole of the JSON object."""
        return cls.from_dict(codec.decode(data))

    def to_dict(self) -> Serialized:
        """Return the object as Discord sent it."""
        return dict(self.data)


class _Variant(type):
    """The type of a field type: msgspec calls the field type to make a value, then asks whether it is an instance."""

    base: type[DataModel]
    choose: Callable[[Serialized], type[DataModel]]

    def __call__(cls, data: Any) -> DataModel:
        if not isinstance(data, dict):
            raise msgspec.ValidationError(f"Expected `object`, got `{type(data).__name__}`")
        fields = cast("Serialized", data)
        return cls.choose(fields).from_dict(fields)

    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, cls.base)


def variant(base: type[DataModel], choose: Callable[[Serialized], type[DataModel]]) -> type:
    """Return a field type that reads a JSON object as the model `choose` names, and takes every instance of `base`."""
    return _Variant(f"Any{base.__name__}", (), {"base": base, "choose": staticmethod(choose)})
