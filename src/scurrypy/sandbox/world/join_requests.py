"""Requests to join a guild: made by people, answered by moderators. The specification names them, no page does."""

import copy
from collections.abc import Mapping, Sequence
from typing import Any

from scurrypy.sandbox.clock import iso
from scurrypy.sandbox.errors import ActorError
from scurrypy.sandbox.payloads.users import user_payload
from scurrypy.sandbox.records import Guild
from scurrypy.sandbox.records.join_requests import APPROVED, REJECTED, SUBMITTED, JoinRequest
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.fields import Field, read_fields, text, whole
from scurrypy.sandbox.rules.shapes import identity
from scurrypy.sandbox.rules.validation import Problems, invalid
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import permitted_guild
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.members import admit

_FILTERS: Mapping[str, Field] = {
    "status": text(choices=("STARTED", SUBMITTED, APPROVED, REJECTED)),
    "limit": whole(least=1, most=100, default=100),
    "before": identity(),
    "after": identity(),
}
_ANSWER: Mapping[str, Field] = {
    "action": text(required=True, choices=(APPROVED, REJECTED)),
    "rejection_reason": text(most=160, nullable=True),
}


def request_to_join(
    state: State, guild: Guild, user_id: int, form_responses: Sequence[Mapping[str, Any]] = ()
) -> JoinRequest:
    """Have a user ask to join a guild."""
    waits = any(each.user_id == user_id and each.status == SUBMITTED for each in guild.join_requests.values())
    if waits or user_id in guild.members or user_id in guild.bans:
        raise ActorError(f"{state.users[user_id].username} cannot ask to join {guild.name}")
    request = JoinRequest(state.ids.next(), guild.id, user_id, state.clock.now())
    request.form_responses = [dict(response) for response in form_responses]
    guild.join_requests[request.id] = request
    return request


def list_join_requests(state: State, actor: Actor, guild_id: int, query: Mapping[str, Any]) -> dict[str, Any]:
    """Return a page of the requests to join a guild, the newest first."""
    guild, _ = permitted_guild(state, actor, guild_id, permissions.KICK_MEMBERS)
    read = _read(query, _FILTERS)
    found = [each for each in guild.join_requests.values() if read.get("status", each.status) == each.status]
    low, high = read.get("after", -1), read.get("before")
    page = [each for each in reversed(found) if each.id > low and (high is None or each.id < high)]
    return {
        "total": len(found),
        "guild_join_requests": [_payload(state, request) for request in page[: read["limit"]]],
    }


def answer_join_request(
    state: State, actor: Actor, guild_id: int, request_id: int, body: Mapping[str, Any]
) -> dict[str, Any]:
    """Let somebody in who asked, or not."""
    guild, _ = permitted_guild(state, actor, guild_id, permissions.KICK_MEMBERS)
    request = guild.join_requests.get(request_id)
    if request is None:
        raise Code.NOT_FOUND.error()
    read = _read(body, _ANSWER)
    if request.status != SUBMITTED:
        raise invalid("action", "GUILD_JOIN_REQUEST_ALREADY_REVIEWED", "This request was answered already")
    request.status, request.reviewed_at, request.reviewer_id = read["action"], state.clock.now(), actor.user_id
    if request.status == REJECTED:
        request.rejection_reason = read.get("rejection_reason")
    elif request.user_id not in guild.members:
        admit(state, guild, state.users[request.user_id], welcome=True)
    return _payload(state, request)


def _payload(state: State, request: JoinRequest) -> dict[str, Any]:
    reviewer = state.users.get(request.reviewer_id or 0)
    return {
        "id": str(request.id),
        "created_at": iso(request.created_at),
        "reviewed_at": None if request.reviewed_at is None else iso(request.reviewed_at),
        "application_status": request.status,
        "rejection_reason": request.rejection_reason,
        "guild_id": str(request.guild_id),
        "user_id": str(request.user_id),
        "user": user_payload(state.users[request.user_id]),
        "form_responses": copy.deepcopy(request.form_responses),
        "actioned_by_user": None if reviewer is None else user_payload(reviewer),
    }


def _read(body: Mapping[str, Any], fields: Mapping[str, Field]) -> dict[str, Any]:
    problems = Problems()
    read = read_fields(body, fields, problems)
    problems.raise_if_any()
    return read
