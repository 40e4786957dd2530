"""A tour of what a bot does: messages, commands, autocomplete, buttons, selects, modals, reactions, files, errors.

`make demo` runs this file on the local Discord and plays the human. With a real token it runs on the real one.
"""

import os

from scurrypy import Client, Intents
from scurrypy.api.commands import CommandOptionChoicePart, CommandOptionPart, SlashCommandPart
from scurrypy.api.components import ActionRow, Button, Label, SelectOption, StringSelect, TextInput
from scurrypy.api.interactions import (
    ApplicationCommandDataModel,
    AutocompleteApplicationCommandDataModel,
    MessageComponentDataModel,
    ModalDataModel,
    ModalPart,
)
from scurrypy.api.messages import Embed, MessagePart, MessageReferencePart
from scurrypy.core import DiscordError
from scurrypy.enums import ButtonStyle, CommandOptionType, TextInputStyle
from scurrypy.events import InteractionEvent, MessageCreateEvent, ReactionAddEvent, ReadyEvent
from scurrypy.resources import Interaction

CITIES = ["Lima", "Lisbon", "London", "Oslo", "Paris"]

client = Client(
    token=os.environ["DISCORD_TOKEN"],
    intents=Intents.DEFAULT | Intents.MESSAGE_CONTENT | Intents.GUILD_MESSAGE_REACTIONS | Intents.DIRECT_MESSAGES,
)

COMMANDS = [
    SlashCommandPart(
        "greet",
        "Greet someone",
        [
            CommandOptionPart(CommandOptionType.USER, "who", "Whom to greet", required=True),
            CommandOptionPart(CommandOptionType.INTEGER, "times", "How often"),
        ],
    ),
    SlashCommandPart(
        "travel",
        "Choose where to go",
        [CommandOptionPart(CommandOptionType.STRING, "city", "Where to", required=True, autocomplete=True)],
    ),
    SlashCommandPart("menu", "Order something"),
    SlashCommandPart("card", "Fill in your visiting card"),
    SlashCommandPart(
        "ban", "Try to ban someone", [CommandOptionPart(CommandOptionType.USER, "who", "Whom to ban", required=True)]
    ),
]

CARD = ModalPart(
    "Visiting card",
    "card",
    [Label("Name", TextInput("name", TextInputStyle.SHORT)), Label("Motto", TextInput("motto", TextInputStyle.SHORT))],
)


async def on_ready(event: ReadyEvent) -> None:
    """Register the commands; from here on the bot answers."""
    await client.global_command(event.application.id).bulk_overwrite(COMMANDS)
    print("ready", flush=True)


async def on_message(event: MessageCreateEvent) -> None:
    """Reply to `hello`, weigh files, and answer direct messages."""
    if event.author.bot:
        return
    channel = client.channel(event.channel_id)
    if event.guild_id is None:
        await channel.send(f"Just between us: you wrote {len(event.content)} characters.")
    elif event.content == "hello":
        await channel.send(MessagePart("Hello yourself!", message_reference=MessageReferencePart(event.id)))
    for attachment in event.attachments:
        await channel.send(f"`{attachment.filename}` weighs {attachment.size} bytes.")


async def on_reaction(event: ReactionAddEvent) -> None:
    """Answer a ⭐ with a 🌟 on the same message."""
    if event.emoji.name == "⭐":
        await client.message(event.channel_id, event.message_id).add_reaction("🌟")


async def on_interaction(event: InteractionEvent) -> None:
    """Answer each kind of interaction by the type of its data."""
    interaction = client.interaction(event.id, event.token)
    match event.data:
        case AutocompleteApplicationCommandDataModel() as typed:
            matching = [city for city in CITIES if city.lower().startswith(typed.get_focused_value().lower())]
            await interaction.respond_autocomplete([CommandOptionChoicePart(city, city) for city in matching])
        case ApplicationCommandDataModel() as command:
            await run_command(event, interaction, command)
        case MessageComponentDataModel(custom_id="tea"):
            await interaction.update(content="Tea it is. ☕", components=[])
        case MessageComponentDataModel(custom_id="cake") as chosen:
            await interaction.respond(f"Cake: {', '.join(chosen.values or [])}", ephemeral=True)
        case ModalDataModel() as form:
            name, motto = form.get_modal_data("name"), form.get_modal_data("motto")
            await interaction.respond(MessagePart(embeds=[Embed(title=f"{name}", description=f"{motto}")]))
        case _:
            await interaction.respond("I do not know that one.", ephemeral=True)


async def run_command(event: InteractionEvent, interaction: Interaction, command: ApplicationCommandDataModel) -> None:
    """Run one slash command."""
    match command.name:
        case "greet":
            times = command.get_option("times") or 1
            await interaction.respond(" ".join([f"Hi <@{command.get_option('who')}>!"] * int(times)))
        case "travel":
            await interaction.respond(f"Off to {command.get_option('city')}!")
        case "menu":
            row = ActionRow([Button(ButtonStyle.PRIMARY, "tea", "Tea")])
            cakes = StringSelect("cake", [SelectOption("Apple", "apple"), SelectOption("Plum", "plum")], max_values=2)
            await interaction.respond(MessagePart("What would you like?", components=[row, ActionRow([cakes])]))
        case "card":
            await interaction.respond_modal(CARD)
        case "ban":
            await ban(event, interaction, int(command.get_option("who") or 0))
        case name:
            await interaction.respond(f"I do not know /{name}.", ephemeral=True)


async def ban(event: InteractionEvent, interaction: Interaction, user_id: int) -> None:
    """Ban, or say in plain words why Discord does not let the bot."""
    if event.guild_id is None:
        await interaction.respond("There is nobody to ban here.", ephemeral=True)
        return
    try:
        await client.guild(event.guild_id).create_ban(user_id)
    except DiscordError as error:
        await interaction.respond(f"Discord says no: {error.reason} ({error.code})", ephemeral=True)
    else:
        await interaction.respond("Done.", ephemeral=True)


client.add_event_listener(ReadyEvent, on_ready)
client.add_event_listener(MessageCreateEvent, on_message)
client.add_event_listener(ReactionAddEvent, on_reaction)
client.add_event_listener(InteractionEvent, on_interaction)
client.run()
