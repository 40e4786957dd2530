"""Calls as newcomers write them; a complaint of the type checker about one of them is a defect of ours."""

from collections.abc import Sequence
from datetime import UTC, datetime

from scurrypy import Client
from scurrypy.api.channels import GuildTextChannelPart
from scurrypy.api.commands import CommandOptionPart, SlashCommandPart
from scurrypy.api.components import ActionRow, Button, SelectOption, StringSelect
from scurrypy.api.messages import AllowedMentionsPart, Embed, MessagePart, MessageReferencePart, Upload
from scurrypy.api.scheduled_event import ScheduledEventPart
from scurrypy.core import Snowflake
from scurrypy.enums import ButtonStyle, CommandOptionType, ScheduledEventEntityType


async def send(client: Client, rows: Sequence[ActionRow]) -> None:
    """Parts take ids as numbers, and lists of whatever kind was collected."""
    buttons = [Button(ButtonStyle.PRIMARY, "a", "A")]
    row = ActionRow(buttons)
    paths = ["a.png"]
    uploads = [Upload("a.png", b"")]
    channel = client.channel(1)
    await channel.send(MessagePart("x", components=[row], message_reference=MessageReferencePart(2)))
    await channel.send(MessagePart("x", components=rows, attachments=paths, sticker_ids=[3]))
    await channel.send(MessagePart("x", components=[ActionRow([StringSelect("b", [SelectOption("c", "c")])])]))
    await channel.send(MessagePart("x", attachments=uploads, allowed_mentions=AllowedMentionsPart(users=(4, 5))))


async def edit(client: Client, ids: list[int], snowflakes: list[Snowflake], some: tuple[int, ...]) -> None:
    """Edits take what creations take, what was received, and times as Python has them."""
    message = client.message(1, 2)
    received = await message.fetch()
    await message.edit(components=received.components, embeds=received.embeds, attachments=received.attachments)
    await message.edit(components=[ActionRow([Button(ButtonStyle.PRIMARY, "a", "A")])], attachments=["a.png"])
    await message.edit(embeds=(Embed("x"),))
    guild = client.guild(1)
    await guild.edit_member(1, roles=ids)
    await guild.edit_member(1, roles=snowflakes)
    await guild.edit_member(1, roles=some, communication_disabled_until=datetime.now(UTC))


async def create(client: Client) -> None:
    """Parents are ids, times are times, options are gathered first."""
    await client.guild(1).create_channel(GuildTextChannelPart("x", parent_id=2))
    meeting = ScheduledEventPart("x", ScheduledEventEntityType.VOICE, datetime.now(UTC), channel_id=3)
    await client.scheduled_event(1).create(meeting)
    options = [CommandOptionPart(CommandOptionType.STRING, "a", "b")]
    commands = [SlashCommandPart("a", "b", options)]
    await client.global_command(1).bulk_overwrite(commands)
    await client.global_command(1).edit(2, options=options)
