"""The steps by which Discord arrives at what a member may do, one after the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from scurrypy.api.channels.channel import ChannelModel
from scurrypy.api.channels.overwrite import OverwriteModel
from scurrypy.api.guilds.role import GuildRoleModel
from scurrypy.enums.channel import ChannelType, OverwriteType
from scurrypy.enums.permissions import Permissions
from scurrypy.permissions.channels import is_thread, is_voice, overwrites_for, sending_permission
from scurrypy.permissions.facts import GuildFacts, MemberFacts
from scurrypy.permissions.masks import ALL, NEED_CONNECT, NEED_SENDING, WHILE_TIMED_OUT
from scurrypy.permissions.ranks import rank

# Members of a flag are slow to combine, and a walk combines many.
_ALL: Final = int(ALL)
_ADMINISTRATOR: Final = int(Permissions.ADMINISTRATOR)
_VIEW_CHANNEL: Final = int(Permissions.VIEW_CHANNEL)
_SEND_MESSAGES: Final = int(Permissions.SEND_MESSAGES)
_CONNECT: Final = int(Permissions.CONNECT)
_MANAGE_THREADS: Final = int(Permissions.MANAGE_THREADS)
_NEED_SENDING: Final = int(NEED_SENDING)
_NEED_CONNECT: Final = int(NEED_CONNECT)
_WHILE_TIMED_OUT: Final = int(WHILE_TIMED_OUT)


class Rule(StrEnum):
    """What decides about a permission."""

    OWNER = "owner"
    """The owner of a guild may do everything."""
    ADMINISTRATOR = "administrator"
    """A role grants ADMINISTRATOR, and with it everything."""
    ROLE = "role"
    """A role grants it, which may be `@everyone`."""
    NO_ROLE = "no_role"
    """No role grants it, and no overwrite."""
    OVERWRITE = "overwrite"
    """An overwrite of the channel allows or denies it."""
    TIMEOUT = "timeout"
    """The member is timed out."""
    PRIVATE_THREAD = "private_thread"
    """The thread is private, and the member neither in it nor one who manages threads."""
    NEEDS = "needs"
    """It is of no use without another permission, which the member lacks."""
    IN_THREADS = "in_threads"
    """SEND_MESSAGES does nothing in threads: SEND_MESSAGES_IN_THREADS stands in its place."""
    GIVEN = "given"
    """Discord said so, as it does in an interaction."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what it takes from what the member has so far, and what it then grants."""

    rule: Rule
    """Why."""
    takes: int = 0
    """Permissions that are gone after it."""
    grants: int = 0
    """Permissions that are there after it."""
    role: GuildRoleModel | None = None
    """The role that grants, or that the overwrite is about."""
    overwrite: OverwriteModel | None = None
    """The overwrite."""
    needs: Permissions | None = None
    """The permission that is lacking."""

    def after(self, held: int) -> int:
        """Return what is held after the step by one who had `held` before."""
        return held & ~self.takes | self.grants


def guild_steps(guild: GuildFacts, member: MemberFacts) -> Iterator[Step]:
    """Yield the steps to what a member may do in the guild at large, a timeout left out."""
    if guild.owner_id == member.id:
        yield Step(Rule.OWNER, grants=_ALL)
        return
    administrator = None
    roles = filter(None, map(guild.role, {guild.id, *member.roles}))
    # The highest comes last, so that of all that grant a permission it is the one that is named.
    for role in sorted((guild.everyone, *(role for role in roles if role.id != guild.id)), key=rank):
        granted = int(role.permissions)
        yield Step(Rule.ROLE, grants=granted, role=role)
        if granted & _ADMINISTRATOR:
            administrator = role
    if administrator is not None:
        yield Step(Rule.ADMINISTRATOR, grants=_ALL, role=administrator)


def overwrite_steps(guild: GuildFacts, member: MemberFacts, overwrites: list[OverwriteModel]) -> Iterator[Step]:
    """Yield a step for each overwrite that is about the member: of `@everyone`, of roles, of the member alone.

    Of the roles everything is denied first, and then everything allowed: their order does not matter.
    """
    about_roles = {int(each.id): each for each in overwrites if each.type == OverwriteType.ROLE}
    everyone = about_roles.pop(guild.id, None)
    if everyone is not None:
        yield Step(Rule.OVERWRITE, int(everyone.deny), int(everyone.allow), guild.role(guild.id), everyone)
    among_roles = [(guild.role(id), about_roles[id]) for id in dict.fromkeys(member.roles) if id in about_roles]
    yield from (Step(Rule.OVERWRITE, takes=int(each.deny), role=role, overwrite=each) for role, each in among_roles)
    yield from (Step(Rule.OVERWRITE, grants=int(each.allow), role=role, overwrite=each) for role, each in among_roles)
    for each in overwrites:
        if each.type == OverwriteType.MEMBER and each.id == member.id:
            yield Step(Rule.OVERWRITE, int(each.deny), int(each.allow), overwrite=each)


def timeout_step(held: int) -> Step:
    """Return the step that a timeout is for one who holds `held`."""
    return Step(Rule.TIMEOUT, takes=held & ~_WHILE_TIMED_OUT)


def consequence_steps(channel: ChannelModel, held: int, *, in_thread: bool) -> Iterator[Step]:
    """Yield what follows in a channel for one who holds `held`, of lacking one thing and of the kind of channel.

    Each step takes only what is still there, so that for the rest what took it first remains the reason.
    """
    private = channel.type == ChannelType.PRIVATE_THREAD
    if not held & _VIEW_CHANNEL:
        yield Step(Rule.NEEDS, takes=held, needs=Permissions.VIEW_CHANNEL)
        return
    if private and not in_thread and not held & _MANAGE_THREADS:
        yield Step(Rule.PRIVATE_THREAD, takes=held)
        return
    sending = sending_permission(channel)
    if not held & int(sending):
        yield Step(Rule.NEEDS, takes=held & _NEED_SENDING, needs=sending)
        held &= ~_NEED_SENDING
    if is_thread(channel):
        yield Step(Rule.IN_THREADS, takes=held & _SEND_MESSAGES, needs=sending)
    if is_voice(channel) and not held & _CONNECT:
        yield Step(Rule.NEEDS, takes=held & _NEED_CONNECT, needs=Permissions.CONNECT)


@dataclass(frozen=True, slots=True)
class Walk:
    """The steps that were taken, and where they led."""

    steps: tuple[Step, ...]
    """The steps, in order."""
    held: int
    """What the member may do after the last."""


def walk(
    guild: GuildFacts,
    member: MemberFacts,
    channel: ChannelModel | None,
    parent: ChannelModel | None,
    now: datetime | None,
    *,
    in_thread: bool,
) -> Walk:
    """Take every step, in the guild at large where `channel` is None, else in that channel."""
    overwrites = None if channel is None else overwrites_for(channel, parent)
    steps: list[Step] = []
    held = 0

    def take(more: Iterator[Step]) -> None:
        nonlocal held
        for step in more:
            steps.append(step)
            held = step.after(held)

    take(guild_steps(guild, member))
    if held & _ADMINISTRATOR:
        return Walk(tuple(steps), held)
    if overwrites is not None:
        take(overwrite_steps(guild, member, overwrites))
    if member.is_timed_out(now):
        take(iter((timeout_step(held),)))
    if channel is not None:
        take(consequence_steps(channel, held, in_thread=in_thread))
    return Walk(tuple(steps), held)
