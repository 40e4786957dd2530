"""Searches for messages and threads."""

from typing import Any

from scurrypy import routes
from scurrypy.sandbox.http.call import Call, Reply
from scurrypy.sandbox.http.messages import as_readable
from scurrypy.sandbox.http.operations import operation
from scurrypy.sandbox.rules.search import FLAGS, LISTS
from scurrypy.sandbox.world import search


@operation(routes.GUILD_SEARCH)
async def guild_search(call: Call) -> dict[str, Any] | Reply:
    """Answer with messages of a guild, or that the index is not ready."""
    early = search.not_ready(call.world)
    if early is not None:
        return Reply(202, early)
    return search.search_messages(call.world, call.actor, call.path["guild_id"], _query(call))


@operation(routes.THREAD_SEARCH)
async def thread_search(call: Call) -> dict[str, Any] | Reply:
    """Answer with threads of a channel, or that the index is not ready."""
    early = search.not_ready(call.world)
    if early is not None:
        return Reply(202, early)
    found = search.search_threads(call.world, call.actor, call.path["channel_id"], _query(call))
    return found | {"first_messages": [as_readable(call, message) for message in found["first_messages"]]}


def _query(call: Call) -> dict[str, Any]:
    query: dict[str, Any] = dict(call.query)
    for name in query.keys() & LISTS:
        texts = call.request.query.getall(name)
        # Tags of threads may come with commas between them.
        query[name] = [part for text in texts for part in text.split(",")] if name == "tag" else texts
    return query | {name: call.query_flag(name) for name in query.keys() & FLAGS}
