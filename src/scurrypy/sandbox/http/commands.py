"""Application commands over HTTP: each operation once for global commands and once for those of a guild.

See [Discord Docs/Application Commands](https://docs.discord.com/developers/interactions/application-commands).
"""

from scurrypy import routes
from scurrypy.sandbox.http.call import Call, Reply
from scurrypy.sandbox.http.operations import operation
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.fields import Json
from scurrypy.sandbox.world import command_permissions, commands
from scurrypy.sandbox.world.commands import Scope


@operation(routes.LIST_APPLICATION_COMMANDS)
@operation(routes.LIST_GUILD_APPLICATION_COMMANDS)
async def list_commands(call: Call) -> Json:
    """Answer with the commands of one scope."""
    localizations = call.query_flag("with_localizations")
    return commands.list_commands(
        call.world, call.actor, _scope(call), localizations=localizations, locale=_locale(call)
    )


@operation(routes.CREATE_APPLICATION_COMMAND)
@operation(routes.CREATE_GUILD_APPLICATION_COMMAND)
async def create_command(call: Call) -> Json:
    """Make a command: 201 for a new one, 200 where it took the place of another."""
    command, is_new = commands.create_command(call.world, call.actor, _scope(call), call.body)
    return Reply(201 if is_new else 200, command)


@operation(routes.BULK_SET_APPLICATION_COMMANDS)
@operation(routes.BULK_SET_GUILD_APPLICATION_COMMANDS)
async def overwrite_commands(call: Call) -> Json:
    """Set all commands of one scope."""
    return commands.overwrite_commands(call.world, call.actor, _scope(call), call.json)


@operation(routes.GET_APPLICATION_COMMAND)
@operation(routes.GET_GUILD_APPLICATION_COMMAND)
async def get_command(call: Call) -> Json:
    """Answer with one command."""
    return commands.get_command(call.world, call.actor, _scope(call), call.path["command_id"])


@operation(routes.UPDATE_APPLICATION_COMMAND)
@operation(routes.UPDATE_GUILD_APPLICATION_COMMAND)
async def edit_command(call: Call) -> Json:
    """Change a command."""
    return commands.edit_command(call.world, call.actor, _scope(call), call.path["command_id"], call.body)


@operation(routes.DELETE_APPLICATION_COMMAND)
@operation(routes.DELETE_GUILD_APPLICATION_COMMAND)
async def delete_command(call: Call) -> None:
    """Delete a command."""
    commands.delete_command(call.world, call.actor, _scope(call), call.path["command_id"])


@operation(routes.LIST_GUILD_APPLICATION_COMMAND_PERMISSIONS)
async def list_command_permissions(call: Call) -> Json:
    """Answer with who may use the application's commands in a guild."""
    return command_permissions.list_command_permissions(
        call.world, call.actor, call.path["application_id"], call.path["guild_id"]
    )


@operation(routes.GET_GUILD_APPLICATION_COMMAND_PERMISSIONS)
async def get_command_permissions(call: Call) -> Json:
    """Answer with who may use one command in a guild."""
    return command_permissions.get_command_permissions(
        call.world, call.actor, call.path["application_id"], call.path["guild_id"], call.path["command_id"]
    )


@operation(routes.SET_GUILD_APPLICATION_COMMAND_PERMISSIONS)
async def set_command_permissions(call: Call) -> None:
    """Refuse: only a person's bearer token may do this, and the local Discord hands out bots' tokens only."""
    raise Code.NO_BOTS.error()


def _scope(call: Call) -> Scope:
    return Scope(call.path["application_id"], call.path.get("guild_id"))


def _locale(call: Call) -> str | None:
    headers = call.request.headers
    wanted: str = headers.get("X-Discord-Locale") or headers.get("Accept-Language") or ""
    return wanted.split(",", maxsplit=1)[0].split(";", maxsplit=1)[0].strip() or None
