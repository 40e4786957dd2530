"""What is refused on this side and what by Discord, told in the same terms: on the local Discord, over sockets."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from scurrypy.api.commands import CommandOptionChoicePart, CommandOptionPart, SlashCommandPart
from scurrypy.api.components import ActionRow, Button, ButtonStyle
from scurrypy.api.emoji import EmojiModel
from scurrypy.api.messages import Embed, MessagePart
from scurrypy.enums import CommandOptionType
from scurrypy.http import HTTPClient
from scurrypy.resources import Channel, GlobalCommand, Interaction
from scurrypy.sandbox import Sandbox
from scurrypy.wire.errors import BadRequest, InvalidRequest
from scurrypy.wire.snowflake import Snowflake


@dataclass
class Stage:
    sandbox: Sandbox
    http: HTTPClient
    application_id: Snowflake
    channel: Channel

    @property
    def commands(self) -> GlobalCommand:
        return GlobalCommand(self.http, self.application_id)


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with Sandbox(rate_limits="off") as sandbox:
        world = sandbox.world
        application = world.create_application("robot")
        world.add_bot(next(iter(world.guilds.values())), application)
        general = next(channel for channel in world.channels.values() if channel.name == "general")
        http = HTTPClient(base_url=sandbox.api_url)
        await http.start(application.token)
        try:
            yield Stage(sandbox, http, Snowflake(application.id), Channel(http, Snowflake(general.id)))
        finally:
            await http.close()


BAD_EMOJI = MessagePart(
    components=[
        ActionRow([Button(ButtonStyle.PRIMARY, "yes", "Yes"), Button(ButtonStyle.PRIMARY, "no", emoji=EmojiModel("x"))])
    ]
)
"""Whether a text is an emoji is not known here."""

TEXT_FOR_A_NUMBER = SlashCommandPart(
    "paint",
    "Paint",
    [
        CommandOptionPart(CommandOptionType.STRING, "color", "Color"),
        CommandOptionPart(CommandOptionType.INTEGER, "size", "Size", choices=[CommandOptionChoicePart("big", "ten")]),
    ],
)


async def test_what_only_discord_can_judge_is_told_in_the_callers_own_objects(stage: Stage):
    with pytest.raises(BadRequest) as refused:
        await stage.channel.send(BAD_EMOJI)
    assert refused.value.code == 50035
    assert [(error.field, error.code) for error in refused.value.errors] == [
        ("components[0].components[1].emoji.name", "COMPONENT_INVALID_EMOJI")
    ]
    assert "→ components[0].components[1] ('no').emoji.name: Invalid emoji (COMPONENT_INVALID_EMOJI)" in str(
        refused.value
    )


async def test_an_option_of_a_command_is_told_by_its_name(stage: Stage):
    with pytest.raises(BadRequest) as refused:
        await stage.commands.create(TEXT_FOR_A_NUMBER)
    assert "→ options[1] ('size').choices[0] ('big').value: " in str(refused.value)
    with pytest.raises(BadRequest) as refused:
        await stage.commands.bulk_overwrite([TEXT_FOR_A_NUMBER])
    assert "→ [0] ('paint').options[1] ('size').choices[0] ('big').value: " in str(refused.value)


async def test_the_answer_to_an_interaction_is_told_as_the_caller_gave_it(stage: Stage):
    await stage.commands.create(SlashCommandPart("ping", "Ping"))
    used = stage.sandbox.world.user("alice").slash("general", "ping").interaction
    interaction = Interaction(stage.http, Snowflake(used.id), used.token)
    with pytest.raises(BadRequest) as refused:
        await interaction.respond(BAD_EMOJI)
    assert refused.value.details[0][0] == "data.components.0.components.1.emoji.name"
    assert refused.value.errors[0].field == "components[0].components[1].emoji.name"
    with pytest.raises(InvalidRequest) as local:
        await interaction.respond(MessagePart(embeds=[Embed("x" * 257)]))
    assert local.value.field == "embeds[0].title"


async def test_a_plain_request_is_neither_checked_nor_told_apart(stage: Stage):
    with pytest.raises(BadRequest) as refused:
        await stage.http.request(
            "POST", f"/channels/{stage.channel.id}/messages", data={"embeds": [{"title": "x" * 257}]}
        )
    assert [error.path for error in refused.value.errors] == ["embeds.0.title"]
    assert "→ embeds.0.title: Must be 256 or fewer in length. (BASE_TYPE_MAX_LENGTH)" in str(refused.value)


async def test_here_and_there_the_same_field_is_named(stage: Stage):
    part = MessagePart(embeds=[Embed("fine"), Embed("x" * 257)])
    with pytest.raises(InvalidRequest) as here:
        await stage.channel.send(part)
    with pytest.raises(BadRequest) as there:
        # Whether text is an address, Discord alone judges.
        await stage.channel.send(MessagePart(embeds=[{"title": "fine"}, {"title": "fine", "url": "no address"}]))
    assert here.value.field == "embeds[1].title"
    assert there.value.errors[0].field == "embeds[1].url"
    assert stage.sandbox.world.user("alice").messages("general") == []
