"""Hostile trees of components, messages and interactions: read, and checked before they go, without harm."""

import random
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from scurrypy.api.components import (
    ActionRow,
    Button,
    Container,
    Label,
    Section,
    SelectOption,
    StringSelect,
    TextDisplay,
    TextInput,
    Thumbnail,
)
from scurrypy.api.guilds import GuildModel
from scurrypy.api.messages import MessageModel, MessagePart
from scurrypy.events import InteractionEvent
from scurrypy.wire import codec
from scurrypy.wire.checking import check
from scurrypy.wire.errors import DataModelTypeError, InvalidRequest
from scurrypy.wire.model import serialize
from tests.fuzz.corpus import COMPONENTS, GUILD, INTERACTION, MESSAGE
from tests.fuzz.mutation import INPUTS, SEED, as_json, mutated_bytes, mutated_tree
from tests.support.leaks import Leaks

READERS: list[tuple[Callable[[bytes], Any], Any]] = [
    (MessageModel.from_json, MESSAGE),
    (MessageModel.from_json, {"id": "5", "components": COMPONENTS}),
    (InteractionEvent.from_json, INTERACTION),
    (GuildModel.from_json, GUILD),
]


def test_no_tree_upsets_who_reads_it(leaks: Leaks, caplog: pytest.LogCaptureFixture) -> None:
    rng, ends = random.Random(SEED), Counter[str]()
    inputs = INPUTS // 10
    for number in range(inputs):
        read, tree = rng.choice(READERS)
        data = as_json(mutated_tree(rng, tree, 0.1))
        if rng.random() < 0.2:
            data = mutated_bytes(rng, data, [data])
        try:
            model = read(data)
            repr(model)
            model.to_dict()
            ends["read"] += 1
        except (*codec.UNREADABLE, DataModelTypeError) as error:
            ends[type(error).__name__] += 1
        except BaseException as error:
            error.add_note(f"input {number}, seed {SEED}: {data!r}")
            raise
        leaks.told.clear()
        caplog.clear()
    print(f"trees read: {inputs}, {dict(ends)}, no death")
    assert ends["read"] > 0


KINDS: list[Any] = [
    ActionRow,
    Button,
    Container,
    Label,
    Section,
    StringSelect,
    TextDisplay,
    TextInput,
    Thumbnail,
]


TEXTS: list[Any] = [None, "", "x", "x" * 5000, "\ud800", "\x00", "javascript:alert(1)"]
NUMBERS: list[Any] = [None, 0, -1, 1, 2**63, 10**30, True]


def built(rng: random.Random, depth: int = 0) -> Any:
    """Return a component tree as a careless caller may build it: any part within any other, with any values."""
    part = rng.choice(KINDS)()
    for name in part.__struct_fields__:
        if name in ("components", "component", "accessory") and depth < 5:
            children = [built(rng, depth + 1) for _ in range(rng.choice((0, 1, 3, 12)) if depth < 2 else 1)]
            setattr(part, name, children if name == "components" else next(iter(children), None))
        elif name == "options":
            options = [SelectOption(rng.choice(TEXTS), rng.choice(TEXTS)) for _ in range(rng.choice((0, 1, 26)))]
            setattr(part, name, options)
        elif name in ("custom_id", "label", "content", "description", "placeholder", "url", "value"):
            setattr(part, name, rng.choice(TEXTS))
        elif name in ("style", "min_values", "max_values", "min_length", "max_length", "id", "accent_color"):
            setattr(part, name, rng.choice(NUMBERS))
    return part


def test_no_tree_upsets_who_checks_it_before_it_goes() -> None:
    rng, ends = random.Random(SEED), Counter[str]()
    inputs = INPUTS // 20
    for number in range(inputs):
        message = MessagePart(components=[built(rng) for _ in range(rng.randint(0, 3))])
        try:
            check(message)
            serialize(message)
            ends["passed"] += 1
        except InvalidRequest:
            ends["refused"] += 1
        except BaseException as error:
            error.add_note(f"tree {number}, seed {SEED}: {message!r}")
            raise
    print(f"trees checked: {inputs}, {dict(ends)}, no death")
    assert ends["refused"] > 0
