"""Which shard serves a guild."""

from scurrypy.wire.snowflake import Snowflake


def shard_of(guild_id: int | None, num_shards: int) -> int:
    """Return the id of the shard that receives the events of a guild; 0 where there is no guild.

    See [Discord Docs/Sharding](https://docs.discord.com/developers/events/gateway#sharding).
    """
    if guild_id is None:
        return 0
    return Snowflake(guild_id).shard_id(num_shards)
