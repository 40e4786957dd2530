"""A gateway session: what must be known to resume it."""

from dataclasses import dataclass


@dataclass(slots=True)
class GatewaySession:
    """What outlives a connection, and, if it is stored, this process.

    `dataclasses.asdict` and `GatewaySession(**stored)` store and restore it. A session lives on for a few minutes
    without a connection.

    See [Discord Docs/Resuming](https://docs.discord.com/developers/events/gateway#resuming).
    """

    session_id: str
    """Discord's id of the session."""
    resume_gateway_url: str | None
    """Where to resume; None once that address has failed, so that the generic one is used."""
    seq: int
    """Sequence number of the last event that was handed to the event queue."""
    shard_id: int
    """The shard whose session it is."""
    shard_count: int
    """How many shards the bot had when the session was opened."""
