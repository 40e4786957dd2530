"""What a community plans, hears and forbids: scheduled events, soundboards, auto moderation."""

from events import JSON

from dispatches.scene import LATER, Scene


def scheduled_event(scene: Scene, guild: JSON) -> JSON:
    """Return an event that a guild plans, once a week."""
    world = scene.world
    weekly = {"start": LATER, "end": None, "frequency": 2, "interval": 1, "by_weekday": [4], "by_n_weekday": None}
    return {
        "id": world.id(),
        "guild_id": guild["id"],
        "channel_id": None,
        "creator_id": guild["owner_id"],
        "creator": guild["members"][0]["user"],
        "name": world.text(2, 5),
        "description": world.text(5, 25),
        "scheduled_start_time": LATER,
        "scheduled_end_time": "2026-08-07T22:00:00+00:00",
        "privacy_level": 2,
        "status": 1,
        "entity_type": 3,
        "entity_id": None,
        "entity_metadata": {"location": world.text(2, 4)},
        "image": world.hash(),
        "recurrence_rule": {**weekly, "by_month": None, "by_month_day": None, "by_year_day": None, "count": None},
        "guild_scheduled_event_exceptions": [],
    }


def new_scheduled_event(scene: Scene) -> JSON:
    """Return an event planned somewhere."""
    return scheduled_event(scene, scene.guild())


def guild_scheduled_event_create(scene: Scene) -> JSON:
    """Return an event that was planned."""
    return scene.came("scheduled event", new_scheduled_event(scene))


def guild_scheduled_event_update(scene: Scene) -> JSON:
    """Return an event that has begun."""
    return {**scene.one("scheduled event", new_scheduled_event), "status": 2}


def guild_scheduled_event_delete(scene: Scene) -> JSON:
    """Return an event that was called off."""
    return scene.gone("scheduled event", new_scheduled_event)


def guild_scheduled_event_user(scene: Scene) -> JSON:
    """Return someone who will come, or will not."""
    planned = scene.one("scheduled event", new_scheduled_event)
    _, _, member = scene.place()
    user = {"user_id": member["user"]["id"], "guild_id": planned["guild_id"]}
    return {"guild_scheduled_event_id": planned["id"], **user}


def sound(scene: Scene, guild: JSON) -> JSON:
    """Return a sound of a guild's soundboard."""
    return {
        "name": scene.world.text(1, 2)[:32],
        "sound_id": scene.world.id(),
        "volume": 0.75,
        "emoji_id": None,
        "emoji_name": "🌰",
        "guild_id": guild["id"],
        "available": True,
        "user": guild["members"][0]["user"],
    }


def new_sound(scene: Scene) -> JSON:
    """Return a sound somewhere."""
    return sound(scene, scene.guild())


def guild_soundboard_sound_create(scene: Scene) -> JSON:
    """Return a new sound."""
    return scene.came("sound", new_sound(scene))


def guild_soundboard_sound_update(scene: Scene) -> JSON:
    """Return a sound that is louder now."""
    return {**scene.one("sound", new_sound), "volume": 1}


def guild_soundboard_sound_delete(scene: Scene) -> JSON:
    """Return a sound that is gone."""
    gone = scene.gone("sound", new_sound)
    return {"sound_id": gone["sound_id"], "guild_id": gone["guild_id"]}


def soundboard_sounds(scene: Scene) -> JSON:
    """Return a guild's sounds: those that changed, or all that were asked for."""
    guild = scene.guild()
    return {"guild_id": guild["id"], "soundboard_sounds": [sound(scene, guild) for _ in range(8)]}


def new_rule(scene: Scene) -> JSON:
    """Return a rule that forbids words."""
    guild, channel, member = scene.place()
    return {
        "id": scene.world.id(),
        "guild_id": guild["id"],
        "name": scene.world.text(1, 4),
        "creator_id": guild["owner_id"],
        "event_type": 1,
        "trigger_type": 1,
        "trigger_metadata": {
            "keyword_filter": [f"*{scene.world.text(1, 1)}*" for _ in range(20)],
            "regex_patterns": ["(h|w)azel", "^n[uü]t+$"],
            "allow_list": ["walnut"],
        },
        "actions": [
            {"type": 1, "metadata": {"custom_message": scene.world.text(3, 10)}},
            {"type": 2, "metadata": {"channel_id": channel["id"]}},
            {"type": 3, "metadata": {"duration_seconds": 60}},
        ],
        "enabled": True,
        "exempt_roles": member["roles"],
        "exempt_channels": [channel["id"]],
    }


def auto_moderation_rule_create(scene: Scene) -> JSON:
    """Return a new rule."""
    return scene.came("rule", new_rule(scene))


def auto_moderation_rule_update(scene: Scene) -> JSON:
    """Return a rule that no longer applies."""
    return {**scene.one("rule", new_rule), "enabled": False}


def auto_moderation_rule_delete(scene: Scene) -> JSON:
    """Return a rule that is gone."""
    return scene.gone("rule", new_rule)


def auto_moderation_action_execution(scene: Scene) -> JSON:
    """Return a message that a rule kept from being sent."""
    _, channel, member = scene.place()
    rule = scene.one("rule", new_rule)
    return {
        "guild_id": rule["guild_id"],
        "action": rule["actions"][1],
        "rule_id": rule["id"],
        "rule_trigger_type": 1,
        "user_id": member["user"]["id"],
        "channel_id": channel["id"],
        "alert_system_message_id": scene.world.id(),
        "content": scene.world.text(4, 16),
        "matched_keyword": "*nut*",
        "matched_content": "nut",
    }


def rate_limited(scene: Scene) -> JSON:
    """Return a refusal: all members of a guild were asked for too often."""
    return {"opcode": 8, "retry_after": 30.5, "meta": {"guild_id": scene.guild()["id"], "nonce": scene.world.hash()}}


MAKERS = {
    "GUILD_SCHEDULED_EVENT_CREATE": guild_scheduled_event_create,
    "GUILD_SCHEDULED_EVENT_UPDATE": guild_scheduled_event_update,
    "GUILD_SCHEDULED_EVENT_DELETE": guild_scheduled_event_delete,
    "GUILD_SCHEDULED_EVENT_USER_ADD": guild_scheduled_event_user,
    "GUILD_SCHEDULED_EVENT_USER_REMOVE": guild_scheduled_event_user,
    "GUILD_SOUNDBOARD_SOUND_CREATE": guild_soundboard_sound_create,
    "GUILD_SOUNDBOARD_SOUND_UPDATE": guild_soundboard_sound_update,
    "GUILD_SOUNDBOARD_SOUND_DELETE": guild_soundboard_sound_delete,
    "GUILD_SOUNDBOARD_SOUNDS_UPDATE": soundboard_sounds,
    "SOUNDBOARD_SOUNDS": soundboard_sounds,
    "AUTO_MODERATION_RULE_CREATE": auto_moderation_rule_create,
    "AUTO_MODERATION_RULE_UPDATE": auto_moderation_rule_update,
    "AUTO_MODERATION_RULE_DELETE": auto_moderation_rule_delete,
    "AUTO_MODERATION_ACTION_EXECUTION": auto_moderation_action_execution,
    "RATE_LIMITED": rate_limited,
}
