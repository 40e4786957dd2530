"""What newcomers and those outside see of a guild."""

from typing import Any

from aiohttp import web

from scurrypy import routes
from scurrypy.sandbox.http.call import Call
from scurrypy.sandbox.http.operations import operation
from scurrypy.sandbox.world import welcome, widget


@operation(routes.GET_GUILD_WELCOME_SCREEN)
async def get_guild_welcome_screen(call: Call) -> dict[str, Any]:
    """Answer with the welcome screen."""
    return welcome.get_welcome_screen(call.world, call.actor, call.path["guild_id"])


@operation(routes.UPDATE_GUILD_WELCOME_SCREEN)
async def update_guild_welcome_screen(call: Call) -> dict[str, Any]:
    """Change the welcome screen."""
    return welcome.edit_welcome_screen(call.world, call.actor, call.path["guild_id"], call.body)


@operation(routes.GET_GUILD_NEW_MEMBER_WELCOME)
async def get_guild_new_member_welcome(call: Call) -> dict[str, Any] | None:
    """Answer with the guide, or with nothing where there is none."""
    return welcome.get_new_member_welcome(call.world, call.actor, call.path["guild_id"])


@operation(routes.GET_GUILDS_ONBOARDING)
async def get_guilds_onboarding(call: Call) -> dict[str, Any]:
    """Answer with the onboarding."""
    return welcome.get_onboarding(call.world, call.actor, call.path["guild_id"])


@operation(routes.PUT_GUILDS_ONBOARDING)
async def put_guilds_onboarding(call: Call) -> dict[str, Any]:
    """Change the onboarding."""
    return welcome.edit_onboarding(call.world, call.actor, call.path["guild_id"], call.body)


@operation(routes.GET_GUILD_WIDGET_SETTINGS)
async def get_guild_widget_settings(call: Call) -> dict[str, Any]:
    """Answer with whether there is a widget."""
    return widget.get_widget_settings(call.world, call.actor, call.path["guild_id"])


@operation(routes.UPDATE_GUILD_WIDGET_SETTINGS)
async def update_guild_widget_settings(call: Call) -> dict[str, Any]:
    """Switch the widget on or off."""
    return widget.edit_widget_settings(call.world, call.actor, call.path["guild_id"], call.body)


@operation(routes.GET_GUILD_WIDGET, authenticated=False)
async def get_guild_widget(call: Call) -> dict[str, Any]:
    """Answer with the widget."""
    return widget.get_widget(call.world, call.path["guild_id"])


@operation(routes.GET_GUILD_WIDGET_PNG, authenticated=False)
async def get_guild_widget_png(call: Call) -> web.Response:
    """Answer with the widget as an image."""
    style = call.query.get("style", "shield")
    return web.Response(body=widget.draw_widget(call.world, call.path["guild_id"], style), content_type="image/png")


@operation(routes.GET_GUILD_VANITY_URL)
async def get_guild_vanity_url(call: Call) -> dict[str, Any]:
    """Answer with the vanity URL."""
    return widget.get_vanity_url(call.world, call.actor, call.path["guild_id"])
