"""The changes of an edit and the filters of a search: checked, and with a word about what is likely misspelt."""

import logging
from collections.abc import Mapping
from typing import Any

from scurrypy.wire.checking import check
from scurrypy.wire.slips import meant_by

logger: logging.Logger = logging.getLogger(__name__)

_named: set[tuple[str, str]] = set()


def changes(kind: type[Any], options: Mapping[str, object]) -> Mapping[str, object]:
    """Return `options`; a key that `kind` does not name is reported once, and sent: Discord may know it by now.

    Args:
        kind: The typed mapping of the edit or search, such as `EditGuildRoleParams`.
        options: What the caller gave.

    Raises:
        InvalidRequest: Discord would refuse one of them.
    """
    check(options, kind)
    for key in options.keys() - kind.__annotations__.keys():
        if (kind.__name__, key) not in _named:
            _named.add((kind.__name__, key))
            near = meant_by(key, kind.__annotations__, 0.6)
            hint = f" (did you mean {near!r}?)" if near else ""
            logger.warning("%s has no %r%s; it is sent as it is", kind.__name__, key, hint)
    return options
