"""How much memory this client's models of one kind take: those of a GUILD_CREATE, read as an event is read."""

import sys
from pathlib import Path

from weigh import Scale, tell

from scurrypy.events import GuildCreateEvent

small, large, kind, traced = sys.argv[1:]
payload = Path(large).read_bytes()
getattr(GuildCreateEvent.from_json(Path(small).read_bytes()), kind)  # makes what decodes them
scale = Scale(traced=traced == "traced")
held = getattr(GuildCreateEvent.from_json(payload), kind)
tell(count=len(held), **scale.weigh())
