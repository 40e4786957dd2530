"""How much memory discord.py's objects of one kind take: those of a guild that its state has taken in."""

import sys
from pathlib import Path

import discord
import orjson
from weigh import Scale, tell

small, large, kind, traced = sys.argv[1:]
payload = Path(large).read_bytes()
state = discord.Client(intents=discord.Intents.all())._connection  # noqa: SLF001 - nothing public takes a guild in
state._add_guild_from_data(orjson.loads(Path(small).read_bytes()))  # noqa: SLF001 - likewise
scale = Scale(traced=traced == "traced")
guild = state._add_guild_from_data(orjson.loads(payload))  # noqa: SLF001 - likewise
tell(count=len(getattr(guild, kind)), **scale.weigh())
