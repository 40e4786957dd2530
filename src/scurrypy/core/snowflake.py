"""Ids."""

from scurrypy.wire.snowflake import DISCORD_EPOCH, Snowflake

__all__ = [
    "DISCORD_EPOCH",
    "Snowflake",
]
