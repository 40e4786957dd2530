"""Members of guilds on the wire.

See [Discord Docs/Guild Member](https://docs.discord.com/developers/resources/guild#guild-member-object).
"""

from typing import Any

from scurrypy.sandbox.clock import iso
from scurrypy.sandbox.payloads.users import user_payload
from scurrypy.sandbox.records import Member
from scurrypy.sandbox.state import State


def bare_member(member: Member) -> dict[str, Any]:
    """Return a member without its user, as it stands beside an author or a resolved user."""
    return {
        "nick": member.nick,
        "avatar": member.avatar,
        "avatar_decoration_data": None,
        "banner": member.banner,
        "collectibles": None,
        "roles": [str(role_id) for role_id in member.role_ids],
        "joined_at": iso(member.joined_at),
        "premium_since": _moment(member.premium_since),
        "deaf": member.deaf,
        "mute": member.mute,
        "flags": member.flags,
        "pending": member.pending,
        "communication_disabled_until": _moment(member.timeout_until),
    }


def member_payload(state: State, member: Member) -> dict[str, Any]:
    """Return a member with its user."""
    return bare_member(member) | {"user": user_payload(state.users[member.user_id])}


def _moment(seconds: float | None) -> str | None:
    return None if seconds is None else iso(seconds)
