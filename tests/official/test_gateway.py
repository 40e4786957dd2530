"""Every dispatch, command and intent of Discord's gateway, against ours."""

import pytest

from scurrypy.enums import EventType
from scurrypy.events import EVENTS
from scurrypy.intents import Intents
from tests.official import ours
from tests.official.deviations import judge
from tests.official.spec import needs_spec, read

needs_spec()

GATEWAY = read("gateway_events.json")
NO_DISPATCHES = {"HELLO", "RECONNECT", "INVALID_SESSION"}
"""Listed among the events, but opcodes of their own."""
DISPATCHES = [name for name in GATEWAY["receive"] if name not in NO_DISPATCHES]


def documented(name: str) -> dict[str, dict]:
    """Return the fields of a dispatch's own table."""
    tables = GATEWAY["receive"][name]["tables"]
    return {field["name"]: field for field in (tables[0]["fields"] if tables else ())}


@pytest.mark.parametrize("name", DISPATCHES)
def test_a_dispatch_has_its_event_and_every_field(name: str):
    event = EVENTS[EventType(name)]
    assert not EventType(name).name.startswith("UNKNOWN")
    assert set(documented(name)) <= set(event.__struct_fields__)


def untrue() -> dict[str, str]:
    """Return the fields that say too much, or too little, about being absent or null."""
    problems: dict[str, str] = {}
    for name in DISPATCHES:
        fields = ours.fields_of(EVENTS[EventType(name)])
        for field, told in documented(name).items():
            may_be_none = told["optional"] or told["nullable"]
            if ours.takes_none(fields[field]) is not may_be_none:
                problems[f"{name}.{field}"] = "may be absent or null" if may_be_none else "always there, never null"
    return problems


def test_fields_tell_the_truth_about_being_absent_or_null():
    assert judge("events", untrue()) == []
    print(f"\ndispatches: {len(DISPATCHES)}, fields of their own: {sum(len(documented(name)) for name in DISPATCHES)}")


@pytest.mark.parametrize("name", GATEWAY["intents"])
def test_an_intent_has_its_bit(name: str):
    assert Intents[name] == 1 << GATEWAY["intents"][name]["bit"]


def test_there_are_no_intents_but_discords():
    single = {name for name, member in Intents.__members__.items() if member.bit_count() == 1}
    assert single == set(GATEWAY["intents"])
    print(f"\nintents: {len(single)}/{len(GATEWAY['intents'])}")
