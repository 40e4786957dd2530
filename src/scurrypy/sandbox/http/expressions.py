"""Emojis and stickers."""

from typing import Any

from scurrypy import routes
from scurrypy.sandbox.http.call import Call, Reply
from scurrypy.sandbox.http.operations import operation
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.world import emojis, stickers


@operation(routes.LIST_GUILD_EMOJIS)
async def list_guild_emojis(call: Call) -> list[dict[str, Any]]:
    """Answer with the emojis of a guild."""
    return emojis.list_emojis(call.world, call.actor, call.path["guild_id"])


@operation(routes.GET_GUILD_EMOJI)
async def get_guild_emoji(call: Call) -> dict[str, Any]:
    """Answer with an emoji of a guild."""
    return emojis.get_emoji(call.world, call.actor, call.path["guild_id"], call.path["emoji_id"])


@operation(routes.CREATE_GUILD_EMOJI)
async def create_guild_emoji(call: Call) -> Reply:
    """Add an emoji to a guild."""
    return Reply(201, emojis.create_emoji(call.world, call.actor, call.path["guild_id"], call.body))


@operation(routes.UPDATE_GUILD_EMOJI)
async def update_guild_emoji(call: Call) -> dict[str, Any]:
    """Change an emoji of a guild."""
    return emojis.edit_emoji(call.world, call.actor, call.path["guild_id"], call.path["emoji_id"], call.body)


@operation(routes.DELETE_GUILD_EMOJI)
async def delete_guild_emoji(call: Call) -> None:
    """Take an emoji out of a guild."""
    emojis.delete_emoji(call.world, call.actor, call.path["guild_id"], call.path["emoji_id"])


@operation(routes.LIST_APPLICATION_EMOJIS)
async def list_application_emojis(call: Call) -> dict[str, Any]:
    """Answer with the emojis of the application."""
    return emojis.list_application_emojis(call.world, call.own_application())


@operation(routes.GET_APPLICATION_EMOJI)
async def get_application_emoji(call: Call) -> dict[str, Any]:
    """Answer with an emoji of the application."""
    return emojis.get_application_emoji(call.world, call.own_application(), call.path["emoji_id"])


@operation(routes.CREATE_APPLICATION_EMOJI)
async def create_application_emoji(call: Call) -> Reply:
    """Add an emoji to the application."""
    return Reply(201, emojis.create_application_emoji(call.world, call.actor, call.own_application(), call.body))


@operation(routes.UPDATE_APPLICATION_EMOJI)
async def update_application_emoji(call: Call) -> dict[str, Any]:
    """Rename an emoji of the application."""
    return emojis.edit_application_emoji(call.world, call.own_application(), call.path["emoji_id"], call.body)


@operation(routes.DELETE_APPLICATION_EMOJI)
async def delete_application_emoji(call: Call) -> None:
    """Take an emoji out of the application."""
    emojis.delete_application_emoji(call.own_application(), call.path["emoji_id"])


@operation(routes.LIST_GUILD_STICKERS)
async def list_guild_stickers(call: Call) -> list[dict[str, Any]]:
    """Answer with the stickers of a guild."""
    return stickers.list_stickers(call.world, call.actor, call.path["guild_id"])


@operation(routes.GET_GUILD_STICKER)
async def get_guild_sticker(call: Call) -> dict[str, Any]:
    """Answer with a sticker of a guild."""
    return stickers.get_sticker(call.world, call.actor, call.path["guild_id"], call.path["sticker_id"])


@operation(routes.CREATE_GUILD_STICKER)
async def create_guild_sticker(call: Call) -> Reply:
    """Add a sticker to a guild."""
    guild_id = call.path["guild_id"]
    return Reply(201, stickers.create_sticker(call.world, call.actor, guild_id, call.form, call.files))


@operation(routes.UPDATE_GUILD_STICKER)
async def update_guild_sticker(call: Call) -> dict[str, Any]:
    """Change a sticker of a guild."""
    return stickers.edit_sticker(call.world, call.actor, call.path["guild_id"], call.path["sticker_id"], call.body)


@operation(routes.DELETE_GUILD_STICKER)
async def delete_guild_sticker(call: Call) -> None:
    """Take a sticker out of a guild."""
    stickers.delete_sticker(call.world, call.actor, call.path["guild_id"], call.path["sticker_id"])


@operation(routes.GET_STICKER)
async def get_sticker(call: Call) -> dict[str, Any]:
    """Answer with a sticker of any guild."""
    return stickers.find_sticker(call.world, call.path["sticker_id"])


@operation(routes.LIST_STICKER_PACKS, authenticated=False)
async def list_sticker_packs(call: Call) -> dict[str, Any]:
    """Answer that there are no packs: Discord's own stickers are not here."""
    del call
    return {"sticker_packs": []}


@operation(routes.GET_STICKER_PACK)
async def get_sticker_pack(call: Call) -> None:
    """Refuse: there are no packs here."""
    del call
    raise Code.UNKNOWN_STICKER_PACK.error()
