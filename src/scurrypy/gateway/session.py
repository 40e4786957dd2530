"""A gateway session: what must be known to resume it."""

from dataclasses import dataclass

from scurrypy.config import API_VERSION

PROTOCOL = f"v={API_VERSION}&encoding=json"
"""Version and encoding that this package speaks with the gateway."""


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
    intents: int | None = None
    """The intents it was opened with; None where that is not known."""
    protocol: str = PROTOCOL
    """Version and encoding of the gateway that it was opened with."""

    def unfit_for(self, shard_id: int, shard_count: int, intents: int) -> str | None:
        """Return why a shard with these settings cannot resume the session; None where it can.

        Args:
            shard_id: The shard's id.
            shard_count: How many shards the bot has.
            intents: The groups of events the shard is to receive.
        """
        if (self.shard_id, self.shard_count) != (shard_id, shard_count):
            return "it belongs to another shard"
        if self.intents not in (None, intents):
            return "it was opened with other intents"
        if self.protocol != PROTOCOL:
            return "it was opened with another version or encoding of the gateway"
        return None
