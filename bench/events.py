"""A small world and a seeded stream of the events a busy bot receives, as JSON, in the shapes that Discord documents.

The mix: 45 % messages, 20 % presences, 12 % typing, 8 % reactions, 6 % member updates, 5 % voice states,
4 % interactions. An event is about 1.06 KB.
"""

import json
import random
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from peers.mix import FIRST, LAST, MIX

JSON: TypeAlias = dict[str, Any]

BOT_ID = 900000000000000001
WORDS = [
    "squirrel",
    "acorn",
    "branch",
    "winter",
    "stash",
    "rustle",
    "forage",
    "canopy",
    "burrow",
    "nut",
    "tail",
    "leap",
    "oak",
    "maple",
    "hollow",
    "den",
    "fur",
    "paw",
    "chatter",
    "dash",
    "nibble",
    "bark",
    "twig",
    "moss",
    "🐿️",
    "🌰",
    "naïve",
    "déjà",
    "森の中",
    "https://example.org/a/long/path?with=query&and=more",
]


class World:
    """Guilds with channels, roles and members, the same for the same seed."""

    def __init__(self, seed: int, guilds: int = 12, channels: int = 12, roles: int = 8, members: int = 60) -> None:
        self.random = random.Random(seed)
        self._next = 1_100_000_000_000_000_000
        self.guilds = [self.guild(index, channels, roles, members) for index in range(guilds)]

    def id(self) -> str:
        """Return a new snowflake."""
        self._next += self.random.randrange(1 << 22, 1 << 26)
        return str(self._next)

    def text(self, least: int, most: int) -> str:
        """Return words."""
        return " ".join(self.random.choices(WORDS, k=self.random.randint(least, most)))

    def hash(self) -> str:
        """Return an avatar's hash."""
        return f"{self.random.getrandbits(128):032x}"

    def guild(self, index: int, channels: int, roles: int, members: int) -> JSON:
        """Return a guild as GUILD_CREATE brings it; the bot is its last member."""
        guild_id = self.id()
        role_ids = [guild_id, *(self.id() for _ in range(roles - 1))]
        people = [self.member(role_ids) for _ in range(members - 1)]
        bot = self.member(role_ids)
        bot["user"].update(id=str(BOT_ID), bot=True, username="bench")
        return {
            "id": guild_id,
            "name": f"Guild {index}",
            "icon": self.hash(),
            "owner_id": people[0]["user"]["id"],
            "member_count": members,
            "large": False,
            "unavailable": False,
            "joined_at": "2024-03-01T12:00:00.000000+00:00",
            "verification_level": 1,
            "default_message_notifications": 0,
            "explicit_content_filter": 2,
            "mfa_level": 0,
            "nsfw_level": 0,
            "afk_timeout": 300,
            "afk_channel_id": None,
            "system_channel_id": None,
            "system_channel_flags": 0,
            "rules_channel_id": None,
            "public_updates_channel_id": None,
            "safety_alerts_channel_id": None,
            "application_id": None,
            "splash": None,
            "discovery_splash": None,
            "banner": None,
            "description": None,
            "vanity_url_code": None,
            "preferred_locale": "en-US",
            "premium_tier": 1,
            "premium_subscription_count": 3,
            "premium_progress_bar_enabled": False,
            "features": ["COMMUNITY", "NEWS"],
            "emojis": [],
            "stickers": [],
            "threads": [],
            "presences": [],
            "voice_states": [],
            "stage_instances": [],
            "guild_scheduled_events": [],
            "soundboard_sounds": [],
            "roles": [self.role(role_id, position) for position, role_id in enumerate(role_ids)],
            "channels": [self.channel(position) for position in range(channels)],
            "members": [*people, bot],
        }

    def role(self, role_id: str, position: int) -> JSON:
        """Return a role."""
        return {
            "id": role_id,
            "name": "@everyone" if position == 0 else f"role {position}",
            "color": 0,
            "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
            "hoist": False,
            "position": position,
            "permissions": "1071698660929",
            "managed": False,
            "mentionable": False,
            "flags": 0,
            "icon": None,
            "unicode_emoji": None,
        }

    def channel(self, position: int) -> JSON:
        """Return a text channel; the first is a voice channel."""
        return {
            "id": self.id(),
            "type": 2 if position == 0 else 0,
            "name": f"channel-{position}",
            "position": position,
            "permission_overwrites": [],
            "topic": None,
            "nsfw": False,
            "last_message_id": None,
            "rate_limit_per_user": 0,
            "parent_id": None,
            "flags": 0,
            "bitrate": 64000,
            "user_limit": 0,
        }

    def member(self, role_ids: list[str]) -> JSON:
        """Return a member with three of these roles."""
        return {
            "user": {
                "id": self.id(),
                "username": self.random.choice(WORDS[:22]) + str(self.random.randrange(10_000)),
                "global_name": self.text(1, 2)[:32],
                "avatar": self.hash(),
                "avatar_decoration_data": None,
                "collectibles": None,
                "discriminator": "0",
                "public_flags": self.random.choice([0, 64, 128, 4194304]),
                "primary_guild": None,
                "display_name_styles": None,
            },
            "nick": self.random.choice([None, "Nutty"]),
            "avatar": None,
            "banner": None,
            "roles": sorted(self.random.sample(role_ids[1:], k=3)),
            "joined_at": "2025-01-02T03:04:05.678000+00:00",
            "premium_since": None,
            "communication_disabled_until": None,
            "deaf": False,
            "mute": False,
            "pending": False,
            "flags": 0,
            "unusual_dm_activity_until": None,
        }


def bare(member: JSON) -> JSON:
    """Return a member as it stands in a message: without its user."""
    return {key: value for key, value in member.items() if key != "user"}


def place(world: World) -> tuple[JSON, JSON, JSON]:
    """Return a guild, a text channel and a member of it, the bot left out."""
    guild = world.random.choice(world.guilds)
    return guild, world.random.choice(guild["channels"][1:]), world.random.choice(guild["members"][:-1])


def message_create(world: World, content: str | None = None) -> JSON:
    """Return a message; one in eight has an embed, one in eight an attachment, one in eight a mention."""
    guild, channel, member = place(world)
    body: JSON = {
        "id": world.id(),
        "type": 0,
        "channel_id": channel["id"],
        "channel_type": 0,
        "guild_id": guild["id"],
        "author": member["user"],
        "member": bare(member),
        "content": content or world.text(2, 16),
        "timestamp": "2026-08-06T10:11:12.345000+00:00",
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "components": [],
        "pinned": False,
        "flags": 0,
        "nonce": world.id(),
    }
    if world.random.random() < 1 / 8:
        body["embeds"].append(embed(world))
    if world.random.random() < 1 / 8:
        body["attachments"].append(attachment(world, channel["id"]))
    if world.random.random() < 1 / 8:
        other = world.random.choice(guild["members"][:-1])
        body["mentions"].append({**other["user"], "member": bare(other)})
    return body


def embed(world: World) -> JSON:
    """Return an embed with three fields and a thumbnail."""
    return {
        "type": "rich",
        "title": world.text(3, 6),
        "description": world.text(10, 20),
        "url": "https://example.org/article/123456",
        "color": 5814783,
        "fields": [{"name": "Field", "value": world.text(2, 6), "inline": True} for _ in range(3)],
        "thumbnail": {
            "url": "https://example.org/i.png",
            "proxy_url": "https://images.example.org/external/i.png",
            "width": 128,
            "height": 128,
        },
    }


def attachment(world: World, channel_id: str) -> JSON:
    """Return an image that was sent along."""
    attachment_id = world.id()
    return {
        "id": attachment_id,
        "filename": "image.png",
        "size": 482113,
        "url": f"https://cdn.example.org/attachments/{channel_id}/{attachment_id}/image.png?ex=6&is=6&hm={world.hash()}",
        "proxy_url": f"https://media.example.org/attachments/{channel_id}/{attachment_id}/image.png",
        "content_type": "image/png",
        "width": 1920,
        "height": 1080,
    }


def presence_update(world: World) -> JSON:
    """Return a presence: a game with assets, often something heard besides, and a status of one's own."""
    guild, _, member = place(world)
    activities: list[JSON] = [
        {"id": "custom", "name": "Custom Status", "type": 4, "state": world.text(1, 4), "created_at": 1785974400000},
        {
            "id": world.hash()[:16],
            "name": "Acorn Quest",
            "type": 0,
            "details": world.text(2, 5),
            "state": world.text(1, 4),
            "application_id": world.id(),
            "created_at": 1785974400000,
            "timestamps": {"start": 1785974300000},
            "assets": {"large_image": world.id(), "large_text": world.text(1, 3), "small_image": world.id()},
            "party": {"id": world.hash(), "size": [2, 4]},
        },
    ]
    if world.random.random() < 0.6:
        activities.append(
            {
                "id": "spotify:1",
                "name": "Spotify",
                "type": 2,
                "details": world.text(1, 4),
                "state": world.text(1, 3),
                "sync_id": world.hash()[:22],
                "session_id": world.hash(),
                "created_at": 1785974400000,
                "flags": 48,
                "timestamps": {"start": 1785974300000, "end": 1785974500000},
                "assets": {"large_image": f"spotify:{world.hash()}", "large_text": world.text(1, 4)},
                "party": {"id": "spotify:1"},
            }
        )
    return {
        "user": {"id": member["user"]["id"]},
        "guild_id": guild["id"],
        "status": world.random.choice(["online", "idle", "dnd"]),
        "activities": activities,
        "client_status": {"desktop": "online", "mobile": "idle"},
    }


def typing_start(world: World) -> JSON:
    """Return someone who starts to type in a guild."""
    guild, channel, member = place(world)
    return {
        "channel_id": channel["id"],
        "guild_id": guild["id"],
        "user_id": member["user"]["id"],
        "timestamp": 1785974400,
        "member": member,
    }


def message_reaction_add(world: World) -> JSON:
    """Return a reaction to a message that is not in anyone's cache."""
    guild, channel, member = place(world)
    return {
        "user_id": member["user"]["id"],
        "channel_id": channel["id"],
        "message_id": world.id(),
        "guild_id": guild["id"],
        "member": member,
        "emoji": {"id": None, "name": "🌰"},
        "message_author_id": guild["owner_id"],
        "burst": False,
        "type": 0,
    }


def guild_member_update(world: World) -> JSON:
    """Return a member who changed their nickname."""
    guild, _, member = place(world)
    return {**member, "guild_id": guild["id"], "nick": world.text(1, 2)[:32]}


def voice_state_update(world: World) -> JSON:
    """Return a member who joined a voice channel."""
    guild, _, member = place(world)
    return {
        "guild_id": guild["id"],
        "channel_id": guild["channels"][0]["id"],
        "user_id": member["user"]["id"],
        "member": member,
        "session_id": world.hash(),
        "deaf": False,
        "mute": False,
        "self_deaf": False,
        "self_mute": world.random.random() < 0.5,
        "self_video": False,
        "suppress": False,
        "request_to_speak_timestamp": None,
    }


def interaction_create(world: World) -> JSON:
    """Return a slash command with two options."""
    guild, channel, member = place(world)
    return {
        "id": world.id(),
        "application_id": str(BOT_ID),
        "type": 2,
        "version": 1,
        "token": world.hash() * 5,
        "guild_id": guild["id"],
        "guild": {"id": guild["id"], "locale": "en-US", "features": guild["features"]},
        "guild_locale": "en-US",
        "locale": "en-GB",
        "channel_id": channel["id"],
        "channel": {**channel, "permissions": "2251799813685247", "guild_id": guild["id"]},
        "member": {**member, "permissions": "2251799813685247"},
        "app_permissions": "2251799813685247",
        "entitlements": [],
        "authorizing_integration_owners": {"0": guild["id"]},
        "context": 0,
        "attachment_size_limit": 10485760,
        "data": {
            "id": world.id(),
            "name": "stash",
            "type": 1,
            "options": [
                {"name": "what", "type": 3, "value": world.text(1, 6)},
                {"name": "count", "type": 4, "value": world.random.randrange(1000)},
            ],
        },
    }


MAKERS: dict[str, Callable[[World], JSON]] = {
    "MESSAGE_CREATE": message_create,
    "PRESENCE_UPDATE": presence_update,
    "TYPING_START": typing_start,
    "MESSAGE_REACTION_ADD": message_reaction_add,
    "GUILD_MEMBER_UPDATE": guild_member_update,
    "VOICE_STATE_UPDATE": voice_state_update,
    "INTERACTION_CREATE": interaction_create,
}
"""What makes the body of each dispatch of the busy mix."""


def in_discords_order(value: Any) -> Any:
    """Return a value with the keys of all objects as Discord sends them: from the last of the alphabet to the first.

    Some readers find a key sooner where they expect it.
    """
    if isinstance(value, dict):
        return {key: in_discords_order(value[key]) for key in sorted(value, reverse=True)}
    if isinstance(value, list):
        return [in_discords_order(entry) for entry in value]
    return value


def payload(name: str, sequence: int, body: JSON) -> bytes:
    """Return a dispatch as it stands on the wire, its head first."""
    frame = {"t": name, "s": sequence, "op": 0, "d": in_discords_order(body)}
    return json.dumps(frame, separators=(",", ":"), ensure_ascii=False).encode()


def opening(world: World) -> list[bytes]:
    """Return READY and a GUILD_CREATE for every guild, numbered from 1."""
    user = {
        "id": str(BOT_ID),
        "username": "bench",
        "discriminator": "0",
        "avatar": None,
        "bot": True,
        "global_name": None,
    }
    ready = {
        "v": 10,
        "user": {**user, "verified": True, "email": None, "mfa_enabled": False, "flags": 0},
        "guilds": [{"id": guild["id"], "unavailable": True} for guild in world.guilds],
        "session_id": world.hash(),
        "resume_gateway_url": "ws://127.0.0.1:9",
        "session_type": "normal",
        "private_channels": [],
        "relationships": [],
        "presences": [],
        "shard": [0, 1],
        "application": {"id": str(BOT_ID), "flags": 0},
    }
    return [payload("READY", 1, ready)] + [
        payload("GUILD_CREATE", number, guild) for number, guild in enumerate(world.guilds, start=2)
    ]


def stream(world: World, count: int, sequence: int) -> Iterator[tuple[str, bytes]]:
    """Yield name and payload of `count` events numbered from `sequence`; a message is the first and the last."""
    names = world.random.choices(list(MIX), weights=list(MIX.values()), k=count)
    for index, name in enumerate(names):
        if index in (0, count - 1):
            body = message_create(world, content=LAST if index else FIRST)
            yield "MESSAGE_CREATE", payload("MESSAGE_CREATE", sequence + index, body)
        else:
            yield name, payload(name, sequence + index, MAKERS[name](world))
