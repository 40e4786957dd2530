"""No secret is told: the watch over every test finds what is, and no repr of anything shows one."""

import dataclasses
import importlib
import inspect
import logging
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import msgspec
import pytest

import scurrypy
from scurrypy import Client
from scurrypy.gateway import GatewayClient
from scurrypy.http import HTTPClient
from scurrypy.resources import OAuth2
from scurrypy.sandbox import Sandbox
from scurrypy.wire.errors import DiscordError
from tests.support.leaks import Leaks
from tests.unit.http.server import TOKEN, talking

ROOT = Path(__file__).parents[2]
SECRET = "s3cr3t-that-nobody-must-be-told"
NAMES = re.compile(r"(^|_)(tokens?|secrets?|password|headers|identity|major)$")
"""Names of fields that hold secrets."""
HARMLESS = {"Target.with_token", "ActivityModel.secrets"}
"""Fields with such a name that hold none: a flag, and a model that hides its own fields."""


def classes() -> Iterator[type[Any]]:
    for module in pkgutil.walk_packages(scurrypy.__path__, "scurrypy."):
        # These run when they are imported.
        if module.name.endswith("__main__") or ".attach.hook" in module.name:
            continue
        for value in vars(importlib.import_module(module.name)).values():
            if inspect.isclass(value) and value.__module__ == module.name:
                yield value


def fields_of(kind: type[Any]) -> list[str]:
    if dataclasses.is_dataclass(kind):
        return [field.name for field in dataclasses.fields(kind)]
    if issubclass(kind, tuple):
        return list(getattr(kind, "_fields", ()))
    return list(kind.__struct_fields__) if issubclass(kind, msgspec.Struct) else []


def is_secret(kind: type[Any], name: str) -> bool:
    return NAMES.search(name) is not None and f"{kind.__name__}.{name}" not in HARMLESS


HOLDERS = [kind for kind in classes() if any(is_secret(kind, name) for name in fields_of(kind))]


def test_the_classes_that_hold_secrets_are_found() -> None:
    names = {kind.__name__ for kind in HOLDERS}
    assert {
        "AccessTokenModel",
        "WebhookModel",
        "InteractionEvent",
        "Webhook",
        "OAuth2",
        "Outgoing",
        "Identify",
        "Key",
        "Target",
    } <= names


@pytest.mark.parametrize("kind", HOLDERS, ids=lambda kind: f"{kind.__module__}.{kind.__name__}")
def test_no_repr_shows_a_secret(kind: type[Any]) -> None:
    if dataclasses.is_dataclass(kind):
        holder = object.__new__(kind)
        for name in fields_of(kind):
            object.__setattr__(holder, name, SECRET if is_secret(kind, name) else None)
    elif issubclass(kind, tuple):
        holder = kind(*(SECRET if is_secret(kind, name) else "shown" for name in fields_of(kind)))
        assert "shown" in repr(holder)
    else:
        holder = kind(**{name: SECRET if is_secret(kind, name) else None for name in fields_of(kind)})
    assert SECRET not in repr(holder)


def test_no_repr_of_what_is_made_with_a_secret_shows_it() -> None:
    http = HTTPClient(proxy=f"http://user:{SECRET}@127.0.0.1:9")
    sandbox = Sandbox()
    sandbox.control_token = SECRET
    made = [http, Client(token=SECRET, http=http), GatewayClient(), OAuth2(http, 1, SECRET), sandbox, sandbox.world]
    assert not [thing for thing in made if SECRET in repr(thing)]


async def test_a_token_in_a_log_record_is_found(leaks: Leaks) -> None:
    async with talking() as (_, client):
        await client.request("GET", "/gateway")
    assert leaks.found() == []
    logging.getLogger("scurrypy.http").debug("sent with %s", TOKEN)
    assert leaks.found() == ["sent with <SECRET>"]
    leaks.told.clear()


async def test_a_token_in_an_error_or_what_it_stems_from_is_found(leaks: Leaks) -> None:
    async with talking() as (_, client):
        await client.request("POST", f"/webhooks/1/{SECRET}", data={})

    def fail() -> NoReturn:
        raise DiscordError(400, {}) from ValueError(SECRET)

    with pytest.raises(DiscordError):
        fail()
    assert "<SECRET>" in leaks.found()
    leaks.told.clear()


def test_a_token_that_the_local_discord_made_is_found(leaks: Leaks) -> None:
    token = Sandbox().control_token
    logging.getLogger("scurrypy.sandbox").info("the token is %s", token)
    assert leaks.found() == ["the token is <SECRET>"]
    leaks.told.clear()


def test_a_test_that_prints_a_token_fails(tmp_path: Path) -> None:
    test = tmp_path / "test_printing.py"
    test.write_text(
        "from scurrypy.sandbox import Sandbox\n\ndef test_it():\n    print(Sandbox().control_token)\n", encoding="utf-8"
    )
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.conftest", "-p", "no:cacheprovider", str(test)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "secrets were told:\n<SECRET>" in done.stdout
