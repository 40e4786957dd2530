"""The shards of a client: how they fare, and what they are told and asked, each by the shard it belongs to."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence

import msgspec

from scurrypy import api, events
from scurrypy.enums import StatusType
from scurrypy.gateway import GatewayClient, GatewayClientProtocol, ShardState, shard_of
from scurrypy.intents import Intents
from scurrypy.wire.errors import MissingIntents, NoSession
from scurrypy.wire.snowflake import Snowflake, id_of


class ClientShards:
    """What a `Client` can do by its shards alone, without a request.

    Args:
        intents: The groups of events to receive.
        presence: Status and activity shown from the start.
    """

    def __init__(self, intents: Intents, presence: api.PresencePart | None) -> None:
        self.intents = intents
        """The groups of events to receive."""
        self.presence = presence
        """Status and activity shown from the start; `update_presence` keeps it current."""
        self.shards: list[GatewayClientProtocol] = []
        """The shards of this process, in the order they were started."""

    @property
    def latencies(self) -> dict[int, float]:
        """Seconds between the last heartbeat and its answer, by shard id; NaN before the first answer."""
        return {shard.shard_id: shard.latency for shard in self._own_shards()}

    @property
    def shard_states(self) -> dict[int, ShardState]:
        """What each shard is doing, by shard id."""
        return {shard.shard_id: shard.state for shard in self._own_shards()}

    async def update_presence(
        self,
        *,
        status: StatusType = StatusType.ONLINE,
        activities: Iterable[api.ActivityPart] = (),
        since: int | None = None,
        afk: bool = False,
    ) -> None:
        """Show another status or activity, on every shard, now and after each reconnect.

        Args:
            status: `OFFLINE` is sent as `INVISIBLE`.
            activities: What the bot is doing; of a bot's activity Discord shows name, state, type and url.
            since: When the bot became idle, in milliseconds since the Unix epoch.
            afk: Whether the bot is away.

        See [Discord Docs/Update Presence](https://docs.discord.com/developers/events/gateway-events#update-presence).
        """
        presence = api.PresencePart(since, list(activities), status, afk)
        for shard in self._own_shards():
            await shard.update_presence(**presence.to_dict())
        self.presence = presence

    async def update_voice_state(
        self, guild_id: int, channel_id: int | None, *, self_mute: bool = False, self_deaf: bool = False
    ) -> None:
        """Join, move to or, with None, leave a voice channel; the shard of the guild sends it.

        Nothing comes back where the channel is full: wait for the `VoiceStateUpdateEvent` with a timeout.

        See [Discord Docs/Update Voice State](https://docs.discord.com/developers/events/gateway-events#update-voice-state).
        """
        guild_id = id_of(guild_id, "guild_id")
        channel_id = None if channel_id is None else id_of(channel_id, "channel_id")
        await self._shard_of(guild_id).update_voice_state(
            guild_id, channel_id, self_mute=self_mute, self_deaf=self_deaf
        )

    async def request_guild_members(
        self,
        guild_id: int,
        *,
        query: str | None = None,
        limit: int = 0,
        user_ids: Sequence[int] | None = None,
        presences: bool = False,
        timeout: float = 30.0,
    ) -> list[api.GuildMemberModel]:
        """Fetch members of a guild over the gateway, without a request.

        All members (no `query`, no `user_ids`) need `Intents.GUILD_MEMBERS`, and `presences` needs
        `Intents.GUILD_PRESENCES`.

        Args:
            guild_id: The guild.
            query: What the name must begin with; up to 100 members are returned.
            limit: The most members to return; 0 for all.
            user_ids: The members to return, up to 100.
            presences: Whether their presences arrive, too, in `GuildMembersChunkEvent`.
            timeout: Seconds without any answer after which the request fails.

        Raises:
            MissingIntents: without the intent it needs, Discord would not answer.
            NoSession: no shard of this process serves the guild.
            RequestGuildMembersFailed: Discord refused for now, the session ended, or no answer came in time.

        See [Discord Docs/Request Guild Members](https://docs.discord.com/developers/events/gateway-events#request-guild-members).
        """
        if user_ids is None and not query and Intents.GUILD_MEMBERS not in self.intents:
            raise MissingIntents("to request all members needs Intents.GUILD_MEMBERS")
        if presences and Intents.GUILD_PRESENCES not in self.intents:
            raise MissingIntents("to request presences needs Intents.GUILD_PRESENCES")
        guild_id = id_of(guild_id, "guild_id")
        if user_ids is not None:
            user_ids = [id_of(user_id, "user_ids") for user_id in user_ids]
        chunks = await self._shard_of(guild_id).read_guild_members(
            _members_of,
            guild_id,
            query=query,
            limit=limit,
            user_ids=user_ids,
            presences=presences,
            timeout=timeout,
        )
        return [member for chunk in chunks for member in chunk]

    async def request_soundboard_sounds(
        self, guild_ids: Iterable[int], *, timeout: float = 30.0
    ) -> dict[Snowflake, list[api.SoundboardSoundModel]]:
        """Fetch the soundboard sounds of guilds over the gateway, without a request. Needs no intent.

        Args:
            guild_ids: The guilds; the shard of each asks. Discord does not answer for one that the bot is not in.
            timeout: Seconds without any answer after which the request fails.

        Returns:
            The sounds of each guild, by its id.

        Raises:
            NoSession: no shard of this process serves one of the guilds.
            GatewayRequestFailed: Discord refused for now, the session or a guild was lost, or an answer did not come
                in time.

        See [Discord Docs/Request Soundboard Sounds](https://docs.discord.com/developers/events/gateway-events#request-soundboard-sounds).
        """
        wanted: dict[GatewayClient, list[int]] = {}
        for guild_id in [id_of(guild_id, "guild_ids") for guild_id in guild_ids]:
            wanted.setdefault(self._shard_of(guild_id), []).append(guild_id)
        answers = await asyncio.gather(
            *(shard.request_soundboard_sounds(ids, timeout=timeout) for shard, ids in wanted.items())
        )
        told = [events.SoundboardSoundsEvent.from_dict(answer) for shard_answers in answers for answer in shard_answers]
        return {event.guild_id: event.soundboard_sounds for event in told}

    async def request_channel_info(
        self, guild_id: int, fields: Sequence[str] = ("status", "voice_start_time"), *, timeout: float = 30.0
    ) -> list[events.ChannelInfoChannelModel]:
        """Fetch what is known of voice channels while it lasts, over the gateway. Needs no intent.

        Later changes arrive as `VoiceChannelStatusUpdateEvent` and `VoiceChannelStartTimeUpdateEvent`.

        Args:
            guild_id: The guild; its shard asks.
            fields: What is asked for: `status`, `voice_start_time`.
            timeout: Seconds without an answer after which the request fails.

        Returns:
            The channels that have something to tell.

        Raises:
            InvalidRequest: a field is not one of those that exist.
            NoSession: no shard of this process serves the guild.
            GatewayRequestFailed: Discord refused for now, the session or the guild was lost, or no answer came in
                time.

        See [Discord Docs/Request Channel Info](https://docs.discord.com/developers/events/gateway-events#request-channel-info).
        """
        guild_id = id_of(guild_id, "guild_id")
        answer = await self._shard_of(guild_id).request_channel_info(guild_id, fields, timeout=timeout)
        return events.ChannelInfoEvent.from_dict(answer).channels

    def _own_shards(self) -> list[GatewayClient]:
        return [shard for shard in self.shards if isinstance(shard, GatewayClient)]

    def _shard_of(self, guild_id: int) -> GatewayClient:
        for shard in self._own_shards():
            if shard.shard_id == shard_of(guild_id, shard.total_shards):
                return shard
        raise NoSession(f"no shard of this process serves guild {guild_id}; has the client started?")


def _members_of(chunk: msgspec.Raw) -> list[api.GuildMemberModel]:
    return events.GuildMembersChunkEvent.from_json(chunk).members
