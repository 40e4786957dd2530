"""Polls: votes, and who cast them."""

import copy
from collections.abc import Sequence
from typing import Any

from scurrypy.sandbox.clock import iso, parse_iso
from scurrypy.sandbox.payloads.messages import message_payload
from scurrypy.sandbox.payloads.users import user_payload
from scurrypy.sandbox.records import Message
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.rules.validation import invalid
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import visible_channel
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.messages import visible_message
from scurrypy.sandbox.world.posting import publish_message


def vote(state: State, actor: Actor, channel_id: int, message_id: int, answer_ids: Sequence[int]) -> None:
    """Cast a user's votes in a poll, in the place of the votes cast before; none takes them back."""
    message, poll = _open_poll(state, actor, channel_id, message_id)
    known = {answer["answer_id"] for answer in poll["answers"]}
    if not known.issuperset(answer_ids) or (len(answer_ids) > 1 and not poll["allow_multiselect"]):
        raise invalid("answer_ids", "POLL_INVALID_ANSWER", "Invalid poll answer")
    for answer_id in sorted(known):
        voters = message.poll_votes.setdefault(answer_id, [])
        before, now = actor.user_id in voters, answer_id in answer_ids
        if before and not now:
            voters.remove(actor.user_id)
            _publish_vote(state, "MESSAGE_POLL_VOTE_REMOVE", message, actor, answer_id)
        elif now and not before:
            voters.append(actor.user_id)
            _publish_vote(state, "MESSAGE_POLL_VOTE_ADD", message, actor, answer_id)
    counts = [{"id": id, "count": len(voters)} for id, voters in sorted(message.poll_votes.items()) if voters]
    message.poll = {**poll, "results": {"is_finalized": False, "answer_counts": counts}}


def list_voters(
    state: State,
    actor: Actor,
    channel_id: int,
    message_id: int,
    answer_id: int,
    *,
    after: int | None = None,
    limit: int = 25,
) -> dict[str, Any]:
    """Return who voted for an answer, by id."""
    visible_channel(state, actor, channel_id)
    message = visible_message(state, actor, channel_id, message_id)
    voters = sorted(id for id in message.poll_votes.get(answer_id, ()) if after is None or id > after)
    return {"users": [user_payload(state.users[id]) for id in voters[:limit]]}


def end_poll(state: State, actor: Actor, channel_id: int, message_id: int) -> dict[str, Any]:
    """Close one's own poll now."""
    visible_channel(state, actor, channel_id)
    message = visible_message(state, actor, channel_id, message_id)
    if message.poll is None:
        raise Code.NOT_A_POLL.error()
    if message.author_id != actor.user_id:
        raise Code.NOT_AUTHOR.error()
    poll = copy.deepcopy(message.poll)
    poll["results"]["is_finalized"] = True
    message.poll = poll | {"expiry": iso(state.clock.now())}
    publish_message(state, message, "MESSAGE_UPDATE")
    return message_payload(state, message, actor.user_id)


def _open_poll(state: State, actor: Actor, channel_id: int, message_id: int) -> tuple[Message, dict[str, Any]]:
    visible_channel(state, actor, channel_id)
    message = visible_message(state, actor, channel_id, message_id)
    if message.poll is None:
        raise Code.UNKNOWN_MESSAGE.error()
    if (parse_iso(message.poll["expiry"]) or 0) <= state.clock.now():
        raise Code.POLL_EXPIRED.error()
    return message, message.poll


def _publish_vote(state: State, name: str, message: Message, actor: Actor, answer_id: int) -> None:
    data = {
        "user_id": str(actor.user_id),
        "channel_id": str(message.channel_id),
        "message_id": str(message.id),
        "answer_id": answer_id,
    }
    intents = {"guild_intent": Intent.GUILD_MESSAGE_POLLS, "dm_intent": Intent.DIRECT_MESSAGE_POLLS}
    state.publish_in_channel(state.channels[message.channel_id], name, data, **intents)
