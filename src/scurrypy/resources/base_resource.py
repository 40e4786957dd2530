"""The one seam between resources and the HTTP client."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from inspect import iscoroutinefunction
from typing import Any, Final, TypeVar, cast, overload

from scurrypy.http.client import BOT, HTTPClient
from scurrypy.http.protocols import HTTPClientProtocol
from scurrypy.resources.needs import needing
from scurrypy.resources.pointing import pointed_out
from scurrypy.routes import LIST_PINS, LIST_PRIVATE_ARCHIVED_THREADS, LIST_PUBLIC_ARCHIVED_THREADS, Route
from scurrypy.wire.checking import check
from scurrypy.wire.errors import DiscordError, InvalidRequest
from scurrypy.wire.limits import part_of
from scurrypy.wire.model import DataModel, serialize
from scurrypy.wire.snowflake import id_of
from scurrypy.wire.types import is_flat

M = TypeVar("M", bound=DataModel)


@dataclass
class BaseResource:
    """Something in Discord that requests can be made about: an HTTP client and the ids that name the thing.

    Holds no state of the thing itself. To make one costs nothing and sends nothing.
    """

    http: HTTPClientProtocol
    """Sends the requests."""

    def __init_subclass__(cls) -> None:
        for name, value in list(vars(cls).items()):
            if not name.startswith("_") and iscoroutinefunction(value):
                setattr(cls, name, needing(value))

    @property
    def _sender(self) -> str:
        """In whose name requests are sent, unless a method says otherwise."""
        return BOT

    @overload
    async def _request(self, route: Route, *, into: type[M], **rest: Any) -> M: ...

    @overload
    async def _request(self, route: Route, **rest: Any) -> Any: ...

    async def _request(
        self,
        route: Route,
        *,
        body: object = None,
        query: Mapping[str, object] | None = None,
        files: Sequence[Any] | None = None,
        assets: Mapping[str, object] | None = None,
        reason: str | None = None,
        authorization: str | None = BOT,
        form: Mapping[str, object] | None = None,
        headers: Mapping[str, str] | None = None,
        within: str | None = None,
        into: type[DataModel] | None = None,
        **ids: object,
    ) -> Any:
        """Send one request and return the decoded answer, or the model that it stands for.

        Only what is given is passed on, so that an HTTP client of the user's own needs no parameter it never sees.

        Args:
            route: The operation.
            body: A model, a mapping or a list; None for no body.
            query: Query parameters; those that are None are left out.
            files: What is uploaded beside the body.
            assets: Fields of a multipart form instead of a body.
            reason: Why, for the guild's audit log.
            authorization: Who sends it where that is another than for the rest of the resource: a whole header value,
                or None for nobody.
            form: Fields of a URL-encoded form instead of a body; those that are None are left out.
            headers: Headers that only this operation has.
            within: Name under which the body holds what the caller gave, and which the caller need not know; None
                where that is the whole body.
            into: The model of the answer, which is then read from its bytes at once; None for built-in values.
            ids: What fills the names in the route's path.

        Raises:
            InvalidRequest: Discord would refuse the body; or what is to fill the path is no id, or no text; or what
                stands for an id in the query is none.
            DiscordError: Discord refused it; complaints about fields tell where those are in what the caller gave.
        """
        template = route.template
        for name, value in ids.items():
            if f"{{{name}}}" in template:
                _check_segment(name, value)
        if query:
            _check_query(route, query)
        if body is not None:
            body = _checked(route, body, within)
        extras: dict[str, Any] = {} if body is None else {"data": body}
        # What few requests have is asked for together.
        if not (query is None and reason is None):
            extras |= given(params=query and given(**query), reason=reason)
        if files or not (assets is None and form is None and headers is None):
            extras |= given(
                files=list(files) if files else None,
                assets=None if assets is None else dict(assets),
                form=None if form is None else given(**form),
                headers=headers,
            )
        sender = self._sender if authorization == BOT else authorization
        if sender != BOT:
            extras["authorization"] = sender
        if into is not None and type(self.http).request is HTTPClient.request:
            extras["read"] = into.from_json
        try:
            answer = await self.http.request(route.method, route.path(**ids), **extras)
        except DiscordError as error:
            error.errors = [pointed_out(complaint, extras.get("data"), within) for complaint in error.errors]
            raise
        return answer if into is None or type(answer) is into else into.from_dict(answer)


def _checked(route: Route, body: object, within: str | None) -> object:
    """Return the body in built-in values, unless Discord would refuse it."""
    sent = body if within is None else part_of(body, within)
    if isinstance(sent, (str, int, float)):
        raise InvalidRequest("", f"{route.method} {route.template} takes an object or a list", class_name(sent))
    if is_flat(body):
        return body
    check(sent)
    return serialize(body)


_TEXTS: Final = frozenset({"code", "emoji_name", "instance_id", "interaction_token", "webhook_token"})
"""Names in paths that stand for text; the others stand for ids."""


def _check_segment(name: str, value: object) -> None:
    """Refuse what cannot stand in a path, where emptiness would make another path of it."""
    if name not in _TEXTS:
        id_of(value, name)
    elif not isinstance(value, (str, int)) or value == "":
        raise InvalidRequest(name, "text is needed", value if value == "" else class_name(value))
    elif any("\ud800" <= letter <= "\udfff" for letter in str(value)):
        raise InvalidRequest(name, "text is needed", "half of a pair of characters")


QUERY_IDS: Final = frozenset(
    {
        *("after", "around", "before", "min_id", "max_id"),
        *("author_id", "channel_id", "guild_id", "mentions", "mentions_role_id"),
        *("replied_to_message_id", "replied_to_user_id", "tag", "target_id", "thread_id", "user_id"),
        *("guild_scheduled_event_id", "target_channel_id", "target_message_id"),
    }
)
"""Names in queries that stand for an id, or a list of ids; those that are sent with commas between are `joined`."""
_BEFORE_A_TIME: Final = (LIST_PINS, LIST_PRIVATE_ARCHIVED_THREADS, LIST_PUBLIC_ARCHIVED_THREADS)
"""Operations whose `before` is a time."""


def _check_query(route: Route, query: Mapping[str, object]) -> None:
    for name, value in query.items():
        if name in QUERY_IDS and not (name == "before" and route in _BEFORE_A_TIME):
            _check_ids(name, value)


def _check_ids(name: str, value: object) -> None:
    for id in cast("Sequence[object]", value) if isinstance(value, (list, tuple)) else (value,):
        if id is not None:
            id_of(id, name)


def given(**values: object) -> dict[str, Any]:
    """Return those of the values that are not None, by their names."""
    return {name: value for name, value in values.items() if value is not None}


def models(kind: type[M], answer: list[dict[str, Any]] | None) -> list[M]:
    """Return the models that an answered list stands for; Discord's null for an empty list is an empty list."""
    return [kind.from_dict(item) for item in answer or ()]


def joined(ids: Iterable[int] | None) -> str | None:
    """Return ids as one query value, with commas between; None for None."""
    return None if ids is None else ",".join(str(int(id_of(id, "ids"))) for id in ids)


def bearer(access_token: str | None) -> str:
    """Return the authorization of the user whom an OAuth2 access token belongs to; of the bot where there is none.

    Raises:
        InvalidRequest: this cannot be a token; it is not repeated.
    """
    return BOT if access_token is None else of_user(access_token)


def of_user(access_token: object) -> str:
    """Return the authorization of the user whom an OAuth2 access token belongs to.

    Raises:
        InvalidRequest: this cannot be a token; it is not repeated.
    """
    if not isinstance(access_token, str):
        raise InvalidRequest("access_token", "the access token of a user", class_name(access_token))
    if not access_token or not access_token.isascii() or not access_token.isprintable() or " " in access_token:
        limit = "the access token of a user, without `Bearer ` or white space"
        raise InvalidRequest("access_token", limit, f"{len(access_token)} characters")
    return f"Bearer {access_token}"


def class_name(value: object) -> str | None:
    """Return what an error says was given where a value does not fit; the value may be long or hold a secret."""
    return None if value is None else type(value).__name__
