"""Guilds, whole and large, their members, roles and expressions, and what is done to them."""

from events import BOT_ID, JSON, presence_update, voice_state_update

from dispatches import channels, community
from dispatches.scene import ALL_PERMISSIONS, Scene

LARGE_GUILD = {"channels": 500, "roles": 250, "members": 2500}
"""As many channels and roles as Discord allows, and thousands of members."""
CHUNK = 1000
"""Members in one chunk, the most that Discord sends."""


def emoji(scene: Scene) -> JSON:
    """Return a guild's own emoji."""
    world = scene.world
    return {
        "id": world.id(),
        "name": f"acorn_{world.random.randrange(1000)}",
        "roles": [],
        "require_colons": True,
        "managed": False,
        "animated": world.random.random() < 0.3,
        "available": True,
    }


def sticker(scene: Scene, guild: JSON) -> JSON:
    """Return a guild's own sticker."""
    return {
        "id": scene.world.id(),
        "name": scene.world.text(1, 2),
        "description": scene.world.text(3, 8),
        "tags": "chipmunk",
        "type": 2,
        "format_type": 1,
        "available": True,
        "guild_id": guild["id"],
    }


def guild_create(scene: Scene) -> JSON:
    """Return a large guild that the bot joined."""
    world = scene.world
    guild = world.guild(1000 + len(scene.passing["guild"]), **LARGE_GUILD)
    people = guild["members"]
    for channel in guild["channels"]:
        channel["permission_overwrites"] = channels.overwrites(guild)
    presences = [{**presence_update(world), "user": {"id": person["user"]["id"]}} for person in people[:300]]
    voice = [{**voice_state_update(world), "user_id": person["user"]["id"]} for person in people[:60]]
    here = {
        "large": True,
        "features": ["COMMUNITY", "NEWS", "BANNER", "ANIMATED_ICON", "INVITE_SPLASH", "ROLE_ICONS"],
        "max_members": 500000,
        "max_video_channel_users": 25,
        "max_stage_video_channel_users": 300,
        "incidents_data": None,
        "emojis": [emoji(scene) for _ in range(250)],
        "stickers": [sticker(scene, guild) for _ in range(60)],
        "soundboard_sounds": [community.sound(scene, guild) for _ in range(48)],
        "threads": [channels.thread(scene, guild) for _ in range(100)],
        "stage_instances": [channels.stage_instance(scene, guild)],
        "guild_scheduled_events": [community.scheduled_event(scene, guild) for _ in range(20)],
        "presences": [{key: value for key, value in presence.items() if key != "guild_id"} for presence in presences],
        "voice_states": [
            {**{key: value for key, value in state.items() if key not in ("guild_id", "member")}} for state in voice
        ],
    }
    # Only its id is kept: a later GUILD_DELETE names it.
    scene.came("guild", {"id": guild["id"]})
    return {**guild, **here}


def guild_update(scene: Scene) -> JSON:
    """Return a guild whose settings changed: what GUILD_CREATE adds is not there."""
    added = ("joined_at", "large", "member_count", "members", "channels", "threads", "unavailable", "voice_states")
    added += ("presences", "stage_instances", "guild_scheduled_events", "soundboard_sounds")
    guild = {key: value for key, value in scene.guild().items() if key not in added}
    return {**guild, "description": scene.world.text(5, 20), "max_members": 500000, "incidents_data": None}


def guild_delete(scene: Scene) -> JSON:
    """Return a guild that the bot left, or that is not to be reached for a while."""
    if scene.world.random.random() < 0.5:
        return scene.gone("guild", lambda scene: {"id": scene.world.id()})
    return {"id": scene.world.id(), "unavailable": True}


def guild_members_chunk(scene: Scene) -> JSON:
    """Return a thousand members that were asked for, with a third of their presences."""
    world = scene.world
    guild = scene.guild()
    members = [world.member(scene.role_ids(guild)) for _ in range(CHUNK)]
    presences = [{**presence_update(world), "user": {"id": member["user"]["id"]}} for member in members[::3]]
    return {
        "guild_id": guild["id"],
        "members": members,
        "chunk_index": 0,
        "chunk_count": 1,
        "not_found": [world.id()],
        "presences": [{key: value for key, value in presence.items() if key != "guild_id"} for presence in presences],
        "nonce": world.hash(),
    }


def new_member(scene: Scene) -> JSON:
    """Return someone who joins a guild."""
    guild = scene.guild()
    return {**scene.world.member(scene.role_ids(guild)), "roles": [], "nick": None, "guild_id": guild["id"]}


def guild_member_add(scene: Scene) -> JSON:
    """Return someone who joined."""
    return scene.came("member", new_member(scene))


def guild_member_remove(scene: Scene) -> JSON:
    """Return someone who left."""
    member = scene.gone("member", new_member)
    return {"guild_id": member["guild_id"], "user": member["user"]}


def new_ban(scene: Scene) -> JSON:
    """Return someone a guild bans."""
    member = new_member(scene)
    return {"guild_id": member["guild_id"], "user": member["user"]}


def guild_ban_add(scene: Scene) -> JSON:
    """Return someone who was banned."""
    return scene.came("ban", new_ban(scene))


def guild_ban_remove(scene: Scene) -> JSON:
    """Return someone who is no longer banned."""
    return scene.gone("ban", new_ban)


def new_role(scene: Scene) -> JSON:
    """Return a role a guild makes, with two colours."""
    colors = {"primary_color": 11127295, "secondary_color": 16759788, "tertiary_color": None}
    role = scene.world.role(scene.world.id(), position=1)
    return {"guild_id": scene.guild()["id"], "role": {**role, "name": scene.world.text(1, 2), "colors": colors}}


def guild_role_create(scene: Scene) -> JSON:
    """Return a new role."""
    return scene.came("role", new_role(scene))


def guild_role_update(scene: Scene) -> JSON:
    """Return a role that members wear apart now, and whose integration manages it."""
    change = scene.one("role", new_role)
    tags = {"integration_id": scene.world.id(), "premium_subscriber": None}
    return {**change, "role": {**change["role"], "hoist": True, "managed": True, "tags": tags}}


def guild_role_delete(scene: Scene) -> JSON:
    """Return a role that is gone."""
    change = scene.gone("role", new_role)
    return {"guild_id": change["guild_id"], "role_id": change["role"]["id"]}


def guild_emojis_update(scene: Scene) -> JSON:
    """Return all emojis of a guild."""
    guild = scene.guild()
    return {"guild_id": guild["id"], "emojis": [emoji(scene) for _ in range(50)]}


def guild_stickers_update(scene: Scene) -> JSON:
    """Return all stickers of a guild."""
    guild = scene.guild()
    return {"guild_id": guild["id"], "stickers": [sticker(scene, guild) for _ in range(15)]}


def guild_integrations_update(scene: Scene) -> JSON:
    """Return a guild whose integrations changed."""
    return {"guild_id": scene.guild()["id"]}


def guild_audit_log_entry_create(scene: Scene) -> JSON:
    """Return an entry: a member's roles changed, or a channel's overwrite."""
    guild, channel, member = scene.place()
    entry: JSON = {
        "id": scene.world.id(),
        "guild_id": guild["id"],
        "user_id": str(BOT_ID),
        "target_id": member["user"]["id"],
        "action_type": 25,
        "changes": [{"key": "$add", "new_value": [{"id": member["roles"][0], "name": "role 1"}]}],
        "reason": scene.world.text(2, 6),
    }
    if scene.world.random.random() < 0.5:
        changes = [{"key": "allow", "old_value": "0", "new_value": ALL_PERMISSIONS}]
        options = {"id": member["user"]["id"], "type": "1"}
        entry |= {"target_id": channel["id"], "action_type": 14, "changes": changes, "options": options}
    return entry


def user_update(scene: Scene) -> JSON:
    """Return the bot's own user, its banner changed."""
    return {
        "id": str(BOT_ID),
        "username": "bench",
        "discriminator": "0",
        "avatar": scene.world.hash(),
        "bot": True,
        "global_name": None,
        "banner": scene.world.hash(),
        "accent_color": None,
        "verified": True,
        "email": None,
        "mfa_enabled": False,
        "flags": 0,
        "public_flags": 0,
    }


MAKERS = {
    "GUILD_CREATE": guild_create,
    "GUILD_UPDATE": guild_update,
    "GUILD_DELETE": guild_delete,
    "GUILD_MEMBERS_CHUNK": guild_members_chunk,
    "GUILD_MEMBER_ADD": guild_member_add,
    "GUILD_MEMBER_REMOVE": guild_member_remove,
    "GUILD_BAN_ADD": guild_ban_add,
    "GUILD_BAN_REMOVE": guild_ban_remove,
    "GUILD_ROLE_CREATE": guild_role_create,
    "GUILD_ROLE_UPDATE": guild_role_update,
    "GUILD_ROLE_DELETE": guild_role_delete,
    "GUILD_EMOJIS_UPDATE": guild_emojis_update,
    "GUILD_STICKERS_UPDATE": guild_stickers_update,
    "GUILD_INTEGRATIONS_UPDATE": guild_integrations_update,
    "GUILD_AUDIT_LOG_ENTRY_CREATE": guild_audit_log_entry_create,
    "USER_UPDATE": user_update,
}
