"""The first bot: registers `/ping` when it starts and answers it."""

import os

from scurrypy import Client
from scurrypy.api.commands import SlashCommandPart
from scurrypy.events import InteractionEvent, ReadyEvent

client = Client(token=os.environ["DISCORD_TOKEN"])


async def on_ready(event: ReadyEvent) -> None:
    """Tell Discord which commands the bot has."""
    await client.global_command(event.application.id).bulk_overwrite([SlashCommandPart("ping", "Is the bot awake?")])
    print(f"{event.user.username} is ready", flush=True)


async def on_interaction(event: InteractionEvent) -> None:
    """Answer; `/ping` is the only command there is."""
    await client.interaction(event.id, event.token).respond("Pong!")


client.add_event_listener(ReadyEvent, on_ready)
client.add_event_listener(InteractionEvent, on_interaction)
client.run()
