"""Our rules against those of the local Discord, which were written apart from each other, on the same objects."""

from typing import Any

import pytest

from scurrypy.api.commands import SlashCommandPart
from scurrypy.api.interactions import ModalPart
from scurrypy.api.messages import MessagePart
from scurrypy.sandbox import ApiError
from scurrypy.sandbox.rules.validation import Problems
from scurrypy.sandbox.world.command_definitions import read_definition
from scurrypy.sandbox.world.components import validate_modal
from scurrypy.sandbox.world.drafts import read_draft
from scurrypy.wire import codec
from scurrypy.wire.model import serialize
from tests.unit.api.test_rules import ACCEPTED, REFUSED


def sent(part: Any) -> Any:
    """Return an object as it arrives, without the check of `MessagePart.to_dict`."""
    fields = {name: getattr(part, name) for name in part.__struct_fields__ if name != "attachments"}
    body = serialize({name: value for name, value in fields.items() if value is not None})
    return codec.decode(codec.encode(body))


def accepts(part: Any) -> bool:
    """Return whether the local Discord takes an object."""
    problems = Problems()
    if isinstance(part, MessagePart):
        try:
            return not read_draft(sent(part)).is_empty
        except ApiError:
            return False
    if isinstance(part, ModalPart):
        validate_modal(sent(part), problems=problems, path="")
    else:
        read_definition(sent(part), is_global=True, integration_types=[0], problems=problems)
    return not problems


def without_files(cases: list[Any]) -> list[Any]:
    return [case for case in cases if not getattr(case, "attachments", None)]


@pytest.mark.parametrize("given", without_files(ACCEPTED))
def test_what_is_let_through_here_is_taken_there(given: MessagePart | ModalPart | SlashCommandPart):
    assert accepts(given)


@pytest.mark.parametrize("given", without_files([given for given, _ in REFUSED]))
def test_what_is_refused_here_is_refused_there(given: MessagePart | ModalPart | SlashCommandPart):
    assert not accepts(given)
