"""Channels that the bot cannot see (A41): how they come, what is still true of them, and how they are revealed."""

from typing import Any

import pytest

from scurrypy.api.channels import ChannelModel
from scurrypy.enums import ChannelFlags, ChannelType, OverwriteType, Permissions
from scurrypy.events import ChannelCreateEvent, ChannelUpdateEvent, GuildCreateEvent, InteractionEvent
from scurrypy.wire.codec import encode

GUILD_ID = "613425648685547541"
HIDDEN: dict[str, Any] = {
    "id": "613425648685547600",
    "type": 0,
    "guild_id": GUILD_ID,
    "name": "___hidden___",
    "position": 4,
    "flags": 1 << 17,
    "parent_id": None,
    "topic": None,
    "nsfw": None,
    "last_message_id": None,
    "last_pin_timestamp": None,
    "rate_limit_per_user": None,
    "permission_overwrites": [{"id": GUILD_ID, "type": 0, "allow": "0", "deny": "1024"}],
}
OPEN = HIDDEN | {
    "name": "staff",
    "flags": 0,
    "topic": "who is on duty",
    "nsfw": False,
    "rate_limit_per_user": 5,
    "permission_overwrites": [
        {"id": GUILD_ID, "type": 0, "allow": "0", "deny": "1024"},
        {"id": "613425648685547700", "type": 1, "allow": "1024", "deny": "0"},
    ],
}
OF_EACH_KIND: list[dict[str, Any]] = [
    HIDDEN,
    HIDDEN | {"type": 2, "bitrate": None, "user_limit": None, "rtc_region": None, "video_quality_mode": None},
    HIDDEN | {"type": 4},
    HIDDEN | {"type": 13, "bitrate": None, "user_limit": None},
    HIDDEN
    | {
        "type": 15,
        "available_tags": None,
        "default_reaction_emoji": None,
        "default_sort_order": None,
        "default_forum_layout": None,
        "default_auto_archive_duration": None,
        "default_thread_rate_limit_per_user": None,
    },
    HIDDEN | {"flags": 1 << 17 | 1 << 40},
]


def check_hidden(channel: ChannelModel, sent: dict[str, Any]) -> None:
    assert channel.is_obfuscated
    assert ChannelFlags.OBFUSCATED in channel.flags
    assert (channel.id, channel.type, channel.position) == (int(sent["id"]), sent["type"], 4)
    assert (channel.name, channel.topic, channel.nsfw, channel.rate_limit_per_user) == (
        "___hidden___",
        None,
        None,
        None,
    )
    assert channel.permission_overwrites is not None
    (overwrite,) = channel.permission_overwrites
    assert (overwrite.id, overwrite.type) == (int(GUILD_ID), OverwriteType.ROLE)
    assert (overwrite.allow, overwrite.deny) == (Permissions(0), Permissions.VIEW_CHANNEL)


@pytest.mark.parametrize("sent", OF_EACH_KIND, ids=lambda sent: f"{sent['type']}-{sent['flags']}")
@pytest.mark.parametrize("kind", [ChannelCreateEvent, ChannelUpdateEvent])
def test_A41_one_of_any_kind_is_read_with_nothing_lost(kind: type[Any], sent: dict[str, Any], caplog: Any):
    event = kind.from_json(encode(sent))
    check_hidden(event, sent)
    assert event.raw == sent
    assert caplog.records == []


def test_A41_a_guild_comes_with_those_that_are_seen_and_those_that_are_not(caplog: pytest.LogCaptureFixture):
    seen = OPEN | {"id": "1"}
    event = GuildCreateEvent.from_json(encode({"id": GUILD_ID, "name": "Tower", "channels": [*OF_EACH_KIND, seen]}))
    assert event.channels is not None
    *hidden, open_one = event.channels
    for channel, sent in zip(hidden, OF_EACH_KIND, strict=True):
        check_hidden(channel, sent)
    assert (open_one.is_obfuscated, open_one.name) == (False, "staff")
    assert caplog.records == []


def test_A41_an_update_reveals_it_and_another_hides_it_again():
    revealed = ChannelUpdateEvent.from_json(encode(OPEN))
    assert not revealed.is_obfuscated
    assert (revealed.name, revealed.topic, revealed.rate_limit_per_user) == ("staff", "who is on duty", 5)
    assert revealed.permission_overwrites is not None
    assert len(revealed.permission_overwrites) == 2
    assert ChannelUpdateEvent.from_json(encode(HIDDEN)).is_obfuscated


def test_a_channel_that_is_merely_called_so_is_none():
    channel = ChannelModel.from_dict(OPEN | {"name": "___hidden___"})
    assert not channel.is_obfuscated
    assert not ChannelModel.from_dict({"id": "1"}).is_obfuscated


def test_A41_interactions_hold_the_channel_itself():
    channel = OPEN | {"permissions": "1024"}
    body = {
        "id": "1",
        "application_id": "2",
        "type": 2,
        "token": "made-up",
        "version": 1,
        "guild_id": GUILD_ID,
        "channel_id": channel["id"],
        "channel": channel,
        "data": {
            "id": "3",
            "name": "open",
            "type": 1,
            "options": [{"name": "where", "type": 7, "value": channel["id"]}],
            "resolved": {"channels": {channel["id"]: channel}},
        },
    }
    event = InteractionEvent.from_json(encode(body))
    assert event.channel is not None
    assert not event.channel.is_obfuscated
    data: Any = event.data
    (resolved,) = data.resolved.channels.values()
    for found in (event.channel, resolved):
        assert (found.name, found.type, found.permissions) == (
            "staff",
            ChannelType.GUILD_TEXT,
            Permissions.VIEW_CHANNEL,
        )
