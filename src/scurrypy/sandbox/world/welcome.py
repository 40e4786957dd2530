"""What newcomers see of a guild: its welcome screen, its guide, its onboarding.

See [Discord Docs/Guild Resource](https://docs.discord.com/developers/resources/guild).
"""

import copy
from collections.abc import Mapping
from typing import Any

from scurrypy.sandbox.payloads.community import onboarding_payload, welcome_payload
from scurrypy.sandbox.payloads.guilds import guild_payload
from scurrypy.sandbox.records import Guild
from scurrypy.sandbox.records.community import Onboarding, WelcomeScreen
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.fields import Field, flag, read_fields, text, whole
from scurrypy.sandbox.rules.shapes import identity, ids, items, model
from scurrypy.sandbox.rules.validation import Problems
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import joined_guild, permitted_guild
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.audit import Action, changes_between, record
from scurrypy.sandbox.world.guilds import tell_change

SHOWN = "WELCOME_SCREEN_ENABLED"
"""Feature of a guild that shows its welcome screen."""

_CHANNEL = {
    "channel_id": identity(required=True),
    "description": text(required=True, least=1, most=50),
    "emoji_id": identity(nullable=True, default=None),
    "emoji_name": text(nullable=True, default=None),
}
_SCREEN: Mapping[str, Field] = {
    "enabled": flag(),
    "description": text(most=140, nullable=True),
    "welcome_channels": items(model(_CHANNEL), most=5, nullable=True),
}
_OPTION = {
    "id": identity(nullable=True),
    "title": text(required=True, least=1, most=50),
    "description": text(most=100, nullable=True),
    "emoji_id": identity(nullable=True),
    "emoji_name": text(most=100, nullable=True),
    "emoji_animated": flag(nullable=True),
    "role_ids": ids(most=50, default=[]),
    "channel_ids": ids(most=50, default=[]),
}
_PROMPT = {
    "id": identity(required=True),
    "title": text(required=True, least=1, most=100),
    "options": items(model(_OPTION), least=1, most=50, required=True),
    "single_select": flag(default=False),
    "required": flag(default=False),
    "in_onboarding": flag(default=False),
    "type": whole(choices=(0, 1), default=0),
}
_ONBOARDING: Mapping[str, Field] = {
    "prompts": items(model(_PROMPT), most=15),
    "default_channel_ids": ids(most=500),
    "enabled": flag(),
    "mode": whole(choices=(0, 1)),
}


def get_welcome_screen(state: State, actor: Actor, guild_id: int) -> dict[str, Any]:
    """Return the welcome screen of a guild; one that is not shown only to those who manage the guild."""
    guild, _ = joined_guild(state, actor, guild_id)
    if SHOWN not in guild.features:
        permitted_guild(state, actor, guild_id, permissions.MANAGE_GUILD)
    if guild.welcome_screen is None:
        raise Code.UNKNOWN_WELCOME_SCREEN.error()
    return welcome_payload(guild.welcome_screen)


def edit_welcome_screen(state: State, actor: Actor, guild_id: int, body: Mapping[str, Any]) -> dict[str, Any]:
    """Change the welcome screen of a guild, or whether it is shown."""
    guild, _ = permitted_guild(state, actor, guild_id, permissions.MANAGE_GUILD)
    problems = Problems()
    read = read_fields(body, _SCREEN, problems)
    for index, channel in enumerate(read.get("welcome_channels") or ()):
        _check_channel(state, guild, channel.get("channel_id"), problems, f"welcome_channels.{index}.channel_id")
    problems.raise_if_any()
    screen = guild.welcome_screen = guild.welcome_screen or WelcomeScreen()
    if "description" in read:
        screen.description = read["description"]
    if "welcome_channels" in read:
        screen.channels = [_welcome_channel(guild, channel) for channel in read["welcome_channels"] or ()]
    before = guild_payload(state, guild)
    if "enabled" in read:
        others = [feature for feature in guild.features if feature != SHOWN]
        guild.features = sorted([*others, SHOWN]) if read["enabled"] else others
    tell_change(state, actor, guild, before)
    return welcome_payload(screen)


def get_new_member_welcome(state: State, actor: Actor, guild_id: int) -> dict[str, Any] | None:
    """Return the guide of a guild, None where it has none; one that is off only to those who manage the guild."""
    guild, _ = joined_guild(state, actor, guild_id)
    if guild.new_member_welcome is None:
        return None
    if not guild.new_member_welcome.get("enabled"):
        permitted_guild(state, actor, guild_id, permissions.MANAGE_GUILD)
    return {"guild_id": str(guild.id)} | copy.deepcopy(guild.new_member_welcome)


def get_onboarding(state: State, actor: Actor, guild_id: int) -> dict[str, Any]:
    """Return the onboarding of a guild."""
    guild, _ = joined_guild(state, actor, guild_id)
    return onboarding_payload(guild, guild.onboarding or Onboarding())


def edit_onboarding(state: State, actor: Actor, guild_id: int, body: Mapping[str, Any]) -> dict[str, Any]:
    """Change the onboarding of a guild."""
    guild, _ = permitted_guild(state, actor, guild_id, permissions.MANAGE_GUILD | permissions.MANAGE_ROLES)
    problems = Problems()
    read = read_fields(body, _ONBOARDING, problems)
    problems.raise_if_any()
    _check_onboarding(state, guild, read, problems)
    existing = guild.onboarding
    old = existing or Onboarding()
    new = Onboarding(old.enabled, old.mode, list(old.default_channel_ids), old.prompts)
    if "prompts" in read:
        known = {prompt["id"] for prompt in old.prompts}
        known |= {option["id"] for prompt in old.prompts for option in prompt["options"]}
        read["prompts"] = [_prompt(state, guild, prompt, known) for prompt in read["prompts"]]
    for name, value in read.items():
        setattr(new, name, value)
    if new.enabled and not _suffices(state, guild, new):
        raise (Code.ONBOARDING_BELOW if old.enabled else Code.ONBOARDING_NOT_MET).error()
    guild.onboarding = new
    _record_onboarding(state, actor, guild, onboarding_payload(guild, old), is_first=existing is None)
    return onboarding_payload(guild, new)


def _check_channel(state: State, guild: Guild, channel_id: int | None, problems: Problems, path: str) -> None:
    channel = state.channels.get(channel_id or 0)
    if channel_id is not None and (channel is None or channel.guild_id != guild.id):
        problems.add(path, "CHANNEL_INVALID", "Invalid channel")


def _welcome_channel(guild: Guild, channel: Mapping[str, Any]) -> dict[str, Any]:
    emoji = guild.emojis.get(channel["emoji_id"] or 0)
    return {
        "channel_id": str(channel["channel_id"]),
        "description": channel["description"],
        "emoji_id": None if emoji is None else str(emoji.id),
        "emoji_name": channel["emoji_name"] if emoji is None else emoji.name,
    }


def _check_onboarding(state: State, guild: Guild, read: Mapping[str, Any], problems: Problems) -> None:
    for index, channel_id in enumerate(read.get("default_channel_ids", ())):
        _check_channel(state, guild, channel_id, problems, f"default_channel_ids.{index}")
    for number, prompt in enumerate(read.get("prompts", ())):
        for index, option in enumerate(prompt["options"]):
            at = f"prompts.{number}.options.{index}"
            for place, channel_id in enumerate(option["channel_ids"]):
                _check_channel(state, guild, channel_id, problems, f"{at}.channel_ids.{place}")
            for place, role_id in enumerate(option["role_ids"]):
                if role_id not in guild.roles:
                    problems.add(f"{at}.role_ids.{place}", "ROLE_INVALID", "Invalid role")
    problems.raise_if_any()


def _prompt(state: State, guild: Guild, prompt: Mapping[str, Any], known: set[str]) -> dict[str, Any]:
    options = [_option(state, guild, option, known) for option in prompt["options"]]
    return {**prompt, "id": _known_or_new(state, prompt["id"], known), "options": options}


def _option(state: State, guild: Guild, option: Mapping[str, Any], known: set[str]) -> dict[str, Any]:
    emoji = guild.emojis.get(option.get("emoji_id") or 0)
    return {
        "id": _known_or_new(state, option.get("id"), known),
        "title": option["title"],
        "description": option.get("description") or "",
        "emoji": {
            "id": None if emoji is None else str(emoji.id),
            "name": option.get("emoji_name") if emoji is None else emoji.name,
            "animated": emoji is not None and emoji.animated,
        },
        "role_ids": [str(role_id) for role_id in option["role_ids"]],
        "channel_ids": [str(channel_id) for channel_id in option["channel_ids"]],
    }


def _known_or_new(state: State, id: int | None, known: set[str]) -> str:
    # What is new bears a number of the client's, which Discord replaces.
    return str(id) if str(id) in known else str(state.ids.next())


def _suffices(state: State, guild: Guild, onboarding: Onboarding) -> bool:
    """Return whether newcomers would see at least 7 channels and may write in 5 of them."""
    counted = set(onboarding.default_channel_ids)
    if onboarding.mode == 1:
        options = [option for prompt in onboarding.prompts for option in prompt["options"]]
        counted |= {int(channel_id) for option in options for channel_id in option["channel_ids"]}
    everyone = guild.roles[guild.id].permissions
    writable = 0
    for channel_id in counted:
        overwrite = state.channels[channel_id].overwrites.get(guild.id) if channel_id in state.channels else None
        granted = everyone if overwrite is None else everyone & ~overwrite.deny | overwrite.allow
        writable += bool(granted & permissions.VIEW_CHANNEL and granted & permissions.SEND_MESSAGES)
    return len(counted) >= 7 and writable >= 5


def _record_onboarding(state: State, actor: Actor, guild: Guild, before: Mapping[str, Any], *, is_first: bool) -> None:
    after = onboarding_payload(guild, guild.onboarding or Onboarding())
    old, new = ({prompt["id"]: prompt for prompt in payload["prompts"]} for payload in (before, after))
    for id in old.keys() | new.keys():
        changes = changes_between(old.get(id, {}), new.get(id, {}))
        if changes:
            action = Action.ONBOARDING_PROMPT_UPDATE if id in old else Action.ONBOARDING_PROMPT_CREATE
            action = action if id in new else Action.ONBOARDING_PROMPT_DELETE
            record(state, guild, actor, action, int(id), changes=changes)
    changes = changes_between({**before, "prompts": None}, {**after, "prompts": None})
    action = Action.ONBOARDING_CREATE if is_first else Action.ONBOARDING_UPDATE
    record(state, guild, actor, action, guild.id, changes=changes)
