"""Built-in values to models and back."""

from typing import Any

import msgspec

from scurrypy.wire import codec
from scurrypy.wire.errors import DataModelTypeError
from scurrypy.wire.model import serialize

__all__ = ["convert", "serialize"]


def convert(t: Any, v: Any) -> Any:
    """Return the built-in value `v` as the type `t`; None stays None.

    Raises:
        DataModelTypeError: `v` does not fit, or `t` is not a type that can be read.
    """
    if v is None:
        return None
    if t is str and isinstance(v, (int, float)):
        return str(v)
    try:
        return codec.convert(v, t)
    except (msgspec.ValidationError, TypeError) as error:
        raise DataModelTypeError(f"{v!r} does not fit {t}: {error}") from error
