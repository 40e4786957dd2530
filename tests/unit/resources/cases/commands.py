"""Calls of the methods that are about commands."""

from scurrypy.api.commands import CommandPermissionPart, SlashCommandPart
from scurrypy.enums import CommandPermissionType
from scurrypy.resources import (
    GlobalCommand,
    GuildCommand,
)
from tests.unit.resources.cases.case import ONE, TWO, Case, Resources, case

RESOURCES: Resources = {
    "global_command": lambda http: GlobalCommand(http, ONE),
    "guild_command": lambda http: GuildCommand(http, ONE, TWO),
}

SLASH = SlashCommandPart("ping", "Pong")
SLASH_BODY = SLASH.to_dict()

CASES: list[Case] = [
    case("global_command.fetch_all", to="LIST_APPLICATION_COMMANDS", path="/applications/1/commands", answer=[]),
    case("global_command.fetch", 5, to="GET_APPLICATION_COMMAND", path="/applications/1/commands/5"),
    case(
        "global_command.create",
        SLASH,
        to="CREATE_APPLICATION_COMMAND",
        path="/applications/1/commands",
        data=SLASH_BODY,
    ),
    case(
        "global_command.edit",
        5,
        kwargs={"name": "x"},
        to="UPDATE_APPLICATION_COMMAND",
        path="/applications/1/commands/5",
        data={"name": "x"},
    ),
    case("global_command.delete", 5, to="DELETE_APPLICATION_COMMAND", path="/applications/1/commands/5"),
    case(
        "global_command.bulk_overwrite",
        [SLASH],
        to="BULK_SET_APPLICATION_COMMANDS",
        path="/applications/1/commands",
        data=[SLASH_BODY],
        answer=[],
    ),
    case(
        "guild_command.fetch_all",
        kwargs={"with_localizations": True},
        to="LIST_GUILD_APPLICATION_COMMANDS",
        path="/applications/1/guilds/2/commands",
        params={"with_localizations": True},
        answer=[],
    ),
    case("guild_command.fetch", 5, to="GET_GUILD_APPLICATION_COMMAND", path="/applications/1/guilds/2/commands/5"),
    case(
        "guild_command.create",
        SLASH,
        to="CREATE_GUILD_APPLICATION_COMMAND",
        path="/applications/1/guilds/2/commands",
        data=SLASH_BODY,
    ),
    case(
        "guild_command.edit",
        5,
        kwargs={"description": "x"},
        to="UPDATE_GUILD_APPLICATION_COMMAND",
        path="/applications/1/guilds/2/commands/5",
        data={"description": "x"},
    ),
    case("guild_command.delete", 5, to="DELETE_GUILD_APPLICATION_COMMAND", path="/applications/1/guilds/2/commands/5"),
    case(
        "guild_command.bulk_overwrite",
        [],
        to="BULK_SET_GUILD_APPLICATION_COMMANDS",
        path="/applications/1/guilds/2/commands",
        data=[],
        answer=[],
    ),
    case(
        "guild_command.fetch_all_permissions",
        to="LIST_GUILD_APPLICATION_COMMAND_PERMISSIONS",
        path="/applications/1/guilds/2/commands/permissions",
        answer=[],
    ),
    case(
        "guild_command.fetch_permissions",
        5,
        to="GET_GUILD_APPLICATION_COMMAND_PERMISSIONS",
        path="/applications/1/guilds/2/commands/5/permissions",
    ),
    case(
        "guild_command.edit_permissions",
        5,
        [CommandPermissionPart(TWO, CommandPermissionType.ROLE, False)],
        kwargs={"access_token": "theirs"},
        to="SET_GUILD_APPLICATION_COMMAND_PERMISSIONS",
        path="/applications/1/guilds/2/commands/5/permissions",
        data={"permissions": [{"id": 2, "type": 1, "permission": False}]},
        authorization="Bearer theirs",
    ),
]
