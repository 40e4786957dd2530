"""Messages, pins, polls."""

from typing import Any

from scurrypy import routes
from scurrypy.sandbox.clock import parse_iso
from scurrypy.sandbox.http.call import Call
from scurrypy.sandbox.http.operations import operation
from scurrypy.sandbox.rules.intents import Intent, censor
from scurrypy.sandbox.world import announcements, history, messages, polls


def as_readable(call: Call, message: dict[str, Any]) -> dict[str, Any]:
    """Return a message without what the bot may not read: the HTTP API withholds content as the gateway does."""
    application = call.application
    channel = call.world.channels.get(int(message["channel_id"]))
    if channel is None or channel.guild_id is None or application.privileged_intents & Intent.MESSAGE_CONTENT:
        return message
    in_guild = {**message, "guild_id": str(channel.guild_id)}
    censored = censor(in_guild, application.bot_id, application.privileged_intents)
    return {key: value for key, value in censored.items() if key != "guild_id"}


@operation(routes.CREATE_MESSAGE)
async def create_message(call: Call) -> dict[str, Any]:
    """Send a message."""
    return messages.create_message(call.world, call.actor, call.path["channel_id"], call.body, call.files)


@operation(routes.GET_MESSAGE)
async def get_message(call: Call) -> dict[str, Any]:
    """Answer with one message."""
    found = history.get_message(call.world, call.actor, call.path["channel_id"], call.path["message_id"])
    return as_readable(call, found)


@operation(routes.LIST_MESSAGES)
async def list_messages(call: Call) -> list[dict[str, Any]]:
    """Answer with messages of a channel."""
    found = history.list_messages(
        call.world,
        call.actor,
        call.path["channel_id"],
        around=call.query_id("around"),
        before=call.query_id("before"),
        after=call.query_id("after"),
        limit=call.query_int("limit", 50, least=1, most=100),
    )
    return [as_readable(call, message) for message in found]


@operation(routes.UPDATE_MESSAGE)
async def update_message(call: Call) -> dict[str, Any]:
    """Edit a message."""
    channel_id, message_id = call.path["channel_id"], call.path["message_id"]
    return messages.edit_message(call.world, call.actor, channel_id, message_id, call.body, files=call.files)


@operation(routes.DELETE_MESSAGE)
async def delete_message(call: Call) -> None:
    """Delete a message."""
    messages.delete_message(call.world, call.actor, call.path["channel_id"], call.path["message_id"])


@operation(routes.BULK_DELETE_MESSAGES)
async def bulk_delete_messages(call: Call) -> None:
    """Delete several messages."""
    messages.bulk_delete_messages(call.world, call.actor, call.path["channel_id"], call.body)


@operation(routes.CROSSPOST_MESSAGE)
async def crosspost_message(call: Call) -> dict[str, Any]:
    """Publish a message of an announcement channel."""
    channel_id, message_id = call.path["channel_id"], call.path["message_id"]
    return announcements.crosspost_message(call.world, call.actor, channel_id, message_id)


@operation(routes.FOLLOW_CHANNEL)
async def follow_channel(call: Call) -> dict[str, Any]:
    """Have a channel follow an announcement channel."""
    return announcements.follow_channel(call.world, call.actor, call.path["channel_id"], call.body)


@operation(routes.LIST_PINS)
async def list_pins(call: Call) -> dict[str, Any]:
    """Answer with a page of pinned messages."""
    before = call.query.get("before")
    page = history.list_pins(
        call.world,
        call.actor,
        call.path["channel_id"],
        before=None if before is None else parse_iso(before),
        limit=call.query_int("limit", 50, least=1, most=50),
    )
    items = [pin | {"message": as_readable(call, pin["message"])} for pin in page["items"]]
    return page | {"items": items}


@operation(routes.DEPRECATED_LIST_PINS)
async def deprecated_list_pins(call: Call) -> list[dict[str, Any]]:
    """Answer with the pinned messages."""
    found = history.list_pins_unpaged(call.world, call.actor, call.path["channel_id"])
    return [as_readable(call, message) for message in found]


@operation(routes.CREATE_PIN)
@operation(routes.DEPRECATED_CREATE_PIN)
async def create_pin(call: Call) -> None:
    """Pin a message."""
    history.pin_message(call.world, call.actor, call.path["channel_id"], call.path["message_id"])


@operation(routes.DELETE_PIN)
@operation(routes.DEPRECATED_DELETE_PIN)
async def delete_pin(call: Call) -> None:
    """Unpin a message."""
    history.unpin_message(call.world, call.actor, call.path["channel_id"], call.path["message_id"])


@operation(routes.GET_ANSWER_VOTERS)
async def get_answer_voters(call: Call) -> dict[str, Any]:
    """Answer with those who voted for an answer of a poll."""
    return polls.list_voters(
        call.world,
        call.actor,
        call.path["channel_id"],
        call.path["message_id"],
        call.path["answer_id"],
        after=call.query_id("after"),
        limit=call.query_int("limit", 25, least=1, most=100),
    )


@operation(routes.POLL_EXPIRE)
async def poll_expire(call: Call) -> dict[str, Any]:
    """Close a poll."""
    return polls.end_poll(call.world, call.actor, call.path["channel_id"], call.path["message_id"])
