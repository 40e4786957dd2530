"""The scene: who and what exists, and everything back to the start."""

from collections.abc import Mapping
from typing import Any

from aiohttp import web

from scurrypy.sandbox.actors.places import find_guild, find_user
from scurrypy.sandbox.control.context import GATEWAY, LINES, WORLD, ControlRefusal, take
from scurrypy.sandbox.payloads.channels import channel_payload
from scurrypy.sandbox.payloads.commands import command_payload
from scurrypy.sandbox.payloads.guilds import role_payload
from scurrypy.sandbox.payloads.messages import message_payload
from scurrypy.sandbox.payloads.monetization import sku_payload
from scurrypy.sandbox.payloads.users import user_payload
from scurrypy.sandbox.records import Guild
from scurrypy.sandbox.records.channels import TEXT
from scurrypy.sandbox.rules.fields import Json
from scurrypy.sandbox.world import World


async def get_state(request: web.Request) -> Json:
    """Answer with who and what exists, without what was said."""
    world = request.app[WORLD]
    return {
        "now": world.clock.iso(),
        "users": [user_payload(user) for user in world.users.values()],
        "applications": [
            {"id": str(application.id), "name": application.name, "bot_id": str(application.bot_id)}
            for application in world.applications.values()
        ],
        "guilds": [_guild(world, guild) for guild in world.guilds.values()],
        "commands": [command_payload(command) for command in world.commands.values()],
    }


async def get_transcript(request: web.Request) -> Json:
    """Answer with what happened so far, as lines for people."""
    lines: list[str] = request.app[LINES]
    return lines.copy()


async def list_messages(request: web.Request) -> Json:
    """Answer with the messages of a channel, oldest first, as the person named in the query sees them."""
    world = request.app[WORLD]
    person = world.user(request.query.get("as") or _first_person(world))
    channel = request.match_info["channel"]
    return [message_payload(world, message, person.id) for message in person.messages(channel)]


async def create_user(request: web.Request, body: Mapping[str, Any]) -> Json:
    """Make a person, and a member of the guild if the body names one."""
    world = request.app[WORLD]
    user = world.create_user(take(body, "name", str))
    if "guild" in body:
        world.add_member(find_guild(world, body["guild"]), user)
    return user_payload(user)


async def create_application(request: web.Request, body: Mapping[str, Any]) -> Json:
    """Make an application and answer with its token; its bot joins the guild if the body names one."""
    world = request.app[WORLD]
    application = world.create_application(take(body, "name", str))
    if "guild" in body:
        world.add_bot(find_guild(world, body["guild"]), application)
    return {
        "id": str(application.id),
        "name": application.name,
        "bot_id": str(application.bot_id),
        "token": application.token,
    }


async def create_sku(request: web.Request, body: Mapping[str, Any]) -> Json:
    """Have an application sell something."""
    world = request.app[WORLD]
    name = request.match_info["application"]
    application = next((each for each in world.applications.values() if name in (each.name, str(each.id))), None)
    if application is None:
        raise ControlRefusal("there is no such application", 404)
    for_guilds = take(body, "for_guilds", bool, default=False)
    sku = world.create_sku(application, take(body, "name", str), take(body, "type", int, 5), for_guilds=for_guilds)
    return sku_payload(sku)


async def create_guild(request: web.Request, body: Mapping[str, Any]) -> Json:
    """Make a guild with one text channel, general."""
    world = request.app[WORLD]
    owner = find_user(world, take(body, "owner", str, _first_person(world)))
    guild = world.create_guild(take(body, "name", str), owner)
    world.create_channel(guild, "general")
    return _guild(world, guild)


async def create_channel(request: web.Request, body: Mapping[str, Any]) -> Json:
    """Make a channel."""
    world = request.app[WORLD]
    guild = find_guild(world, request.match_info["guild"])
    channel = world.create_channel(guild, take(body, "name", str), take(body, "type", int, TEXT))
    return channel_payload(world, channel)


async def create_role(request: web.Request, body: Mapping[str, Any]) -> Json:
    """Make a role."""
    world = request.app[WORLD]
    guild = find_guild(world, request.match_info["guild"])
    permissions = int(take(body, "permissions", str, "0"))
    return role_payload(world.create_role(guild, take(body, "name", str), permissions=permissions))


async def add_member(request: web.Request, body: Mapping[str, Any]) -> Json:
    """Have a person, or an application's bot, join a guild."""
    world = request.app[WORLD]
    guild = find_guild(world, request.match_info["guild"])
    user = find_user(world, take(body, "user", str))
    application = world.applications.get(user.id)
    if application is not None:
        world.add_bot(guild, application)
    else:
        world.add_member(guild, user)
    return user_payload(user)


async def reset(request: web.Request) -> Json:
    """Put the world back to its start: the default guild, with every application's bot in it, and nothing said.

    Bots keep their tokens and have to identify anew.
    """
    world, gateway = request.app[WORLD], request.app[GATEWAY]
    for session in gateway.sessions():
        gateway.invalidate(session, resumable=False)
    world.reset()
    request.app[LINES].clear()
    return await get_state(request)


def _first_person(world: World) -> str:
    return next((user.username for user in world.users.values() if not user.bot), "")


def _guild(world: World, guild: Guild) -> dict[str, Any]:
    everybody = [(user.id, user) for user in world.users.values()]
    return {
        "id": str(guild.id),
        "name": guild.name,
        "owner_id": str(guild.owner_id),
        "channels": [channel_payload(world, channel) for channel in world.channels_of(guild.id)],
        "threads": [channel_payload(world, thread) for thread in world.threads_of(guild.id)],
        "roles": [role_payload(role) for role in guild.roles.values()],
        "members": [user_payload(user) for id, user in everybody if id in guild.members],
    }
