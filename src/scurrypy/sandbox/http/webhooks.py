"""Webhooks over HTTP. An interaction's token is a webhook's, too: there the application's id stands for the webhook's.

See [Discord Docs/Webhook Resource](https://docs.discord.com/developers/resources/webhook).
"""

from scurrypy import routes
from scurrypy.sandbox.http.call import Call
from scurrypy.sandbox.http.operations import operation
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.fields import Json
from scurrypy.sandbox.world import interaction_messages as answers
from scurrypy.sandbox.world import webhook_messages as posts
from scurrypy.sandbox.world import webhooks
from scurrypy.sandbox.world.webhook_messages import Target


@operation(routes.CREATE_WEBHOOK)
async def create_webhook(call: Call) -> Json:
    """Make a webhook."""
    return webhooks.create_webhook(call.world, call.actor, call.path["channel_id"], call.body)


@operation(routes.LIST_CHANNEL_WEBHOOKS)
async def list_channel_webhooks(call: Call) -> Json:
    """Answer with the webhooks of a channel."""
    return webhooks.list_channel_webhooks(call.world, call.actor, call.path["channel_id"])


@operation(routes.GET_GUILD_WEBHOOKS)
async def get_guild_webhooks(call: Call) -> Json:
    """Answer with the webhooks of a guild."""
    return webhooks.list_guild_webhooks(call.world, call.actor, call.path["guild_id"])


@operation(routes.GET_WEBHOOK)
async def get_webhook(call: Call) -> Json:
    """Answer with a webhook."""
    return webhooks.get_webhook(call.world, call.actor, call.path["webhook_id"])


@operation(routes.UPDATE_WEBHOOK)
async def update_webhook(call: Call) -> Json:
    """Change a webhook."""
    return webhooks.edit_webhook(call.world, call.actor, call.path["webhook_id"], call.body)


@operation(routes.DELETE_WEBHOOK)
async def delete_webhook(call: Call) -> None:
    """Delete a webhook."""
    webhooks.delete_webhook(call.world, call.actor, call.path["webhook_id"])


@operation(routes.GET_WEBHOOK_BY_TOKEN, authenticated=False)
async def get_webhook_by_token(call: Call) -> Json:
    """Answer with a webhook."""
    return webhooks.get_webhook_by_token(call.world, *_credentials(call))


@operation(routes.UPDATE_WEBHOOK_BY_TOKEN, authenticated=False)
async def update_webhook_by_token(call: Call) -> Json:
    """Change a webhook."""
    return webhooks.edit_webhook_by_token(call.world, *_credentials(call), call.body)


@operation(routes.DELETE_WEBHOOK_BY_TOKEN, authenticated=False)
async def delete_webhook_by_token(call: Call) -> None:
    """Delete a webhook."""
    webhooks.delete_webhook_by_token(call.world, *_credentials(call))


@operation(routes.EXECUTE_WEBHOOK, authenticated=False)
async def execute_webhook(call: Call) -> Json:
    """Post a message, or send a follow-up to an interaction."""
    if _answers_interaction(call):
        return answers.create_followup(call.world, *_credentials(call), call.body, call.files)
    message = posts.execute_webhook(call.world, _target(call), call.body, call.files)
    return message if call.query_flag("wait") else None


@operation(routes.GET_ORIGINAL_WEBHOOK_MESSAGE, authenticated=False)
@operation(routes.GET_WEBHOOK_MESSAGE, authenticated=False)
async def get_webhook_message(call: Call) -> Json:
    """Answer with a message."""
    message_id = call.path.get("message_id")
    if _answers_interaction(call):
        return answers.get_answer(call.world, *_credentials(call), message_id)
    return posts.get_webhook_message(call.world, _target(call), _required(message_id))


@operation(routes.UPDATE_ORIGINAL_WEBHOOK_MESSAGE, authenticated=False)
@operation(routes.UPDATE_WEBHOOK_MESSAGE, authenticated=False)
async def update_webhook_message(call: Call) -> Json:
    """Edit a message."""
    message_id = call.path.get("message_id")
    if _answers_interaction(call):
        return answers.edit_answer(call.world, *_credentials(call), message_id, call.body, files=call.files)
    return posts.edit_webhook_message(call.world, _target(call), _required(message_id), call.body, call.files)


@operation(routes.DELETE_ORIGINAL_WEBHOOK_MESSAGE, authenticated=False)
@operation(routes.DELETE_WEBHOOK_MESSAGE, authenticated=False)
async def delete_webhook_message(call: Call) -> None:
    """Delete a message."""
    message_id = call.path.get("message_id")
    if _answers_interaction(call):
        answers.delete_answer(call.world, *_credentials(call), message_id)
    else:
        posts.delete_webhook_message(call.world, _target(call), _required(message_id))


def _answers_interaction(call: Call) -> bool:
    return call.path["webhook_id"] in call.world.applications


def _credentials(call: Call) -> tuple[int, str]:
    return call.path["webhook_id"], call.names["webhook_token"]


def _target(call: Call) -> Target:
    return Target(*_credentials(call), call.query_id("thread_id"), call.query_flag("with_components"))


def _required(message_id: int | None) -> int:
    # Only interactions have an original response.
    if message_id is None:
        raise Code.UNKNOWN_MESSAGE.error()
    return message_id
