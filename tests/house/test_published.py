"""Routes and intents are those that Discord publishes; the files are large and not ours, so they live outside."""

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from scurrypy import routes
from scurrypy.intents import Intents
from tests.house.source import ROOT

SPEC_DIR = Path(os.environ.get("DISCORD_SPEC_DIR", ROOT.parent / "shared" / "discord"))
NOT_PUBLISHED = {"LIST_SKUS", "OAUTH2_TOKEN", "OAUTH2_TOKEN_REVOKE"}
"""Operations that Discord's documentation has and the published spec lacks."""
METHODS = {"get", "post", "put", "patch", "delete"}


def published(name: str) -> dict[str, Any]:
    path = SPEC_DIR / name
    if not path.is_file():
        pytest.skip(f"{path} is not there; DISCORD_SPEC_DIR names the folder of Discord's published files")
    return json.loads(path.read_text(encoding="utf-8"))


def test_routes_are_the_operations_of_the_published_spec() -> None:
    spec = {
        operation["operationId"].upper(): (method.upper(), path)
        for path, operations in published("openapi.json")["paths"].items()
        for method, operation in operations.items()
        if method in METHODS
    }
    ours = {name: (r.method, r.template) for name, r in vars(routes).items() if isinstance(r, routes.Route)}
    assert len(spec) > 200
    assert ours.keys() - spec.keys() == NOT_PUBLISHED
    assert {name: ours.get(name) for name in spec} == spec


def test_intents_are_the_published_bits() -> None:
    spec = published("gateway_events.json")["intents"]
    ours = {name: int(member) for name, member in Intents.__members__.items() if member.bit_count() == 1}
    assert ours == {name: 1 << entry["bit"] for name, entry in spec.items()}
    privileged = {name for name, entry in spec.items() if entry["privileged"]}
    assert {str(member.name) for member in Intents.PRIVILEGED} == privileged


def test_every_route_is_a_path_of_named_segments() -> None:
    for name, route in vars(routes).items():
        if isinstance(route, routes.Route):
            assert re.fullmatch(r"(/[\w@.-]+|/\{\w+\})+", route.template), name
