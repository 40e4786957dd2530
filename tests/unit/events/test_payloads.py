"""Whole payloads as Discord sends them: read by the fast way, nothing in them misread."""

import json
from typing import Any

import pytest

from scurrypy import events
from scurrypy.enums import ActivityType, ChannelType, StatusType
from scurrypy.events import EVENTS
from scurrypy.wire.snowflake import Snowflake

USER: dict[str, Any] = {
    "id": "80351110224678912",
    "username": "nelly",
    "discriminator": "0",
    "global_name": None,
    "avatar": "8342729096ea3675442027381ff50dfe",
    "public_flags": 64,
    "primary_guild": None,
    "avatar_decoration_data": {"asset": "a_fed43", "sku_id": "1144058844004233369"},
}
MEMBER: dict[str, Any] = {
    "user": USER,
    "nick": None,
    "avatar": None,
    "banner": None,
    "roles": ["41771983423143936"],
    "joined_at": "2015-04-26T06:26:56.936000+00:00",
    "premium_since": None,
    "deaf": False,
    "mute": False,
    "flags": 0,
    "pending": False,
    "communication_disabled_until": None,
}
TEXT_CHANNEL: dict[str, Any] = {
    "id": "41771983423143937",
    "type": 0,
    "name": "general",
    "position": 6,
    "permission_overwrites": [{"id": "41771983423143936", "type": 0, "allow": "1024", "deny": "2048"}],
    "rate_limit_per_user": 2,
    "nsfw": False,
    "topic": None,
    "last_message_id": "155117677105512449",
    "parent_id": None,
    "flags": 0,
}
THREAD: dict[str, Any] = {
    "id": "41771983423143938",
    "guild_id": "41771983423143930",
    "parent_id": "41771983423143937",
    "owner_id": "80351110224678912",
    "type": 11,
    "name": "help",
    "message_count": 1,
    "member_count": 2,
    "rate_limit_per_user": 0,
    "thread_metadata": {
        "archived": False,
        "auto_archive_duration": 1440,
        "archive_timestamp": "2021-04-12T23:40:39.855793+00:00",
        "locked": False,
        "create_timestamp": None,
    },
    "total_message_sent": 1,
    "flags": 0,
}
GUILD: dict[str, Any] = {
    "id": "41771983423143930",
    "name": "Discord Developers",
    "icon": None,
    "owner_id": "80351110224678912",
    "roles": [
        {
            "id": "41771983423143936",
            "name": "WE DEM BOYZZ!!!!!!",
            "color": 3447003,
            "colors": {"primary_color": 3447003, "secondary_color": None, "tertiary_color": None},
            "hoist": True,
            "icon": None,
            "unicode_emoji": None,
            "position": 1,
            "permissions": "66321471",
            "managed": False,
            "mentionable": False,
            "flags": 0,
            "tags": {"bot_id": "80351110224678912", "premium_subscriber": None},
        }
    ],
    "emojis": [{"id": "41771983429993937", "name": "LUL", "animated": False, "roles": []}],
    "features": ["COMMUNITY", "INVENTED_TOMORROW"],
    "verification_level": 1,
    "preferred_locale": "en-US",
    "premium_tier": 3,
    "joined_at": "2026-01-01T00:00:00+00:00",
    "large": False,
    "member_count": 1,
    "channels": [TEXT_CHANNEL],
    "threads": [THREAD],
    "members": [MEMBER],
    "voice_states": [
        {
            "channel_id": "157733188964188161",
            "user_id": "80351110224678912",
            "session_id": "90326bd25d71d39b9ef95b299e3872ff",
            "deaf": False,
            "mute": False,
            "self_deaf": False,
            "self_mute": True,
            "self_video": False,
            "suppress": False,
            "request_to_speak_timestamp": None,
        }
    ],
    "presences": [
        {
            "user": {"id": "80351110224678912"},
            "status": "dnd",
            "client_status": {"desktop": "dnd"},
            "activities": [
                {"name": "Custom Status", "type": 4, "state": "cool", "created_at": 1, "emoji": {"name": "🔥"}},
                {"name": "x", "type": 0, "created_at": 1, "party": {"id": "p", "size": [1, 5]}, "buttons": ["a"]},
            ],
        }
    ],
    "stage_instances": [],
    "guild_scheduled_events": [],
    "soundboard_sounds": [
        {
            "name": "Yay",
            "sound_id": "1106714396018884649",
            "volume": 1,
            "emoji_id": "989193655938064464",
            "emoji_name": None,
            "guild_id": "613425648685547541",
            "available": True,
        }
    ],
}
MESSAGE: dict[str, Any] = {
    "id": "334385199974967042",
    "channel_id": "290926798999357250",
    "guild_id": "41771983423143930",
    "channel_type": 0,
    "author": USER,
    "member": {key: value for key, value in MEMBER.items() if key != "user"},
    "content": "Supa Hot",
    "timestamp": "2017-07-11T17:27:07.299000+00:00",
    "edited_timestamp": None,
    "tts": False,
    "mention_everyone": False,
    "mentions": [USER | {"member": {"roles": [], "joined_at": None, "deaf": False, "mute": False, "flags": 0}}],
    "mention_roles": ["41771983423143936"],
    "attachments": [],
    "embeds": [{"type": "rich", "title": "x", "fields": [{"name": "a", "value": "b", "inline": True}]}],
    "reactions": [
        {
            "count": 1,
            "count_details": {"burst": 0, "normal": 1},
            "me": False,
            "me_burst": False,
            "emoji": {"id": None, "name": "🔥"},
            "burst_colors": [],
        }
    ],
    "nonce": "1",
    "pinned": False,
    "type": 19,
    "flags": 0,
    "components": [{"type": 1, "id": 1, "components": [{"type": 2, "id": 2, "style": 5, "url": "https://x"}]}],
    "message_reference": {"type": 0, "message_id": "1", "channel_id": "2", "guild_id": "3"},
    "referenced_message": {"id": "1", "channel_id": "2", "content": "before", "author": USER, "type": 0},
}


def read(name: str, body: dict[str, Any], caplog: pytest.LogCaptureFixture) -> Any:
    event = EVENTS[name].from_json(json.dumps(body).encode())
    assert [record.getMessage() for record in caplog.records] == []
    assert event.raw == body
    assert event == EVENTS[name].from_dict(body)
    return event


def test_guild_create(caplog: pytest.LogCaptureFixture):
    event = read("GUILD_CREATE", GUILD, caplog)
    assert event.channels[0].type is ChannelType.GUILD_TEXT
    assert event.channels[0].permission_overwrites[0].deny == 2048
    assert event.threads[0].thread_metadata.auto_archive_duration == 1440
    assert event.members[0].user.id == Snowflake(80351110224678912)
    assert event.voice_states[0].self_mute is True
    assert event.presences[0].status is StatusType.DND
    assert [activity.type for activity in event.presences[0].activities] == [ActivityType.CUSTOM, ActivityType.PLAYING]
    assert event.soundboard_sounds[0].volume == 1
    assert "INVENTED_TOMORROW" in event.features


def test_message_create(caplog: pytest.LogCaptureFixture):
    event = read("MESSAGE_CREATE", MESSAGE, caplog)
    assert (event.author.username, event.content, event.guild_id) == ("nelly", "Supa Hot", 41771983423143930)
    assert event.mentions[0].member.flags == 0
    assert event.mention_roles == [41771983423143936]
    assert event.components[0].components[0].url == "https://x"
    assert event.referenced_message.content == "before"


@pytest.mark.parametrize("name", ["CHANNEL_CREATE", "CHANNEL_UPDATE", "CHANNEL_DELETE"])
def test_channels(name: str, caplog: pytest.LogCaptureFixture):
    assert read(name, TEXT_CHANNEL, caplog).name == "general"


def test_threads(caplog: pytest.LogCaptureFixture):
    event = read("THREAD_CREATE", THREAD | {"newly_created": True}, caplog)
    assert (event.newly_created, event.parent_id, event.type) == (True, 41771983423143937, ChannelType.PUBLIC_THREAD)
    membership = {"id": "1", "user_id": "2", "join_timestamp": "2026-01-01T00:00:00+00:00", "flags": 1}
    sync = read("THREAD_LIST_SYNC", {"guild_id": "3", "threads": [THREAD], "members": [membership]}, caplog)
    assert (sync.threads[0].name, sync.members[0].user_id, sync.channel_ids) == ("help", 2, None)
    changed = read("THREAD_MEMBERS_UPDATE", {"id": "1", "guild_id": "3", "removed_member_ids": ["7"]}, caplog)
    assert changed.removed_member_ids == [7]


def test_members(caplog: pytest.LogCaptureFixture):
    for name in ("GUILD_MEMBER_ADD", "GUILD_MEMBER_UPDATE"):
        event = read(name, MEMBER | {"guild_id": "3"}, caplog)
        assert isinstance(event, events.GuildMemberAddEvent | events.GuildMemberUpdateEvent)
        assert (event.guild_id, event.roles) == (3, [41771983423143936])
    chunk = {"guild_id": "3", "members": [MEMBER], "chunk_index": 0, "chunk_count": 1, "not_found": ["9"], "nonce": "n"}
    assert read("GUILD_MEMBERS_CHUNK", chunk, caplog).not_found == [9]


def test_auto_moderation(caplog: pytest.LogCaptureFixture):
    rule = {
        "id": "1",
        "guild_id": "2",
        "name": "words",
        "creator_id": "3",
        "event_type": 1,
        "trigger_type": 1,
        "trigger_metadata": {"keyword_filter": ["cat*"], "regex_patterns": []},
        "actions": [{"type": 3, "metadata": {"duration_seconds": 60}}],
        "enabled": True,
        "exempt_roles": [],
        "exempt_channels": [],
    }
    assert read("AUTO_MODERATION_RULE_CREATE", rule, caplog).actions[0].metadata.duration_seconds == 60
    acted = {
        "guild_id": "2",
        "action": {"type": 1, "metadata": {}},
        "rule_id": "1",
        "rule_trigger_type": 1,
        "user_id": "4",
        "content": "cats",
        "matched_keyword": "cat*",
        "matched_content": "cats",
    }
    assert read("AUTO_MODERATION_ACTION_EXECUTION", acted, caplog).matched_keyword == "cat*"


def test_audit_log(caplog: pytest.LogCaptureFixture):
    entry = {
        "id": "1",
        "guild_id": "2",
        "user_id": "3",
        "target_id": "4",
        "action_type": 24,
        "changes": [{"key": "nick", "old_value": None, "new_value": "x"}],
        "options": {"count": "1"},
        "reason": "why",
    }
    event = read("GUILD_AUDIT_LOG_ENTRY_CREATE", entry, caplog)
    assert (event.guild_id, event.changes[0].new_value, event.reason) == (2, "x", "why")


def test_session_lost_is_read_as_the_gateway_puts_it(caplog: pytest.LogCaptureFixture):
    body = {"shard_id": 1, "session_id": "abc", "seq": 42, "reason": "INVALID_SESSION"}
    body["since"] = "2026-11-25T19:00:00+00:00"
    event = read("SESSION_LOST", body, caplog)
    assert event.since == "2026-11-25T19:00:00+00:00"
    assert (event.shard_id, event.session_id, event.seq, event.reason) == (1, "abc", 42, "INVALID_SESSION")
