"""Everything that one shard has asked the gateway for and waits for."""

from collections.abc import Collection

import msgspec

from scurrypy.enums.gateway import GatewayOpcode
from scurrypy.gateway.guild_requests import GuildRequests
from scurrypy.gateway.members import MemberRequests
from scurrypy.gateway.pending import RateLimited
from scurrypy.wire import codec


class _Guild(msgspec.Struct):
    """Of GUILD_DELETE, which guild."""

    id: str


class Requests:
    """The requests of one shard that wait, of every kind."""

    def __init__(self) -> None:
        self.members: MemberRequests = MemberRequests()
        """Those for members."""
        self.sounds: GuildRequests = GuildRequests(GatewayOpcode.REQUEST_SOUNDBOARD_SOUNDS, "soundboard sounds")
        """Those for soundboard sounds."""
        self.channel_info: GuildRequests = GuildRequests(GatewayOpcode.REQUEST_CHANNEL_INFO, "channel info")
        """Those for channel info."""
        self._kinds = (self.members, self.sounds, self.channel_info)
        self._answers = {
            "GUILD_MEMBERS_CHUNK": self.members.on_answer,
            "SOUNDBOARD_SOUNDS": self.sounds.on_answer,
            "CHANNEL_INFO": self.channel_info.on_answer,
            "RATE_LIMITED": self._on_rate_limited,
            "GUILD_DELETE": self._on_guild_delete,
        }
        self.answers: Collection[str] = self._answers.keys()
        """Names of the events that may be answers."""

    def __len__(self) -> int:
        return len(self.members) + len(self.sounds) + len(self.channel_info)

    def fail(self, reason: str) -> None:
        """End every request: its answer will not come."""
        for kind in self._kinds:
            kind.fail(reason)

    def lose(self, reason: str) -> None:
        """End every request that was sent: its answer will not come. What waits to be sent will be, and answered."""
        for kind in self._kinds:
            kind.lose(reason)

    def take(self, name: str, data: msgspec.Raw) -> None:
        """Hear one of `answers`: an answer, or what says that there will be none.

        Raises:
            msgspec.DecodeError: it is odd.
        """
        self._answers[name](data)

    def _on_rate_limited(self, data: msgspec.Raw) -> None:
        limited = codec.decoder_for(RateLimited).decode(data)
        for kind in self._kinds:
            kind.on_rate_limited(limited)

    def _on_guild_delete(self, data: msgspec.Raw) -> None:
        guild_id = int(codec.decoder_for(_Guild).decode(data).id)
        for kind in self._kinds:
            kind.fail("the guild became unavailable, or the bot left it", guild_id)
