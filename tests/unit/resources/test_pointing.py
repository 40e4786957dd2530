"""From a complaint of Discord's to the place in the caller's own objects."""

from typing import Any

import pytest

from scurrypy.api.commands import CommandOptionChoicePart, CommandOptionPart, SlashCommandPart
from scurrypy.api.components import Label, TextInput
from scurrypy.api.interactions import ModalPart
from scurrypy.api.messages import AttachmentPart, Embed, EmbedField, MessagePart
from scurrypy.enums import CommandOptionType, TextInputStyle
from scurrypy.resources import Channel, GlobalCommand, Guild, Interaction, Message
from scurrypy.wire.errors import BadRequest, FieldError
from scurrypy.wire.snowflake import Snowflake

ONE = Snowflake(1)


class Refusing:
    """An HTTP client that answers every request with complaints about these paths."""

    def __init__(self, *paths: str) -> None:
        self.paths = paths

    async def request(self, method: str, endpoint: str, **extras: Any) -> Any:
        errors: dict[str, Any] = {}
        for path in self.paths:
            node = errors
            for step in path.split(".") if path else ():
                node = node.setdefault(step, {})
            node["_errors"] = [{"code": "ODD", "message": "Odd."}]
        raise BadRequest(400, {"code": 50035, "message": "Invalid Form Body", "errors": errors})


COMMAND = SlashCommandPart(
    "paint",
    "Paint",
    [
        CommandOptionPart(CommandOptionType.STRING, "color", "Color"),
        CommandOptionPart(CommandOptionType.STRING, "size", "Size", choices=[CommandOptionChoicePart("x" * 41, "s")]),
    ],
)
MESSAGE = MessagePart("x", embeds=[Embed(fields=[EmbedField("score", "7")])], attachments=["a.txt"])
MODAL = ModalPart("t", "form", [Label("Your name", TextInput("name", TextInputStyle.SHORT))])


@pytest.mark.parametrize(
    ("call", "path", "field", "place"),
    [
        (
            lambda http: GlobalCommand(http, ONE).create(COMMAND),
            "options.1.choices.0.name",
            "options[1].choices[0].name",
            "options[1] ('size').choices[0].name",
        ),
        (
            lambda http: GlobalCommand(http, ONE).bulk_overwrite([COMMAND]),
            "0.options.1",
            "[0].options[1]",
            "[0] ('paint').options[1] ('size')",
        ),
        (
            lambda http: Channel(http, ONE).send(MESSAGE),
            "embeds.0.fields.0.value",
            "embeds[0].fields[0].value",
            "embeds[0].fields[0] ('score').value",
        ),
        (
            lambda http: Interaction(http, ONE, "tok").respond(MESSAGE),
            "data.embeds.0.title",
            "embeds[0].title",
            "embeds[0].title",
        ),
        (lambda http: Interaction(http, ONE, "tok").respond(MESSAGE), "type", "type", "type"),
        (
            lambda http: Interaction(http, ONE, "tok").respond_modal(MODAL),
            "data.components.0.component.value",
            "components[0].component.value",
            "components[0] ('Your name').component.value",
        ),
        (
            lambda http: Message(http, ONE, ONE).edit(attachments=[AttachmentPart(id=5), AttachmentPart("b.txt")]),
            "files.0",
            "attachments[1]",
            "attachments[1]",
        ),
        (lambda http: Channel(http, ONE).send("x"), "files.7", "files[7]", "files[7]"),
        (lambda http: Channel(http, ONE).send("x"), "embeds.3.title", "embeds[3].title", "embeds[3].title"),
        (lambda http: Channel(http, ONE).send("x"), "", "", ""),
        (lambda http: Guild(http, ONE).edit_role(ONE, name="x"), "name", "name", "name"),
        (lambda http: Channel(http, ONE).fetch(), "limit", "limit", "limit"),
    ],
)
async def test_a_complaint_is_told_in_the_callers_own_terms(call: Any, path: str, field: str, place: str):
    with pytest.raises(BadRequest) as refused:
        await call(Refusing(path))
    (complaint,) = refused.value.errors
    assert complaint == FieldError(path, "ODD", "Odd.")
    assert (complaint.field, complaint.place) == (field, place)
    where = f"{place}: " if place else ""
    assert str(refused.value) == f"Invalid Form Body (50035)\n→ {where}Odd. (ODD)"


async def test_every_complaint_is_listed():
    with pytest.raises(BadRequest) as refused:
        await GlobalCommand(Refusing("name", "options.0.name"), ONE).create(COMMAND)
    assert str(refused.value).splitlines()[1:] == ["→ name: Odd. (ODD)", "→ options[0] ('color').name: Odd. (ODD)"]
    assert refused.value.details == [("name", "Odd."), ("options.0.name", "Odd.")]
