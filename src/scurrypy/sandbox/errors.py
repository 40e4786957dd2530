"""The errors of the local Discord: a refusal as a client receives it, and a deed no user could do."""

from collections.abc import Mapping
from typing import Any


class ApiError(Exception):
    """A refusal: an HTTP status and the JSON body that goes with it."""

    def __init__(
        self,
        status: int,
        code: int,
        message: str,
        *,
        errors: dict[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        extra: dict[str, Any] | None = None,
        whole: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(f"{status} {message} ({code})")
        self.status = status
        """HTTP status of the answer."""
        self.code = code
        """Discord's number for what went wrong; 0 where Discord has none."""
        self.message = message
        """Discord's words for what went wrong."""
        self.errors = errors
        """What is wrong with which field of the request, nested as the request is."""
        self.headers: dict[str, str] = dict(headers or {})
        """Headers to send with the answer."""
        self.extra: dict[str, Any] = extra or {}
        """Further keys of the body."""
        self.whole = whole
        """The whole body, where Discord answers in no shape that others have."""

    def body(self) -> dict[str, Any]:
        """Return the JSON body of the answer."""
        if self.whole is not None:
            return self.whole
        body: dict[str, Any] = {"message": self.message, "code": self.code}
        if self.errors is not None:
            body["errors"] = self.errors
        return body | self.extra


class ActorError(Exception):
    """A simulated user is asked for a deed that Discord's own client would not let a user do."""
