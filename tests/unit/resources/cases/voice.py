"""Calls of the methods that are about voice: who is where, regions, and what a channel says of itself."""

from scurrypy.resources import (
    VoiceRegion,
)
from tests.unit.resources.cases.case import Case, Resources, case

RESOURCES: Resources = {
    "voice_region": VoiceRegion,
}

CASES: list[Case] = [
    case("guild.fetch_current_voice_state", to="GET_SELF_VOICE_STATE", path="/guilds/1/voice-states/@me"),
    case("guild.fetch_voice_state", 2, to="GET_VOICE_STATE", path="/guilds/1/voice-states/2"),
    case(
        "guild.edit_current_voice_state",
        kwargs={"suppress": False, "request_to_speak_timestamp": None},
        to="UPDATE_SELF_VOICE_STATE",
        path="/guilds/1/voice-states/@me",
        data={"suppress": False, "request_to_speak_timestamp": None},
    ),
    case(
        "guild.edit_voice_state",
        2,
        kwargs={"suppress": True},
        to="UPDATE_VOICE_STATE",
        path="/guilds/1/voice-states/2",
        data={"suppress": True},
    ),
    case("guild.fetch_voice_regions", to="LIST_GUILD_VOICE_REGIONS", path="/guilds/1/regions", answer=[]),
    case("voice_region.fetch_all", to="LIST_VOICE_REGIONS", path="/voice/regions", answer=[]),
    case(
        "channel.edit_voice_status",
        "Chess",
        to="UPDATE_VOICE_CHANNEL_STATUS",
        path="/channels/1/voice-status",
        data={"status": "Chess"},
    ),
    case(
        "channel.edit_voice_status",
        None,
        to="UPDATE_VOICE_CHANNEL_STATUS",
        path="/channels/1/voice-status",
        data={"status": None},
    ),
]

AUDITED = {"UPDATE_VOICE_CHANNEL_STATUS"}
"""Operations whose documentation takes the header X-Audit-Log-Reason."""
