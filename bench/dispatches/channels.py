"""Channels, threads, voice and stages, and what leads into them: invites and webhooks."""

from events import BOT_ID, JSON

from dispatches.scene import ALL_PERMISSIONS, LATER, MOMENT, Scene


def overwrites(guild: JSON) -> list[JSON]:
    """Return a channel's overwrites: for two roles and a member."""
    roles = [{"id": role["id"], "type": 0, "allow": "1024", "deny": "2048"} for role in guild["roles"][:2]]
    return [*roles, {"id": guild["owner_id"], "type": 1, "allow": ALL_PERMISSIONS, "deny": "0"}]


def new_channel(scene: Scene) -> JSON:
    """Return a text channel, or now and then a forum."""
    world = scene.world
    guild = scene.guild()
    channel = {
        **world.channel(position=20),
        "guild_id": guild["id"],
        "topic": world.text(3, 12),
        "permission_overwrites": overwrites(guild),
        "last_pin_timestamp": MOMENT,
    }
    if world.random.random() < 0.3:
        tags = [
            {"id": world.id(), "name": world.text(1, 1)[:20], "moderated": False, "emoji_id": None, "emoji_name": "🌰"}
            for _ in range(5)
        ]
        channel |= {
            "type": 15,
            "available_tags": tags,
            "default_reaction_emoji": {"emoji_id": None, "emoji_name": "🐿️"},
            "default_sort_order": None,
            "default_forum_layout": 1,
            "default_thread_rate_limit_per_user": 5,
            "default_auto_archive_duration": 4320,
        }
    return channel


def channel_create(scene: Scene) -> JSON:
    """Return a new channel."""
    return scene.came("channel", new_channel(scene))


def channel_update(scene: Scene) -> JSON:
    """Return a channel with another topic."""
    return {**scene.one("channel", new_channel), "topic": scene.world.text(3, 12)}


def channel_delete(scene: Scene) -> JSON:
    """Return a channel that is gone."""
    return scene.gone("channel", new_channel)


def channel_info(scene: Scene) -> JSON:
    """Return what was asked for of a guild's voice channels."""
    guild = scene.guild()
    voice = {"id": guild["channels"][0]["id"], "status": scene.world.text(1, 6), "voice_start_time": 1785974400}
    return {"guild_id": guild["id"], "channels": [voice]}


def channel_pins_update(scene: Scene) -> JSON:
    """Return a channel in which something was pinned."""
    guild, channel, _ = scene.place()
    return {"guild_id": guild["id"], "channel_id": channel["id"], "last_pin_timestamp": MOMENT}


def thread(scene: Scene, guild: JSON) -> JSON:
    """Return a thread in a guild."""
    world = scene.world
    return {
        "id": world.id(),
        "type": 11,
        "guild_id": guild["id"],
        "parent_id": world.random.choice(guild["channels"][1:])["id"],
        "owner_id": guild["owner_id"],
        "name": world.text(2, 6),
        "last_message_id": world.id(),
        "rate_limit_per_user": 0,
        "message_count": world.random.randrange(1000),
        "member_count": world.random.randrange(1, 50),
        "total_message_sent": 1000,
        "flags": 0,
        "thread_metadata": {
            "archived": False,
            "auto_archive_duration": 1440,
            "archive_timestamp": MOMENT,
            "locked": False,
            "create_timestamp": MOMENT,
        },
    }


def new_thread(scene: Scene) -> JSON:
    """Return a thread somewhere."""
    return thread(scene, scene.guild())


def thread_create(scene: Scene) -> JSON:
    """Return a thread that was begun."""
    return {**scene.came("thread", new_thread(scene)), "newly_created": True}


def thread_update(scene: Scene) -> JSON:
    """Return a thread with another name."""
    return {**scene.one("thread", new_thread), "name": scene.world.text(2, 6)}


def thread_delete(scene: Scene) -> JSON:
    """Return what is told of a thread that is gone."""
    gone = scene.gone("thread", new_thread)
    return {key: gone[key] for key in ("id", "guild_id", "parent_id", "type")}


def thread_member(thread: JSON, user_id: str) -> JSON:
    """Return someone in a thread."""
    return {"id": thread["id"], "user_id": user_id, "join_timestamp": MOMENT, "flags": 1}


def thread_list_sync(scene: Scene) -> JSON:
    """Return the threads of a channel that the bot can see now."""
    guild = scene.guild()
    threads = [thread(scene, guild) for _ in range(3)]
    members = [thread_member(each, str(BOT_ID)) for each in threads]
    parents = sorted({each["parent_id"] for each in threads})
    return {"guild_id": guild["id"], "channel_ids": parents, "threads": threads, "members": members}


def thread_member_update(scene: Scene) -> JSON:
    """Return the bot as a member of a thread."""
    entered = scene.one("thread", new_thread)
    return {**thread_member(entered, str(BOT_ID)), "guild_id": entered["guild_id"]}


def thread_members_update(scene: Scene) -> JSON:
    """Return who joined a thread, and who left it."""
    entered = scene.one("thread", new_thread)
    _, _, member = scene.place()
    joined = {**thread_member(entered, member["user"]["id"]), "member": member, "presence": None}
    return {
        "id": entered["id"],
        "guild_id": entered["guild_id"],
        "member_count": 12,
        "added_members": [joined],
        "removed_member_ids": [scene.world.id()],
    }


def voice_channel_effect_send(scene: Scene) -> JSON:
    """Return an emoji, or a sound, that someone let fly in a voice channel."""
    guild, _, member = scene.place()
    effect = {"channel_id": guild["channels"][0]["id"], "guild_id": guild["id"], "user_id": member["user"]["id"]}
    if scene.world.random.random() < 0.5:
        effect |= {"sound_id": scene.world.id(), "sound_volume": 0.5}
    return {**effect, "emoji": {"id": None, "name": "🌰", "animated": False}, "animation_type": 1, "animation_id": 3}


def voice_channel_start_time_update(scene: Scene) -> JSON:
    """Return when people first met in a voice channel."""
    guild = scene.guild()
    return {"id": guild["channels"][0]["id"], "guild_id": guild["id"], "voice_start_time": 1785974400}


def voice_channel_status_update(scene: Scene) -> JSON:
    """Return what a voice channel is used for."""
    guild = scene.guild()
    return {"id": guild["channels"][0]["id"], "guild_id": guild["id"], "status": scene.world.text(1, 6)}


def voice_server_update(scene: Scene) -> JSON:
    """Return the server on which the bot speaks."""
    return {"token": scene.world.hash(), "guild_id": scene.guild()["id"], "endpoint": "eu-west1.example.org:443"}


def stage_instance(scene: Scene, guild: JSON) -> JSON:
    """Return a stage that is open in a guild."""
    return {
        "id": scene.world.id(),
        "guild_id": guild["id"],
        "channel_id": guild["channels"][0]["id"],
        "topic": scene.world.text(2, 8),
        "privacy_level": 2,
        "discoverable_disabled": True,
        "guild_scheduled_event_id": None,
    }


def new_stage_instance(scene: Scene) -> JSON:
    """Return a stage somewhere."""
    return stage_instance(scene, scene.guild())


def stage_instance_create(scene: Scene) -> JSON:
    """Return a stage that was opened."""
    return scene.came("stage", new_stage_instance(scene))


def stage_instance_update(scene: Scene) -> JSON:
    """Return a stage with another topic."""
    return {**scene.one("stage", new_stage_instance), "topic": scene.world.text(2, 8)}


def stage_instance_delete(scene: Scene) -> JSON:
    """Return a stage that was closed."""
    return scene.gone("stage", new_stage_instance)


def webhooks_update(scene: Scene) -> JSON:
    """Return a channel whose webhooks changed."""
    guild, channel, _ = scene.place()
    return {"guild_id": guild["id"], "channel_id": channel["id"]}


def new_invite(scene: Scene) -> JSON:
    """Return an invite into a channel."""
    guild, channel, member = scene.place()
    return {
        "channel_id": channel["id"],
        "code": scene.world.hash()[:8],
        "created_at": MOMENT,
        "guild_id": guild["id"],
        "inviter": member["user"],
        "max_age": 86400,
        "max_uses": 10,
        "temporary": False,
        "uses": 0,
        "expires_at": LATER,
        "type": 0,
    }


def invite_create(scene: Scene) -> JSON:
    """Return a new invite."""
    return scene.came("invite", new_invite(scene))


def invite_delete(scene: Scene) -> JSON:
    """Return an invite that is no longer valid."""
    gone = scene.gone("invite", new_invite)
    return {key: gone[key] for key in ("channel_id", "guild_id", "code")}


MAKERS = {
    "CHANNEL_CREATE": channel_create,
    "CHANNEL_UPDATE": channel_update,
    "CHANNEL_DELETE": channel_delete,
    "CHANNEL_INFO": channel_info,
    "CHANNEL_PINS_UPDATE": channel_pins_update,
    "THREAD_CREATE": thread_create,
    "THREAD_UPDATE": thread_update,
    "THREAD_DELETE": thread_delete,
    "THREAD_LIST_SYNC": thread_list_sync,
    "THREAD_MEMBER_UPDATE": thread_member_update,
    "THREAD_MEMBERS_UPDATE": thread_members_update,
    "VOICE_CHANNEL_EFFECT_SEND": voice_channel_effect_send,
    "VOICE_CHANNEL_START_TIME_UPDATE": voice_channel_start_time_update,
    "VOICE_CHANNEL_STATUS_UPDATE": voice_channel_status_update,
    "VOICE_SERVER_UPDATE": voice_server_update,
    "STAGE_INSTANCE_CREATE": stage_instance_create,
    "STAGE_INSTANCE_UPDATE": stage_instance_update,
    "STAGE_INSTANCE_DELETE": stage_instance_delete,
    "WEBHOOKS_UPDATE": webhooks_update,
    "INVITE_CREATE": invite_create,
    "INVITE_DELETE": invite_delete,
}
