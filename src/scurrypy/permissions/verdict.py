"""May a member act on another one, or on a role: permission and rank together, with the reason."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from scurrypy.api.guilds.guild import GuildModel
from scurrypy.api.guilds.role import GuildRoleModel
from scurrypy.api.user import GuildMemberModel
from scurrypy.enums.permissions import Permissions
from scurrypy.permissions.computation import explain, guild_permissions
from scurrypy.permissions.explanation import Explanation, role_name
from scurrypy.permissions.facts import GuildFacts, MemberFacts, guild_facts, member_facts
from scurrypy.permissions.hierarchy import highest_role, outranks


class HierarchyRule(StrEnum):
    """What decides whether a member may act on another one, or on a role."""

    OWNER = "owner"
    """The actor owns the guild."""
    HIGHER = "higher"
    """The actor has the permission, and the higher role."""
    NO_PERMISSION = "no_permission"
    """The actor lacks the permission."""
    NOT_HIGHER = "not_higher"
    """The highest role of the actor is not above."""
    TARGET_IS_OWNER = "target_is_owner"
    """Nobody acts on the owner."""
    TARGET_IS_ADMINISTRATOR = "target_is_administrator"
    """Administrators cannot be timed out."""
    EVERYONE = "everyone"
    """Every member has `@everyone` already."""
    MANAGED = "managed"
    """An integration hands the role out, and nobody else can."""


_REASONS = {
    HierarchyRule.OWNER: "the owner of the server stands above everybody",
    HierarchyRule.HIGHER: "{highest} stands above {against}",
    HierarchyRule.NO_PERMISSION: "a permission is missing",
    HierarchyRule.NOT_HIGHER: "{highest} does not stand above {against}",
    HierarchyRule.TARGET_IS_OWNER: "nobody stands above the owner of the server",
    HierarchyRule.TARGET_IS_ADMINISTRATOR: "administrators cannot be timed out",
    HierarchyRule.EVERYONE: "every member has @everyone already",
    HierarchyRule.MANAGED: "{against} is handed out by an integration, and by nobody else",
}
"""Each rule in words."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a member may do something to another one or to a role, and what decided it. True in an `if` if so."""

    allowed: bool
    """Whether the member may."""
    rule: HierarchyRule
    """What decided."""
    highest: GuildRoleModel | None = None
    """The highest role of the actor, where ranks decided."""
    against: GuildRoleModel | None = None
    """The role it was held against: of a member, the highest one."""
    permission: Explanation | None = None
    """Why the actor lacks the permission, where it does."""

    def __bool__(self) -> bool:
        return self.allowed

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> str:
        """The same in one plain English sentence, which can be shown to a user; names of roles stand as they are."""
        reason = _REASONS[self.rule].format(highest=role_name(self.highest), against=role_name(self.against))
        if self.permission is not None:
            reason = self.permission.sentence.removesuffix(".")
        return f"{'Allowed' if self.allowed else 'Denied'}: {reason}."


def may_act_on(
    guild: GuildModel | GuildFacts,
    actor: GuildMemberModel | MemberFacts,
    target: GuildMemberModel | MemberFacts,
    permission: Permissions,
    *,
    now: datetime | None = None,
) -> Verdict:
    """Return whether a member may do something to another one, which takes a permission and the higher role.

        if not (verdict := may_act_on(guild, moderator, member, Permissions.BAN_MEMBERS)):
            await interaction.respond(verdict.sentence, ephemeral=True)

    It is asked of kicks, bans, nicknames and timeouts; moving or muting someone in voice takes no rank. Nobody but the
    owner acts on themselves by this rule: to change one's own nickname is another permission, CHANGE_NICKNAME.

    See [Discord Docs/Permission Hierarchy](https://docs.discord.com/developers/topics/permissions#permission-hierarchy).

    Args:
        guild: The guild, with its roles.
        actor: Who acts: a moderator, or the bot itself.
        target: To whom it is done.
        permission: The permission it takes: KICK_MEMBERS, BAN_MEMBERS, MANAGE_NICKNAMES or MODERATE_MEMBERS.
        now: The moment that is asked about, with a time zone; the present one where it is not given.

    Raises:
        MissingField: the guild or a member came in part.
        InvalidRequest: `permission` is not one bit, or `now` has no time zone.
    """
    known, who, whom = guild_facts(guild), member_facts(actor), member_facts(target)
    has = explain(permission, known, who, now=now)
    if not has:
        return Verdict(allowed=False, rule=HierarchyRule.NO_PERMISSION, permission=has)
    if (
        permission == Permissions.MODERATE_MEMBERS
        and guild_permissions(known, whom, now=now) & Permissions.ADMINISTRATOR
    ):
        owner = whom.id == known.owner_id
        rule = HierarchyRule.TARGET_IS_OWNER if owner else HierarchyRule.TARGET_IS_ADMINISTRATOR
        return Verdict(allowed=False, rule=rule)
    if who.id == known.owner_id:
        return Verdict(allowed=True, rule=HierarchyRule.OWNER)
    if whom.id == known.owner_id:
        return Verdict(allowed=False, rule=HierarchyRule.TARGET_IS_OWNER)
    return _by_rank(known, who, highest_role(known, whom), above=outranks(known, who, whom))


def may_edit_role(
    guild: GuildModel | GuildFacts,
    actor: GuildMemberModel | MemberFacts,
    role: GuildRoleModel,
    *,
    now: datetime | None = None,
) -> Verdict:
    """Return whether a member may edit, move or delete a role: with MANAGE_ROLES, those below the highest one.

    Permissions that the actor lacks cannot be granted to the role even so.

    Raises:
        MissingField: the guild or the member came in part.
        InvalidRequest: `now` has no time zone.
    """
    known, who = guild_facts(guild), member_facts(actor)
    has = explain(Permissions.MANAGE_ROLES, known, who, now=now)
    if not has:
        return Verdict(allowed=False, rule=HierarchyRule.NO_PERMISSION, permission=has)
    if who.id == known.owner_id:
        return Verdict(allowed=True, rule=HierarchyRule.OWNER)
    return _by_rank(known, who, role, above=outranks(known, who, role))


def may_assign_role(
    guild: GuildModel | GuildFacts,
    actor: GuildMemberModel | MemberFacts,
    role: GuildRoleModel,
    *,
    now: datetime | None = None,
) -> Verdict:
    """Return whether a member, such as the bot, may give a role to somebody or take it away.

    It takes MANAGE_ROLES and a role above the one in question. `@everyone`, and roles that belong to a bot, to boosts
    or to another integration, are given by nobody.

    Raises:
        MissingField: the guild or the member came in part.
        InvalidRequest: `now` has no time zone.
    """
    known = guild_facts(guild)
    if role.id == known.id:
        return Verdict(allowed=False, rule=HierarchyRule.EVERYONE, against=role)
    if role.managed:
        return Verdict(allowed=False, rule=HierarchyRule.MANAGED, against=role)
    return may_edit_role(known, actor, role, now=now)


def _by_rank(guild: GuildFacts, actor: MemberFacts, against: GuildRoleModel, *, above: bool) -> Verdict:
    rule = HierarchyRule.HIGHER if above else HierarchyRule.NOT_HIGHER
    return Verdict(above, rule, highest_role(guild, actor), against)
