"""Who alone may use an invite, as a list that comes and goes as comma-separated values.

Discord works through such a list by and by; here it is done at once.

See [Discord Docs/Get Target Users](https://docs.discord.com/developers/resources/invite#get-target-users).
"""

from collections.abc import Sequence
from typing import Any

from scurrypy.sandbox.clock import iso
from scurrypy.sandbox.errors import ApiError
from scurrypy.sandbox.records import Invite, UploadedFile
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.validation import invalid
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.access import granted, joined_guild
from scurrypy.sandbox.world.actor import Actor
from scurrypy.sandbox.world.invites import find_invite

FIELD = "target_users_file"
"""Form field that holds the list."""
_HEADER = "user_id"
_COMPLETED = 2


def get_target_users(state: State, actor: Actor, code: str) -> str:
    """Return who alone may use an invite, a line each."""
    invite = _seen(state, actor, code)
    if invite.target_user_ids is None:
        raise Code.UNKNOWN_TARGET_USERS.error()
    return "\n".join([_HEADER, *map(str, invite.target_user_ids), ""])


def set_target_users(state: State, actor: Actor, code: str, files: Sequence[UploadedFile]) -> None:
    """Say who alone may use an invite."""
    invite = find_invite(state, code)
    _require(state, actor, invite, permissions.MANAGE_GUILD)
    ids = read_target_users(files)
    if ids is None:
        raise invalid(FIELD, "BASE_TYPE_REQUIRED", "This field is required")
    aim(state, invite, ids)


def get_job_status(state: State, actor: Actor, code: str) -> dict[str, Any]:
    """Return how far Discord is with the list of an invite."""
    invite = _seen(state, actor, code)
    if invite.target_user_ids is None or invite.targeted_at is None:
        raise Code.UNKNOWN_TARGET_USERS_JOB.error()
    count = len(invite.target_user_ids)
    return {
        "status": _COMPLETED,
        "total_users": count,
        "processed_users": count,
        "created_at": iso(invite.targeted_at),
        "completed_at": iso(invite.targeted_at),
        "error_message": None,
    }


def read_target_users(files: Sequence[UploadedFile]) -> list[int] | None:
    """Return the ids in the list that came with a request, which must hold nothing else; None where none did."""
    file = next((file for file in files if file.field_name == FIELD), None)
    if file is None:
        return None
    ids: list[int] = []
    wrong: list[str] = []
    for number, line in enumerate(file.data.decode("utf-8", "replace").splitlines(), 1):
        cell = line.strip().strip('"')
        if cell.isascii() and cell.isdecimal() and 15 <= len(cell) <= 20:
            ids.append(int(cell))
        elif cell and not (number == 1 and cell == _HEADER):
            wrong.append(f"Line {number}: invalid user ID format")
    if wrong:
        status, code, message = Code.INVALID_FORM.value
        raise ApiError(status, code, message, whole={FIELD: wrong})
    return ids


def aim(state: State, invite: Invite, ids: list[int]) -> None:
    """Have an invite let in only these users."""
    invite.target_user_ids, invite.targeted_at = ids, state.clock.now()


def _seen(state: State, actor: Actor, code: str) -> Invite:
    invite = find_invite(state, code)
    _require(state, actor, invite, permissions.MANAGE_GUILD | permissions.VIEW_AUDIT_LOG)
    return invite


def _require(state: State, actor: Actor, invite: Invite, any_of: int) -> None:
    guild, member = joined_guild(state, actor, invite.guild_id)
    if invite.inviter_id != actor.user_id and not granted(state, guild, member) & any_of:
        raise Code.MISSING_PERMISSIONS.error()
