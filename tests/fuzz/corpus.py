"""What hostile input is made of: small, well-formed examples of everything that arrives and is sent."""

from typing import Any

USER: dict[str, Any] = {"id": "2", "username": "alice", "discriminator": "0", "global_name": None, "avatar": None}
EMOJI: dict[str, Any] = {"id": "7", "name": "wave", "animated": False}
COMPONENTS: list[dict[str, Any]] = [
    {
        "type": 17,
        "accent_color": 255,
        "components": [
            {"type": 10, "content": "# Title"},
            {
                "type": 9,
                "components": [{"type": 10, "content": "text"}],
                "accessory": {"type": 11, "media": {"url": "https://example.com/a.png"}},
            },
            {"type": 12, "items": [{"media": {"url": "attachment://a.png"}, "description": "d", "spoiler": True}]},
            {"type": 13, "file": {"url": "attachment://a.txt"}},
            {"type": 14, "divider": True, "spacing": 2},
            {
                "type": 1,
                "components": [
                    {"type": 2, "style": 1, "label": "Press", "custom_id": "press", "emoji": EMOJI},
                    {"type": 2, "style": 5, "label": "Go", "url": "https://example.com"},
                ],
            },
            {
                "type": 1,
                "components": [
                    {
                        "type": 3,
                        "custom_id": "pick",
                        "options": [{"label": "a", "value": "a", "default": True}],
                        "min_values": 0,
                        "max_values": 1,
                    }
                ],
            },
            {"type": 1, "components": [{"type": 5, "custom_id": "u", "default_values": [{"id": "2", "type": "user"}]}]},
        ],
    },
    {"type": 18, "label": "Say", "component": {"type": 4, "custom_id": "say", "style": 1, "max_length": 10}},
]
MESSAGE: dict[str, Any] = {
    "id": "5",
    "channel_id": "3",
    "author": USER,
    "content": "hi",
    "timestamp": "2026-01-01T00:00:00.000000+00:00",
    "edited_timestamp": None,
    "tts": False,
    "mention_everyone": False,
    "mentions": [USER],
    "mention_roles": ["9"],
    "attachments": [{"id": "6", "filename": "a.png", "size": 3, "url": "https://example.com/a.png", "proxy_url": ""}],
    "embeds": [{"title": "t", "color": 1, "fields": [{"name": "n", "value": "v", "inline": True}]}],
    "reactions": [{"count": 1, "emoji": EMOJI, "me": True}],
    "pinned": False,
    "type": 0,
    "flags": 32768,
    "components": COMPONENTS,
    "poll": {"question": {"text": "?"}, "answers": [{"answer_id": 1, "poll_media": {"text": "a"}}], "expiry": None},
}
INTERACTION: dict[str, Any] = {
    "id": "8",
    "application_id": "1",
    "type": 2,
    "token": "t",
    "version": 1,
    "guild_id": "4",
    "channel_id": "3",
    "member": {"user": USER, "roles": ["9"], "joined_at": None, "permissions": "8", "flags": 0},
    "data": {
        "id": "1",
        "name": "say",
        "type": 1,
        "options": [{"name": "sub", "type": 1, "options": [{"name": "text", "type": 3, "value": "x"}]}],
        "resolved": {"users": {"2": USER}, "messages": {"5": MESSAGE}},
    },
    "entitlements": [],
    "locale": "en-GB",
    "authorizing_integration_owners": {"0": "4"},
    "context": 0,
}
GUILD: dict[str, Any] = {
    "id": "4",
    "name": "g",
    "owner_id": "2",
    "roles": [{"id": "9", "name": "r", "color": 0, "permissions": "8", "position": 1}],
    "emojis": [EMOJI],
    "channels": [{"id": "3", "type": 0, "name": "c", "position": 0, "permission_overwrites": []}],
    "members": [{"user": USER, "roles": []}],
    "presences": [{"user": {"id": "2"}, "status": "online", "activities": [{"name": "x", "type": 0}]}],
    "voice_states": [],
    "threads": [],
}
READY: dict[str, Any] = {
    "v": 10,
    "user": USER,
    "guilds": [{"id": "4", "unavailable": True}],
    "session_id": "s",
    "resume_gateway_url": "wss://resume.test",
    "shard": [0, 1],
    "application": {"id": "1", "flags": 0},
}
EVENTS: dict[str, Any] = {
    "READY": READY,
    "RESUMED": {},
    "MESSAGE_CREATE": MESSAGE,
    "MESSAGE_UPDATE": {"id": "5", "channel_id": "3", "components": COMPONENTS},
    "MESSAGE_DELETE_BULK": {"ids": ["5", "6"], "channel_id": "3", "guild_id": "4"},
    "INTERACTION_CREATE": INTERACTION,
    "GUILD_CREATE": GUILD,
    "GUILD_DELETE": {"id": "4", "unavailable": True},
    "GUILD_MEMBERS_CHUNK": {
        "guild_id": "4",
        "members": [{"user": USER}],
        "chunk_index": 0,
        "chunk_count": 1,
        "nonce": "n",
    },
    "SOUNDBOARD_SOUNDS": {"guild_id": "4", "soundboard_sounds": []},
    "PRESENCE_UPDATE": GUILD["presences"][0],
    "RATE_LIMITED": {"opcode": 8, "retry_after": 1.5, "meta": {"guild_id": "4", "nonce": "n"}},
    "SOMETHING_NEW": {"x": [1, 2, {"y": None}]},
}
FRAMES: list[dict[str, Any]] = [
    *({"op": 0, "s": number, "t": name, "d": data} for number, (name, data) in enumerate(EVENTS.items(), 2)),
    {"op": 1, "d": None},
    {"op": 7, "d": None},
    {"op": 9, "d": True},
    {"op": 10, "d": {"heartbeat_interval": 41250, "_trace": []}},
    {"op": 11},
]
ANSWERS: list[tuple[int, dict[str, str], Any]] = [
    (200, {"Content-Type": "application/json"}, MESSAGE),
    (200, {"Content-Type": "text/plain; charset=utf-8"}, "text"),
    (204, {}, ""),
    (202, {"Content-Type": "application/json"}, {"message": "later", "code": 110000, "retry_after": 0.01}),
    (
        429,
        {
            "Content-Type": "application/json",
            "Retry-After": "1",
            "X-RateLimit-Limit": "5",
            "X-RateLimit-Remaining": "0",
            "X-RateLimit-Reset-After": "0.5",
            "X-RateLimit-Bucket": "abc",
            "X-RateLimit-Scope": "user",
        },
        {"message": "slow down", "retry_after": 0.5, "global": False},
    ),
    (
        400,
        {"Content-Type": "application/json"},
        {
            "code": 50035,
            "message": "Invalid Form Body",
            "errors": {"embeds": {"0": {"title": {"_errors": [{"code": "BASE_TYPE_MAX_LENGTH", "message": "m"}]}}}},
        },
    ),
    (401, {"Content-Type": "application/json"}, {"message": "401: Unauthorized", "code": 0}),
    (403, {"Content-Type": "text/html"}, "<html>error code: 1015</html>"),
    (502, {"Content-Type": "text/html"}, "bad gateway"),
]
