"""What was meant by a name that nothing has."""

import importlib
from collections.abc import Iterable


def meant_by(name: str, known: Iterable[str], cutoff: float) -> str | None:
    """Return which of the known names is most like a name that is not among them; None where none is.

    Args:
        name: What was given.
        known: What there is.
        cutoff: How alike they must be, from 0, anything, to 1, the same.
    """
    # Imported with the first slip: the module takes 0.7 ms of each start.
    found: list[str] = importlib.import_module("difflib").get_close_matches(name, known, 1, cutoff)
    return found[0] if found else None
