"""Collects what is wrong with a request, nested as Discord reports it."""

from typing import Any

from scurrypy.sandbox.errors import ApiError
from scurrypy.sandbox.rules.codes import Code


class Problems:
    """What is wrong with one request, each under the path of its field."""

    def __init__(self) -> None:
        self._root: dict[str, Any] = {}

    def add(self, path: str, code: str, message: str) -> None:
        """Note a problem with the field at `path`: names and indexes with dots between, empty for the whole body."""
        node = self._root
        for step in path.split(".") if path else ():
            node = node.setdefault(step, {})
        node.setdefault("_errors", []).append({"code": code, "message": message})

    def __bool__(self) -> bool:
        """Whether anything is wrong."""
        return bool(self._root)

    def error(self) -> ApiError:
        """Return the refusal that reports every problem."""
        status, code, message = Code.INVALID_FORM.value
        return ApiError(status, code, message, errors=self._root)

    def raise_if_any(self) -> None:
        """Refuse the request if anything is wrong with it."""
        if self:
            raise self.error()


def invalid(path: str, code: str, message: str) -> ApiError:
    """Return the refusal that reports one problem."""
    problems = Problems()
    problems.add(path, code, message)
    return problems.error()


def join(path: str, step: str | int) -> str:
    """Return the path of a field below `path`."""
    return f"{path}.{step}" if path else str(step)
