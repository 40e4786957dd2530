"""One request as its handler sees it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from scurrypy.sandbox.records import Application, UploadedFile
from scurrypy.sandbox.records.grants import Grant
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.fields import Field, listing, mapping, read_field
from scurrypy.sandbox.rules.validation import Problems, invalid
from scurrypy.sandbox.world import Actor, World


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer that is not simply 200 with JSON or 204 without."""

    status: int
    """HTTP status."""
    body: Any = None
    """JSON body; None sends none."""


@dataclass(slots=True)
class Call:
    """One request: what was asked, by whom, of which world."""

    world: World
    """The world."""
    request: web.Request
    """The request as aiohttp has it."""
    token_application: Application | None
    """Application whose token the request carries; None where no token was needed and none was sent."""
    path: Mapping[str, int]
    """Ids in the path, by their names in the template."""
    names: Mapping[str, str]
    """Everything else in the path, by its name in the template."""
    json: Any
    """The JSON body, from `payload_json` in a form; an empty object where there is none."""
    files: list[UploadedFile]
    """Files that came along."""
    form: Mapping[str, str]
    """Text fields of a form, besides `payload_json`."""
    reason: str | None
    """What the audit log is to say."""
    user_grant: Grant | None = None
    """What a user let an application do, where the request carries the user's access token."""

    @property
    def application(self) -> Application:
        """The application that asks; refuses a request without a token."""
        if self.token_application is None:
            raise Code.UNAUTHORIZED.error()
        return self.token_application

    @property
    def grant(self) -> Grant:
        """What a user let an application do; refuses a request without a user's access token."""
        if self.user_grant is None:
            raise Code.UNAUTHORIZED.error()
        return self.user_grant

    def own_application(self) -> Application:
        """Return the application that asks, or refuse where the path names another one."""
        if self.path["application_id"] != self.application.id:
            raise Code.NOT_YOUR_APPLICATION.error()
        return self.application

    @property
    def actor(self) -> Actor:
        """Who asks, a bot or the user whose access token it is; refuses a request without a token."""
        if self.user_grant is not None:
            return Actor(self.user_grant.user_id)
        return Actor(self.application.bot_id, self.application.id, self.reason)

    @property
    def body(self) -> dict[str, Any]:
        """The JSON body, which must be an object."""
        body: dict[str, Any] = self._read(mapping(required=True))
        return body

    @property
    def listed(self) -> list[Any]:
        """The JSON body, which must be a list."""
        body: list[Any] = self._read(listing(required=True))
        return body

    def _read(self, field: Field) -> Any:
        problems = Problems()
        value = read_field(self.json, field, problems, "")
        problems.raise_if_any()
        return value

    @property
    def query(self) -> Mapping[str, str]:
        """The query string, the last of each name."""
        return dict(self.request.query)

    def query_int(self, name: str, default: int, *, least: int, most: int) -> int:
        """Return a number from the query, which must lie in bounds."""
        text = self.request.query.get(name)
        if text is None:
            return default
        if not text.removeprefix("-").isdecimal():
            raise invalid(name, "NUMBER_TYPE_COERCE", f'Value "{text}" is not int.')
        number = int(text)
        if number < least:
            raise invalid(name, "NUMBER_TYPE_MIN", f"int value should be greater than or equal to {least}.")
        if number > most:
            raise invalid(name, "NUMBER_TYPE_MAX", f"int value should be less than or equal to {most}.")
        return number

    def query_id(self, name: str) -> int | None:
        """Return an id from the query; None where it is absent."""
        text = self.request.query.get(name)
        return None if text is None else parse_id(name, text)

    def query_flag(self, name: str) -> bool:
        """Return a truth value from the query; absent is false."""
        return self.request.query.get(name, "").lower() in ("true", "1")


def parse_id(name: str, text: str) -> int:
    """Return the id that `text` writes, or refuse the request for the field `name`."""
    if text.isascii() and text.isdecimal() and len(text) <= 20 and int(text) < 1 << 64:
        return int(text)
    raise invalid(name, "NUMBER_TYPE_COERCE", f'Value "{text}" is not snowflake.')
