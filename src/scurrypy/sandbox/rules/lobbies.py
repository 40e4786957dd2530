"""What lobbies and their members may be.

See [Discord Docs/Lobby Resource](https://docs.discord.com/developers/resources/lobby).
"""

from collections.abc import Mapping
from typing import Final

from scurrypy.sandbox.rules.fields import ABSENT, Field, Json, flag, mapping, read_field, text, whole
from scurrypy.sandbox.rules.shapes import identity, items, model, url
from scurrypy.sandbox.rules.validation import Problems, join

MOST_LETTERS = 1000
"""Characters of all names and texts of one metadata together."""


def _read_metadata(value: Json, field: Field, problems: Problems, path: str) -> Json:
    given: Json = read_field(value, mapping(), problems, path)
    if given is ABSENT:
        return ABSENT
    longest = int(field.most or 0)
    most_keys, each = int(field.least or 0), text(required=True, most=longest)
    if len(given) > most_keys:
        problems.add(path, "BASE_TYPE_MAX_LENGTH", f"Must be {most_keys} or fewer in length.")
    return {key: read_field(value, each, problems, join(path, key)) for key, value in given.items()}


def _texts(*, most_keys: int, longest: int) -> Field:
    """Return a field that holds texts by name."""
    return Field(read=_read_metadata, nullable=True, least=most_keys, most=longest)


METADATA: Final = _texts(most_keys=25, longest=1024)
"""What a game keeps of a lobby or of a member."""
MODERATION: Final = _texts(most_keys=5, longest=2000)
"""What moderation says of a message."""

_TIMEOUT = whole(least=5, most=604_800)
_FLAGS = whole(least=0, most=1)
_MEMBER: Mapping[str, Field] = {"id": identity(required=True), "metadata": METADATA, "flags": _FLAGS}
LOBBY: Final[Mapping[str, Field]] = {
    "metadata": METADATA,
    "idle_timeout_seconds": _TIMEOUT,
    "flags": _FLAGS,
    "override_event_webhooks_url": url(most=512, nullable=True),
    "members": items(model(_MEMBER), most=25, nullable=True),
}
"""A lobby."""
MEMBER: Final[Mapping[str, Field]] = {
    "metadata": METADATA,
    "flags": _FLAGS,
    "additional_name": text(least=1, most=80, nullable=True),
}
"""A member."""
BULK: Final = items(
    model({**MEMBER, "id": identity(required=True), "remove_member": flag(default=False)}),
    least=1,
    most=25,
    required=True,
)
"""Members to be added, changed, removed."""
JOIN: Final[Mapping[str, Field]] = {
    "secret": text(required=True, least=1, most=250),
    "idle_timeout_seconds": _TIMEOUT,
    "lobby_metadata": METADATA,
    "member_metadata": METADATA,
    "flags": _FLAGS,
}
"""What a player says who joins by a secret."""
MESSAGE: Final[Mapping[str, Field]] = {
    "content": text(required=True, least=1, most=4000),
    "metadata": METADATA,
    "flags": whole(least=0, default=0),
}
"""A message."""


def check_letters(metadata: Mapping[str, str] | None, problems: Problems, path: str) -> None:
    """Note where a game keeps more than it may."""
    if sum(len(key) + len(value) for key, value in (metadata or {}).items()) > MOST_LETTERS:
        problems.add(path, "BASE_TYPE_MAX_LENGTH", f"Must be {MOST_LETTERS} or fewer in length.")
