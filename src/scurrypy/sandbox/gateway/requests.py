"""What a client with a session may ask of the gateway, and what it gets."""

from typing import TYPE_CHECKING, Any

import msgspec

from scurrypy.sandbox.gateway.identify import read_presence
from scurrypy.sandbox.gateway.member_chunks import (
    FULL_LIST_EVERY,
    MemberRequest,
    is_allowed,
    member_chunks,
    rate_limited,
    read_id,
    read_member_request,
)
from scurrypy.sandbox.gateway.opcodes import CloseCode, GatewayClosed
from scurrypy.sandbox.gateway.session import Session
from scurrypy.sandbox.payloads.sounds import sound_payload
from scurrypy.sandbox.records import Guild
from scurrypy.sandbox.rules.fields import Json, as_mapping, is_list
from scurrypy.sandbox.world.voice_states import move_in_voice

if TYPE_CHECKING:
    from scurrypy.sandbox.gateway.hub import GatewayHub


def update_presence(hub: "GatewayHub", session: Session, data: Json) -> None:
    """Show what the bot wants to be shown (op 3)."""
    session.presence = read_presence(data, CloseCode.UNKNOWN_OPCODE)
    hub.show(session)


def update_voice_state(hub: "GatewayHub", session: Session, data: Json) -> None:
    """Join, move between, or leave voice channels (op 4)."""
    fields = as_mapping(data)
    guild = _guild(hub, session, fields.get("guild_id"))
    wanted = fields.get("channel_id", "")
    channel_id = None if wanted is None else read_id(wanted)
    channel = None if channel_id is None else hub.world.channels.get(channel_id)
    if guild is None or (channel is None and channel_id is not None):
        return
    before = guild.voice_states.get(session.user_id, {}).get("channel_id")
    self_mute, self_deaf = fields.get("self_mute") is True, fields.get("self_deaf") is True
    moved = move_in_voice(hub.world, guild, session.user_id, channel, self_mute=self_mute, self_deaf=self_deaf)
    if moved and channel is not None and before != str(channel.id):
        endpoint = hub.options.voice_endpoint
        token = hub.voice_token()
        _send(session, "VOICE_SERVER_UPDATE", {"token": token, "guild_id": str(guild.id), "endpoint": endpoint})


def request_guild_members(hub: "GatewayHub", session: Session, data: Json) -> None:
    """Send members of a guild (op 8)."""
    request = read_member_request(data)
    guild = _guild(hub, session, request.guild_id)
    if guild is None or not is_allowed(request, session.intents):
        return
    wait = _full_list_wait(hub, session, request)
    if wait > 0:
        _send(session, "RATE_LIMITED", rate_limited(request, wait))
        return
    for chunk in member_chunks(hub.world, guild, request, session.intents):
        _send(session, "GUILD_MEMBERS_CHUNK", chunk)


def request_soundboard_sounds(hub: "GatewayHub", session: Session, data: Json) -> None:
    """Send the soundboard sounds of guilds (op 31)."""
    guild_ids = as_mapping(data).get("guild_ids")
    if not is_list(guild_ids):
        raise GatewayClosed(CloseCode.UNKNOWN_OPCODE)
    for guild_id in guild_ids:
        guild = _guild(hub, session, guild_id)
        if guild is not None:
            sounds = [sound_payload(hub.world, sound, with_user=True) for sound in guild.sounds.values()]
            _send(session, "SOUNDBOARD_SOUNDS", {"guild_id": str(guild.id), "soundboard_sounds": sounds})


def request_channel_info(hub: "GatewayHub", session: Session, data: Json) -> None:
    """Send what is known of voice channels only while it lasts (op 43)."""
    wanted = as_mapping(data)
    fields, guild = wanted.get("fields"), _guild(hub, session, wanted.get("guild_id"))
    if not is_list(fields):
        raise GatewayClosed(CloseCode.UNKNOWN_OPCODE)
    if guild is None:
        return
    channels = [
        {"id": str(channel.id), "status": channel.status}
        for channel in hub.world.channels_of(guild.id)
        if "status" in fields and channel.status is not None and hub.world.can_view(session.user_id, channel.id)
    ]
    _send(session, "CHANNEL_INFO", {"guild_id": str(guild.id), "channels": channels})


def _full_list_wait(hub: "GatewayHub", session: Session, request: MemberRequest) -> float:
    """Return the seconds until all members may be asked for again, and note the request when that is now."""
    if not request.wants_everyone:
        return 0.0
    now = hub.world.clock.now()
    last = session.full_lists.get(request.guild_id)
    if last is not None and now - last < FULL_LIST_EVERY:
        return last + FULL_LIST_EVERY - now
    session.full_lists[request.guild_id] = now
    return 0.0


def _guild(hub: "GatewayHub", session: Session, guild_id: Json) -> Guild | None:
    """Return a guild that the session's bot is in and the session's shard hears of."""
    guild = hub.world.guilds.get(read_id(guild_id))
    if guild is None or session.user_id not in guild.members or not session.covers(guild.id):
        return None
    return guild


def _send(session: Session, name: str, data: dict[str, Any]) -> None:
    session.send(name, msgspec.json.encode(data))
