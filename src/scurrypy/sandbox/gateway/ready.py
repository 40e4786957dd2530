"""What a client receives first: READY, then its guilds."""

from typing import Any

import msgspec

from scurrypy.sandbox.gateway.guild_stream import guild_create
from scurrypy.sandbox.gateway.session import Session
from scurrypy.sandbox.records import Application
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.world import World


def greet(world: World, session: Session, application: Application, guild_ids: list[int], url: str) -> None:
    """Send READY and, with the intent for guilds, one GUILD_CREATE per guild of the session's shard.

    See [Discord Docs/Ready](https://docs.discord.com/developers/events/gateway-events#ready).

    Args:
        world: Where the guilds are.
        session: The session that starts.
        application: Application of the session.
        guild_ids: Guilds of the session's shard.
        url: Where the session can be resumed.
    """
    session.send("READY", msgspec.json.encode(ready(world, session, application, guild_ids, url)))
    if session.intents & Intent.GUILDS:
        for guild_id in guild_ids:
            guild = guild_create(world, session, world.guild_create_payload(guild_id, application))
            session.send("GUILD_CREATE", msgspec.json.encode(guild))


def ready(world: World, session: Session, application: Application, guild_ids: list[int], url: str) -> dict[str, Any]:
    """Return the data of READY."""
    data: dict[str, Any] = {
        "v": session.version,
        "user_settings": {},
        "session_type": "normal",
        "session_id": session.id,
        "resume_gateway_url": url,
        "relationships": [],
        "private_channels": [],
        "presences": [],
        "guild_join_requests": [],
        "geo_ordered_rtc_regions": [],
        "auth": {},
        **world.ready_payload(application),
        "guilds": [{"id": str(guild_id), "unavailable": True} for guild_id in guild_ids],
    }
    if session.is_sharded:
        data["shard"] = [session.shard_id, session.shard_count]
    return data
