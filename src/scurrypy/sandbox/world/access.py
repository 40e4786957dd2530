"""Asks whether an actor may do something, and refuses as Discord does."""

from scurrypy.sandbox.records import Channel, Guild, Member
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.actor import Actor


def visible_channel(state: State, actor: Actor, channel_id: int) -> Channel:
    """Return a channel that the actor may see."""
    channel = state.find_channel(channel_id)
    if not state.can_view(actor.user_id, channel_id):
        raise Code.MISSING_ACCESS.error()
    return channel


def guild_channel(state: State, actor: Actor, channel_id: int) -> tuple[Guild, Channel]:
    """Return a channel that the actor may see, and the guild it must be in."""
    channel = visible_channel(state, actor, channel_id)
    if channel.guild_id is None:
        raise Code.NOT_ON_DM_CHANNEL.error()
    return state.guilds[channel.guild_id], channel


def require(state: State, actor: Actor, channel: Channel, needed: int) -> None:
    """Refuse unless the actor has every permission of `needed` in a channel."""
    if state.permissions(actor.user_id, channel) & needed != needed:
        raise Code.MISSING_PERMISSIONS.error()


def has(state: State, actor: Actor, channel: Channel, needed: int) -> bool:
    """Return whether the actor has every permission of `needed` in a channel."""
    return state.permissions(actor.user_id, channel) & needed == needed


def joined_guild(state: State, actor: Actor, guild_id: int) -> tuple[Guild, Member]:
    """Return a guild that the actor is in, and the actor's membership."""
    guild = state.find_guild(guild_id)
    member = guild.members.get(actor.user_id)
    if member is None:
        raise Code.MISSING_ACCESS.error()
    return guild, member


def permitted_guild(state: State, actor: Actor, guild_id: int, needed: int) -> tuple[Guild, Member]:
    """Return a guild in which the actor has every permission of `needed`, and the actor's membership."""
    guild, member = joined_guild(state, actor, guild_id)
    if granted(state, guild, member) & needed != needed:
        raise Code.MISSING_PERMISSIONS.error()
    return guild, member


def granted(state: State, guild: Guild, member: Member) -> int:
    """Return what a member may do in the guild at large."""
    return permissions.guild_permissions(guild, member, state.clock.now())


def require_above(guild: Guild, member: Member, other: Member) -> None:
    """Refuse unless a member stands above another one."""
    if not permissions.outranks_member(guild, member, other):
        raise Code.MISSING_PERMISSIONS.error()
