"""What a bot learns of a channel that it may not view."""

from scurrypy.sandbox.gateway.hiding import hidden
from scurrypy.sandbox.payloads.channels import channel_payload
from scurrypy.sandbox.records.channels import CATEGORY, FORUM, TEXT, VOICE
from scurrypy.sandbox.world import World

TELLING = {"topic": "nobody knows", "rate_limit_per_user": 7, "nsfw": True, "default_auto_archive_duration": 60}


def test_nothing_that_tells_anything_is_left() -> None:
    world = World.default()
    guild = next(iter(world.guilds.values()))
    tags = [{"id": "1", "name": "secret", "moderated": False, "emoji_id": None, "emoji_name": None}]
    for kind in (TEXT, VOICE, CATEGORY, FORUM):
        channel = world.create_channel(guild, "secret", kind, available_tags=tags, **TELLING)
        seen = hidden(channel_payload(world, channel), guild.id)
        assert seen["id"] == str(channel.id)
        assert seen["type"] == kind
        assert seen["position"] == channel.position
        assert seen["name"] == "___hidden___"
        assert seen["flags"] == 1 << 17
        assert seen["permission_overwrites"] == [{"id": str(guild.id), "type": 0, "allow": "0", "deny": "1024"}]
        assert not [key for key, value in TELLING.items() if seen.get(key) == value]
        assert "secret" not in str(seen)
