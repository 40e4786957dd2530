"""Who stands above whom: the order of roles."""

from scurrypy.api.guilds.guild import GuildModel
from scurrypy.api.guilds.role import GuildRoleModel
from scurrypy.api.user import GuildMemberModel
from scurrypy.permissions.facts import GuildFacts, MemberFacts, guild_facts, member_facts
from scurrypy.permissions.ranks import rank


def highest_role(guild: GuildModel | GuildFacts, member: GuildMemberModel | MemberFacts) -> GuildRoleModel:
    """Return the role of a member that stands highest; `@everyone` where the member has no other.

    Of two roles in one position, the older one stands higher: the one with the smaller id.

    Raises:
        MissingField: the guild or the member came in part.
    """
    known = guild_facts(guild)
    roles = filter(None, map(known.role, member_facts(member).roles))
    return max((known.everyone, *roles), key=rank)


def outranks(
    guild: GuildModel | GuildFacts,
    member: GuildMemberModel | MemberFacts,
    other: GuildMemberModel | MemberFacts | GuildRoleModel,
) -> bool:
    """Return whether a member stands above another member, or above a role.

    The owner stands above everybody and every role, and nobody above the owner. Else the highest roles decide, and
    nobody stands above whoever has the same. What the member may do is left out: `may_act_on` and its siblings ask.

    Raises:
        MissingField: the guild or a member came in part.
    """
    known, who = guild_facts(guild), member_facts(member)
    if who.id == known.owner_id:
        return True
    if isinstance(other, GuildRoleModel):
        return rank(highest_role(known, who)) > rank(other)
    whom = member_facts(other)
    return whom.id != known.owner_id and rank(highest_role(known, who)) > rank(highest_role(known, whom))
