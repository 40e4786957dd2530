"""Why a member may do something, or may not."""

from dataclasses import dataclass
from datetime import UTC, datetime

from scurrypy.api.channels.overwrite import OverwriteModel
from scurrypy.api.guilds.role import GuildRoleModel
from scurrypy.enums.channel import OverwriteType
from scurrypy.enums.permissions import Permissions
from scurrypy.permissions.labels import label
from scurrypy.permissions.steps import Rule, Step, Walk

_REASONS = {
    Rule.OWNER: "the owner of the server may do everything",
    Rule.ADMINISTRATOR: "{role} grants Administrator, and with it everything",
    Rule.ROLE: "{role} grants it",
    Rule.NO_ROLE: "none of the member's roles grants it",
    Rule.OVERWRITE: "this channel {says} it to {whom}",
    Rule.TIMEOUT: "the member is timed out{until}",
    Rule.PRIVATE_THREAD: "the thread is private, and the member is neither in it nor manages threads",
    Rule.NEEDS: "it is of no use without {needed}{because}",
    Rule.IN_THREADS: "in threads, {needed} stands in its place",
    Rule.GIVEN: "Discord says so",
}
"""Each rule in words."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Whether a member has a permission, and what decided it.

        why = explain(Permissions.SEND_MESSAGES, guild, member, channel)
        if not why:
            print(why.sentence)  # Send Messages is denied: this channel denies it to the role Muted.

    It is true in an `if` where the member has the permission.
    """

    permission: Permissions
    """The permission that was asked about."""
    allowed: bool
    """Whether the member has it."""
    rule: Rule
    """What decided; it says which of the fields below are there."""
    role: GuildRoleModel | None = None
    """The role that grants it (the highest of several), or that the overwrite is about."""
    overwrite: OverwriteModel | None = None
    """The overwrite of the channel that allows or denies it."""
    needs: Permissions | None = None
    """The permission without which it is of no use, or which stands in its place."""
    because: "Explanation | None" = None
    """Why the member lacks `needs`."""
    until: datetime | None = None
    """When the timeout ends."""

    def __bool__(self) -> bool:
        return self.allowed

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> str:
        """The same in one plain English sentence, which can be shown to a user; names of roles stand as they are.

        Whoever shows it in a message escapes it, and mentions nobody: a role may be named `@everyone`.
        """
        return f"{label(self.permission)} is {'allowed' if self.allowed else 'denied'}: {self._reason()}."

    def _reason(self) -> str:
        because = "" if self.because is None else f", and {self.because.sentence.removesuffix('.')}"
        until = "" if self.until is None else f" until {self.until.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
        return _REASONS[self.rule].format(
            role=role_name(self.role),
            says="allows" if self.allowed else "denies",
            whom=self._whom(),
            needed="another permission" if self.needs is None else label(self.needs),
            because=because,
            until=until,
        )

    def _whom(self) -> str:
        if self.overwrite is not None and self.overwrite.type == OverwriteType.MEMBER:
            return "this very member"
        return role_name(self.role)


def role_name(role: GuildRoleModel | None) -> str:
    """Return a role as it stands in a sentence."""
    if role is None:
        return "a role"
    if role.name == "@everyone":
        return role.name
    return f"the role {role.name or role.id}"


def explanation_of(permission: Permissions, walk: Walk, until: datetime | None) -> Explanation:
    """Return what decided about one permission: the last step that took or granted it."""
    bit = int(permission)
    decisive = next((step for step in reversed(walk.steps) if (step.takes | step.grants) & bit), None)
    if decisive is None:
        return Explanation(permission, allowed=False, rule=Rule.NO_ROLE)
    return Explanation(
        permission,
        allowed=bool(walk.held & bit),
        rule=decisive.rule,
        role=decisive.role,
        overwrite=decisive.overwrite,
        needs=decisive.needs,
        because=_because(decisive, walk, until),
        until=until if decisive.rule is Rule.TIMEOUT else None,
    )


def _because(step: Step, walk: Walk, until: datetime | None) -> Explanation | None:
    if step.rule is not Rule.NEEDS or step.needs is None:
        return None
    return explanation_of(step.needs, walk, until)
