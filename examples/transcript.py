"""Hands out what was said in a channel: reads its history page by page, and sends a file that never was on disk."""

import os

from scurrypy import Client, Intents
from scurrypy.api.messages import MessagePart, Upload
from scurrypy.events import MessageCreateEvent

client = Client(token=os.environ["DISCORD_TOKEN"], intents=Intents.DEFAULT | Intents.MESSAGE_CONTENT)


async def write_down(event: MessageCreateEvent) -> None:
    """On `!transcript`, send everything said before it as a text file, oldest first."""
    if event.content != "!transcript":
        return
    channel = client.channel(event.channel_id)
    # Nothing is sent here; a request for 100 messages is made each time the loop needs more.
    history = channel.iter_messages(after=0, before=event.id)
    lines = [f"{said.author.username}: {said.content}\n" async for said in history if not said.author.bot]
    file = Upload("transcript.txt", "".join(lines).encode(), description="What was said here")
    text = f"{len(lines)} messages, read with {history.requests} requests."
    await channel.send(MessagePart(text, attachments=[file]))


client.add_event_listener(MessageCreateEvent, write_down)
client.run()
