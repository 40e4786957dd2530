"""A quiz that waits for its answer: `wait_for` with a predicate and a timeout, replies, reactions."""

import os

from scurrypy import Client, Intents
from scurrypy.api.messages import MessagePart, MessageReferencePart
from scurrypy.events import MessageCreateEvent

client = Client(token=os.environ["DISCORD_TOKEN"], intents=Intents.DEFAULT | Intents.MESSAGE_CONTENT)


async def ask(event: MessageCreateEvent) -> None:
    """On `!quiz`, ask in the same channel and give whoever asked for it ten seconds to answer."""
    if event.content != "!quiz":
        return
    channel = client.channel(event.channel_id)
    await channel.send("What is six times seven?")

    def is_answer(answer: MessageCreateEvent) -> bool:
        return answer.channel_id == event.channel_id and answer.author.id == event.author.id

    try:
        answer = await client.wait_for(MessageCreateEvent, predicate=is_answer, timeout=10)
    except TimeoutError:
        await channel.send("Too late! It is 42.")
        return
    right = answer.content.strip() == "42"
    await client.message(answer.channel_id, answer.id).add_reaction("✅" if right else "❌")
    reply = MessageReferencePart(message_id=answer.id)
    await channel.send(MessagePart("Right!" if right else "It is 42.", message_reference=reply))


client.add_event_listener(MessageCreateEvent, ask)
client.run()
