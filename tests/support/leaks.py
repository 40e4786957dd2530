"""Watches each test for secrets: those it uses are noted where they travel, and looked for in everything that is told.

A secret is noted when it leaves for Discord (the bot's token, a user's, that of a webhook or an interaction) or when
the local Discord makes it. What is told: log records of this package at every level, the texts of errors that a test
catches, what is printed.
"""

import base64
import logging
import secrets
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from scurrypy.gateway import payloads
from scurrypy.http import client as http_client

SHORTEST = 12
"""Characters from which a token is told from a word that stands in a text by chance."""

FORM_SECRETS = {"token", "refresh_token", "code", "code_verifier", "external_auth_token", "client_secret"}
"""Fields of OAuth2's forms that are secret."""

EVERYTHING = 1
"""Level of the package's logger while a test runs; it says by its oddity that no test has set it."""


class Leaks:
    """The secrets of one test, and what was told while it ran."""

    def __init__(self) -> None:
        self.secrets: set[str] = set()
        """What nobody may be told."""
        self.told: list[str] = []
        """What was told."""
        self.looked: Counter[str] = Counter()
        """How many log records, texts and characters were looked at."""

    def note(self, secret: object) -> None:
        """Take note of a secret, if it is long enough to be one."""
        if isinstance(secret, str) and len(secret) >= SHORTEST:
            self.secrets.add(secret)

    def note_authorization(self, value: str | None) -> None:
        """Take note of what a header says, and of the password that `Basic` wraps."""
        kind, _, token = (value or "").partition(" ")
        self.note(token)
        if kind == "Basic":
            self.note(base64.b64decode(token).decode().rpartition(":")[2])

    def hear(self, error: object) -> None:
        """Take note of what an error says, with what it is shown to stem from; asyncio may log a mere class of one."""
        while isinstance(error, BaseException):
            self.told += [str(error), repr(error), *getattr(error, "__notes__", ())]
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)

    def found(self, more: str = "") -> list[str]:
        """Return what was told and holds a secret, the secret left out."""
        told = (*self.told, more)
        found = [text.replace(secret, "<SECRET>") for text in told for secret in self.secrets if secret in text]
        characters = sum(map(len, told))
        self.looked.update({"texts": len(told), "characters": characters})
        return found


class Listener(logging.Handler):
    """Hears every record of this package, and what others tell."""

    def __init__(self, leaks: Leaks) -> None:
        super().__init__(0)
        self.leaks = leaks

    def emit(self, record: logging.LogRecord) -> None:
        """Take note of what a record says."""
        self.leaks.looked["records"] += 1
        self.leaks.told.append(record.getMessage())
        if record.exc_info:
            self.leaks.hear(record.exc_info[1])


def is_asked_for(record: logging.LogRecord) -> bool:
    """Whether a record would have come without the watch: others must not see that everything is told."""
    logger: logging.Logger | None = logging.getLogger(record.name)
    while logger is not None:
        if logger.level not in (logging.NOTSET, EVERYTHING):
            return record.levelno >= logger.level
        logger = logger.parent
    return True


def observed(function: Callable[..., Any], note: Callable[..., None]) -> Callable[..., Any]:
    """Return a function that does the same after `note` was told its arguments."""

    def observe(*args: Any, **kwargs: Any) -> Any:
        note(*args, **kwargs)
        return function(*args, **kwargs)

    return observe


def watching(leaks: Leaks, patch: pytest.MonkeyPatch) -> Iterator[None]:
    """Watch until resumed."""
    mint, read, close = secrets.token_urlsafe, http_client.target_of, pytest.RaisesExc.__exit__

    def minted(size: int | None = None) -> str:
        token = mint(size)
        leaks.note(token)
        return token

    def note_path(_method: str, path: str) -> None:
        segments = path.strip("/").split("/")
        if segments[0] in ("webhooks", "interactions") and len(segments) > 2:
            leaks.note(segments[2])

    def note_form(_data: Any, _files: Any, _assets: Any, form: Mapping[str, Any] | None = None) -> None:
        for name in FORM_SECRETS & set(form or ()):
            leaks.note((form or {})[name])

    def note_error(_raises: Any, _kind: Any, error: BaseException | None, _trace: Any) -> None:
        leaks.hear(error)

    patch.setattr(secrets, "token_urlsafe", minted)
    patch.setattr(http_client, "target_of", observed(read, note_path))
    patch.setattr(
        http_client, "headers_of", observed(http_client.headers_of, lambda value, *_: leaks.note_authorization(value))
    )
    patch.setattr(http_client, "body_of", observed(http_client.body_of, note_form))
    for name in ("identify", "resume"):
        patch.setattr(payloads, name, observed(getattr(payloads, name), lambda token, *_, **__: leaks.note(token)))
    patch.setattr(pytest.RaisesExc, "__exit__", observed(close, note_error))
    package, root, listener = logging.getLogger("scurrypy"), logging.getLogger(), Listener(leaks)
    level, handlers = package.level, list(root.handlers)
    root.addHandler(listener)
    package.setLevel(EVERYTHING)
    for handler in handlers:
        handler.addFilter(is_asked_for)
    try:
        yield
    finally:
        root.removeHandler(listener)
        package.setLevel(level)
        for handler in handlers:
            handler.removeFilter(is_asked_for)
