"""This client; with `--reads`, handlers look at what bots usually look at, which is JSON until then.

With `--store` it keeps its session in a file, with `--plain` nothing is compressed.
"""

import os
import shutil
import tempfile
from operator import attrgetter
from pathlib import Path

from meter import TOKEN, Meter, arguments, ready
from mix import others

args = arguments()
os.environ["SCURRYPY_API_URL"] = f"http://127.0.0.1:{args.port}/api/v10"

from scurrypy import Client, Intents  # noqa: E402 - it reads the variable above
from scurrypy.enums import EventType  # noqa: E402 - likewise
from scurrypy.gateway import SQLiteSessionStore  # noqa: E402 - likewise

meter = Meter()
USUAL = {
    "MESSAGE_CREATE": attrgetter("author.bot", "channel_id", "guild_id"),
    "INTERACTION_CREATE": attrgetter("data.name", "member.user.id", "channel_id", "token"),
    "MESSAGE_REACTION_ADD": attrgetter("emoji.name", "user_id", "message_id", "channel_id"),
    "PRESENCE_UPDATE": attrgetter("user.id", "status", "guild_id"),
    "GUILD_MEMBER_UPDATE": attrgetter("user.id", "roles", "guild_id"),
    "VOICE_STATE_UPDATE": attrgetter("user_id", "channel_id"),
    "TYPING_START": attrgetter("user_id", "channel_id"),
}
store = None
if args.store:
    # The same one each time: this process ends past every clean-up.
    folder = Path(tempfile.gettempdir(), "scurrypy-bench")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    store = SQLiteSessionStore(folder / "sessions.sqlite")
client = Client(
    token=TOKEN,
    intents=Intents(sum(intent for intent in Intents)),
    compress=None if args.plain else "zstd-stream",
    session_store=store,
)


async def on_message(event: object) -> None:
    meter.message(event.content)


async def on_other(event: object) -> None:
    meter.event()


async def read_message(event: object) -> None:
    USUAL["MESSAGE_CREATE"](event)
    meter.message(event.content)


async def read_other(event: object) -> None:
    USUAL[event.dispatch_name](event)
    meter.event()


async def on_ready(event: object) -> None:
    ready()


client.add_event_listener(EventType.READY, on_ready)
client.add_event_listener(EventType.MESSAGE_CREATE, read_message if args.reads else on_message)
for name in others(args.listen, args.mix):
    client.add_event_listener(EventType(name), read_other if args.reads else on_other)
client.run()
