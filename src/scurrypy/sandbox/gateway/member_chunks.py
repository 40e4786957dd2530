"""Answers Request Guild Members (op 8) with GUILD_MEMBERS_CHUNK.

See [Discord Docs/Request Guild Members](https://docs.discord.com/developers/events/gateway-events#request-guild-members).
"""

import logging
from dataclasses import dataclass
from typing import Any

from scurrypy.sandbox.gateway.opcodes import CloseCode, GatewayClosed, Opcode
from scurrypy.sandbox.payloads.members import member_payload
from scurrypy.sandbox.records import Guild, Member
from scurrypy.sandbox.rules.fields import Json, as_mapping, is_list
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.state import State

CHUNK = 1000
"""Members in one GUILD_MEMBERS_CHUNK."""
MOST_FOUND = 100
"""Members that a search, or a list of ids, returns."""
NONCE_BYTES = 32
"""Length of the longest nonce that is repeated in the answer."""
FULL_LIST_EVERY = 30.0
"""Seconds between two requests for all members of one guild."""

logger: logging.Logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class MemberRequest:
    """A checked Request Guild Members."""

    guild_id: int
    """The guild."""
    query: str | None
    """What names are to start with; empty for everyone; None where ids are given."""
    limit: int
    """How many members at most; 0 is no limit."""
    user_ids: list[str]
    """Ids asked for; members or not."""
    presences: bool
    """Whether presences are to come along."""
    nonce: str | None
    """What the client chose to know the answer by."""

    @property
    def wants_everyone(self) -> bool:
        """Whether the whole list is asked for."""
        return self.query == "" and self.limit == 0


def read_member_request(data: Json) -> MemberRequest:
    """Return the request in `data`.

    Raises:
        GatewayClosed: 4001 when it is not of the documented form.
    """
    fields = as_mapping(data)
    ids, query, limit = fields.get("user_ids"), fields.get("query"), fields.get("limit")
    if ids is not None:
        query, limit = None, 0
    elif not isinstance(query, str) or not isinstance(limit, int) or limit < 0:
        raise GatewayClosed(CloseCode.UNKNOWN_OPCODE)
    nonce = fields.get("nonce")
    # A nonce that is too long, or no text, is dropped without a word.
    is_kept = isinstance(nonce, str) and len(nonce.encode()) <= NONCE_BYTES
    return MemberRequest(
        guild_id=_one_guild(fields.get("guild_id")),
        query=query,
        limit=limit,
        user_ids=[str(read_id(id)) for id in _several(ids)],
        presences=fields.get("presences") is True,
        nonce=nonce if is_kept else None,
    )


def read_id(value: Json) -> int:
    """Return the id that a field holds.

    Raises:
        GatewayClosed: 4001 when it holds none.
    """
    if isinstance(value, bool) or not str(value).isdecimal():
        raise GatewayClosed(CloseCode.UNKNOWN_OPCODE)
    return int(value)


def _one_guild(value: Json) -> int:
    # A list was allowed once; with one guild in it, it still is.
    ids = _several(value)
    if len(ids) != 1:
        raise GatewayClosed(CloseCode.UNKNOWN_OPCODE)
    return read_id(ids[0])


def _several(value: Json) -> list[Json]:
    if value is None:
        return []
    return value if is_list(value) else [value]


def is_allowed(request: MemberRequest, intents: int) -> bool:
    """Whether a session's intents suffice; where they do not, Discord stays silent."""
    if request.wants_everyone and not intents & Intent.GUILD_MEMBERS:
        logger.warning("op 8 for all members of guild %s needs the intent GUILD_MEMBERS", request.guild_id)
        return False
    return True


def member_chunks(state: State, guild: Guild, request: MemberRequest, intents: int) -> list[dict[str, Any]]:
    """Return the data of every GUILD_MEMBERS_CHUNK that answers a request."""
    found, not_found = _find(state, guild, request)
    pieces = [found[start : start + CHUNK] for start in range(0, len(found), CHUNK)] or [[]]
    with_presences = request.presences and bool(intents & Intent.GUILD_PRESENCES)
    chunks: list[dict[str, Any]] = []
    for index, members in enumerate(pieces):
        chunk: dict[str, Any] = {
            "guild_id": str(guild.id),
            "members": [member_payload(state, member) for member in members],
            "chunk_index": index,
            "chunk_count": len(pieces),
        }
        if index == 0 and not_found:
            chunk["not_found"] = not_found
        if with_presences:
            shown = (guild.presences.get(member.user_id) for member in members)
            chunk["presences"] = [dict(presence) for presence in shown if presence is not None]
        if request.nonce is not None:
            chunk["nonce"] = request.nonce
        chunks.append(chunk)
    return chunks


def rate_limited(request: MemberRequest, retry_after: float) -> dict[str, Any]:
    """Return the data of RATE_LIMITED for a request that came too early.

    Args:
        request: The request.
        retry_after: Seconds to wait.
    """
    meta = {"guild_id": str(request.guild_id)}
    if request.nonce is not None:
        meta["nonce"] = request.nonce
    return {"opcode": Opcode.REQUEST_GUILD_MEMBERS, "retry_after": round(retry_after, 3), "meta": meta}


def _find(state: State, guild: Guild, request: MemberRequest) -> tuple[list[Member], list[str]]:
    if request.query is None:
        ids = request.user_ids[:MOST_FOUND]
        found = [guild.members[int(id)] for id in ids if int(id) in guild.members]
        return found, [id for id in ids if int(id) not in guild.members]
    if request.wants_everyone:
        return list(guild.members.values()), []
    start = request.query.casefold()
    most = min(request.limit or MOST_FOUND, MOST_FOUND)
    matching = [member for member in guild.members.values() if _starts_with(state, member, start)]
    return matching[:most], []


def _starts_with(state: State, member: Member, start: str) -> bool:
    names = (member.nick, state.users[member.user_id].username)
    return any(name.casefold().startswith(start) for name in names if name is not None)
