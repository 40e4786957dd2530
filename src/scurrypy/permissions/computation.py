"""What a member may do, in a guild at large and in one of its channels."""

from datetime import datetime

from scurrypy.api.channels.channel import ChannelModel
from scurrypy.api.guilds.guild import GuildModel
from scurrypy.api.user import GuildMemberModel
from scurrypy.enums.permissions import Permissions
from scurrypy.permissions.explanation import Explanation, explanation_of
from scurrypy.permissions.facts import GuildFacts, MemberFacts, guild_facts, member_facts
from scurrypy.permissions.steps import Rule, walk
from scurrypy.wire.errors import InvalidRequest, MissingField
from scurrypy.wire.moments import or_now


def guild_permissions(
    guild: GuildModel | GuildFacts, member: GuildMemberModel | MemberFacts, *, now: datetime | None = None
) -> Permissions:
    """Return what a member may do in the guild at large, before any channel has its say.

        if Permissions.BAN_MEMBERS in guild_permissions(guild, member):
            ...

    Roles that the guild does not have grant nothing. A timeout leaves VIEW_CHANNEL and READ_MESSAGE_HISTORY alone, but
    for the owner and administrators, who have every permission at all times.

    See [Discord Docs/Permission Hierarchy](https://docs.discord.com/developers/topics/permissions#permission-hierarchy).

    Args:
        guild: The guild, with its roles.
        member: The member, with the user.
        now: The moment that is asked about, with a time zone; the present one where it is not given.

    Raises:
        MissingField: the guild or the member came in part.
        InvalidRequest: `now` has no time zone.
    """
    held = walk(guild_facts(guild), member_facts(member), None, None, or_now(now), in_thread=False).held
    return Permissions(held)


def channel_permissions(
    guild: GuildModel | GuildFacts,
    member: GuildMemberModel | MemberFacts,
    channel: ChannelModel,
    *,
    parent: ChannelModel | None = None,
    in_thread: bool = False,
    given: Permissions | None = None,
    now: datetime | None = None,
) -> Permissions:
    """Return what a member may do in one channel, what follows from lacking another permission included.

    Overwrites count in Discord's order: `@everyone`, then all roles together, then the member. Who cannot view a
    channel can do nothing there; who cannot send has no use for files, embeds, pings and speech; who cannot join a
    voice channel has no use for what one does in it. In a thread the overwrites of its parent count, and
    SEND_MESSAGES is never there: `sending_permission(channel)` names the one that counts.

    See [Discord Docs/Permission Overwrites](https://docs.discord.com/developers/topics/permissions#permission-overwrites).

    Args:
        guild: The guild, with its roles.
        member: The member, with the user.
        channel: One of its channels, or a thread.
        parent: The channel that a thread hangs from; needed for threads, and read for nothing else.
        in_thread: Whether the member is in the thread; asked about private threads only. The bot is in a thread that
            has a `member`.
        given: What Discord itself said, as `app_permissions` and `member.permissions` of an interaction do about its
            channel; it is returned as it is.
        now: The moment that is asked about, with a time zone; the present one where it is not given.

    Raises:
        MissingField: the guild or the member came in part, or the channel came without its overwrites: in part, or
            with everything withheld because the bot cannot view it (`channel.is_obfuscated`).
        InvalidRequest: the channel is in no guild, it is a thread and `parent` is not its parent, or `now` has no
            time zone.
    """
    if given is not None:
        return given
    took = walk(guild_facts(guild), member_facts(member), channel, parent, or_now(now), in_thread=in_thread)
    return Permissions(took.held)


def explain(
    permission: Permissions,
    guild: GuildModel | GuildFacts,
    member: GuildMemberModel | MemberFacts,
    channel: ChannelModel | None = None,
    *,
    parent: ChannelModel | None = None,
    in_thread: bool = False,
    given: Permissions | None = None,
    now: datetime | None = None,
) -> Explanation:
    """Return whether a member has one permission, and what decides it.

        explain(Permissions.EMBED_LINKS, guild, member, channel).sentence
        # Embed Links is denied: it is of no use without Send Messages, and Send Messages is denied: this channel
        # denies it to @everyone.

    Args:
        permission: The permission, one bit.
        guild: The guild, with its roles.
        member: The member, with the user.
        channel: One of its channels, or a thread; None for the guild at large.
        parent: The channel that a thread hangs from; needed for threads.
        in_thread: Whether the member is in the thread; asked about private threads only.
        given: What Discord itself said, as in an interaction; it decides, and where what was computed says otherwise
            or cannot be computed, it is the only reason there is.
        now: The moment that is asked about, with a time zone; the present one where it is not given.

    Raises:
        MissingField: what decides is not known, and `given` is not given either.
        InvalidRequest: `permission` is not one bit, or as for `channel_permissions`.
    """
    if int(permission).bit_count() != 1:
        raise InvalidRequest("permission", "one permission", permission)
    from_discord = None if given is None else Explanation(permission, bool(given & permission), Rule.GIVEN)
    try:
        who = member_facts(member)
        took = walk(guild_facts(guild), who, channel, parent, or_now(now), in_thread=in_thread)
    except MissingField:
        if from_discord is None:
            raise
        return from_discord
    computed = explanation_of(permission, took, who.timed_out_until)
    if from_discord is None or from_discord.allowed == computed.allowed:
        return computed
    return from_discord
