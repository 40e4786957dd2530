"""What a shard can be told to send."""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

import msgspec

from scurrypy.enums.gateway import GatewayOpcode
from scurrypy.gateway import payloads
from scurrypy.gateway.requests import Requests
from scurrypy.gateway.sending import PRESENCE, Outbox, check_size
from scurrypy.wire import codec
from scurrypy.wire.errors import NoSession

T = TypeVar("T")

_REST_OF_IDENTIFY = 500
"""Bytes of IDENTIFY beside the presence, at most: it must fit there, too, or the next session could not be opened."""

_MOST_GUILDS = 150
"""Guilds asked about in one payload: as many of the longest ids as fit, and some room."""


class ShardCommands:
    """The half of a shard that sends.

    What is told before the session is open, or beyond Discord's limit, waits for its turn.

    Args:
        presence: Presence sent with IDENTIFY, as `payloads.presence` returns it, until `update_presence` changes it.
        outbox_size: Payloads that may wait.
    """

    def __init__(self, presence: Mapping[str, Any] | None, outbox_size: int) -> None:
        self._is_running = False
        self._requests = Requests()
        self._set_up_sending(presence, outbox_size)

    def _set_up_sending(self, presence: Mapping[str, Any] | None, outbox_size: int) -> None:
        self._presence = presence
        self._outbox = Outbox(outbox_size)

    @property
    def is_running(self) -> bool:
        """Whether `start` was called and has not returned."""
        return self._is_running

    async def send(self, data: Mapping[str, Any]) -> None:
        """Send any payload, `{"op": …, "d": …}`, and return once it is written.

        It waits for the session, and its turn within Discord's limit of 120 payloads a minute.

        Raises:
            InvalidRequest: it is longer than 4096 bytes.
            NoSession: the shard is not running, or was closed before it could be sent.
            GatewayError: too many payloads are waiting.
        """
        await self._send(codec.encode(data))

    def _send(self, payload: bytes, key: tuple[str, int] | None = None) -> asyncio.Future[None]:
        if not self.is_running:
            raise NoSession("the shard is not running")
        return self._outbox.put(payload, key)

    async def update_presence(
        self,
        *,
        status: str = "online",
        activities: Iterable[Mapping[str, Any]] = (),
        since: int | None = None,
        afk: bool = False,
    ) -> None:
        """Show another status or activity, as soon as possible and after each reconnect. Does not wait.

        Of several updates that wait only the latest is sent.

        Args:
            status: `offline` is sent as `invisible`.
            activities: What the bot is doing; of a bot's activity Discord shows name, state, type and url.
            since: When the bot became idle, in milliseconds since the Unix epoch.
            afk: Whether the bot is away.

        Raises:
            InvalidRequest: a field is not what Discord accepts, or it is too long to go with IDENTIFY. The presence
                stays as it was.

        See [Discord Docs/Update Presence](https://docs.discord.com/developers/events/gateway-events#update-presence).
        """
        presence = payloads.presence({"status": status, "activities": activities, "since": since, "afk": afk})
        payload = payloads.encode(GatewayOpcode.PRESENCE_UPDATE, presence)
        check_size(payload, besides=_REST_OF_IDENTIFY)
        self._presence = presence
        if self.is_running:
            self._outbox.post(payload, PRESENCE)

    def _post_presence(self) -> None:
        """Send the presence, if there is one, once the session is open, as nothing else tells it."""
        if self._presence is not None:
            payload = payloads.encode(GatewayOpcode.PRESENCE_UPDATE, self._presence)
            check_size(payload, besides=_REST_OF_IDENTIFY)
            self._outbox.post(payload, PRESENCE)

    async def update_voice_state(
        self, guild_id: int, channel_id: int | None, *, self_mute: bool = False, self_deaf: bool = False
    ) -> None:
        """Join, move to or, with None, leave a voice channel; return once it is sent.

        Nothing comes back where the channel is full: wait for VOICE_STATE_UPDATE with a timeout.

        See [Discord Docs/Update Voice State](https://docs.discord.com/developers/events/gateway-events#update-voice-state).
        """
        payload = payloads.voice_state(guild_id, channel_id, self_mute=self_mute, self_deaf=self_deaf)
        await self._send(payload, ("voice", int(guild_id)))

    async def request_guild_members(
        self,
        guild_id: int,
        *,
        query: str | None = None,
        limit: int = 0,
        user_ids: Sequence[int] | None = None,
        presences: bool = False,
        timeout: float = 30.0,
    ) -> list[dict[str, Any]]:
        """Ask for members of a guild and return the GUILD_MEMBERS_CHUNK events that answer, in order.

        Args:
            guild_id: The guild.
            query: What the name must begin with; up to 100 members are returned.
            limit: The most members to return; 0 for all.
            user_ids: The members to return, up to 100.
            presences: Whether to return their presences, too.
            timeout: Seconds without any answer after which the request fails.

        Raises:
            InvalidRequest: both or too much is asked for.
            NoSession: the shard is not running.
            RequestGuildMembersFailed: Discord refused for now, the session or the guild was lost, or no answer came
                in time.

        See [Discord Docs/Request Guild Members](https://docs.discord.com/developers/events/gateway-events#request-guild-members).
        """
        return await self.read_guild_members(
            codec.decode, guild_id, query=query, limit=limit, user_ids=user_ids, presences=presences, timeout=timeout
        )

    async def read_guild_members(
        self,
        read: Callable[[msgspec.Raw], T],
        guild_id: int,
        *,
        query: str | None = None,
        limit: int = 0,
        user_ids: Sequence[int] | None = None,
        presences: bool = False,
        timeout: float = 30.0,
    ) -> list[T]:
        """Ask for members as `request_guild_members` does, and return what `read` makes of each chunk, in order.

        Args:
            read: Called with the JSON of each GUILD_MEMBERS_CHUNK when it comes. What it leaves need not be kept until
                the last has come: of 100,000 members the JSON is 60 MB, and 300 MB as Python's dicts.
            guild_id: The guild.
            query: What the name must begin with; up to 100 members are returned.
            limit: The most members to return; 0 for all.
            user_ids: The members to return, up to 100.
            presences: Whether to return their presences, too.
            timeout: Seconds without any answer after which the request fails.

        Raises:
            InvalidRequest: both or too much is asked for.
            NoSession: the shard is not running.
            RequestGuildMembersFailed: Discord refused for now, the session or the guild was lost, an answer cannot be
                read, or none came in time.
        """

        def send(nonce: str) -> asyncio.Future[None]:
            return self._send(
                payloads.guild_members(
                    guild_id, nonce, query=query, limit=limit, user_ids=user_ids, presences=presences
                )
            )

        return await self._requests.members.collect(int(guild_id), timeout, send, read)

    async def request_soundboard_sounds(
        self, guild_ids: Iterable[int], *, timeout: float = 30.0
    ) -> list[dict[str, Any]]:
        """Ask for the soundboard sounds of guilds and return the SOUNDBOARD_SOUNDS events that answer, one for each.

        Args:
            guild_ids: The guilds; Discord does not answer for one that the bot is not in.
            timeout: Seconds without any answer after which the request fails.

        Raises:
            NoSession: the shard is not running.
            GatewayRequestFailed: Discord refused for now, the session or a guild was lost, or an answer did not come
                in time.

        See [Discord Docs/Request Soundboard Sounds](https://docs.discord.com/developers/events/gateway-events#request-soundboard-sounds).
        """
        wanted = list(dict.fromkeys(map(int, guild_ids)))
        answers: list[dict[str, Any]] = []
        for start in range(0, len(wanted), _MOST_GUILDS):
            batch = wanted[start : start + _MOST_GUILDS]
            send = partial(self._send, payloads.soundboard_sounds(batch))
            answers += await self._requests.sounds.collect(batch, timeout, send)
        return answers

    async def request_channel_info(
        self, guild_id: int, fields: Sequence[str] = payloads.CHANNEL_INFO_FIELDS, *, timeout: float = 30.0
    ) -> dict[str, Any]:
        """Ask for passing facts of a guild's channels and return the CHANNEL_INFO event that answers.

        Args:
            guild_id: The guild.
            fields: What is asked for: `status`, `voice_start_time`.
            timeout: Seconds without an answer after which the request fails.

        Raises:
            InvalidRequest: a field is not one of those that exist.
            NoSession: the shard is not running.
            GatewayRequestFailed: Discord refused for now, the session or the guild was lost, or no answer came in
                time.

        See [Discord Docs/Request Channel Info](https://docs.discord.com/developers/events/gateway-events#request-channel-info).
        """
        send = partial(self._send, payloads.channel_info(guild_id, fields))
        (answer,) = await self._requests.channel_info.collect([int(guild_id)], timeout, send)
        return answer
