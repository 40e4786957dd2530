"""Of a guild and its members, what decides who may do what."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Self

from scurrypy.api.guilds.guild import GuildModel
from scurrypy.api.guilds.role import GuildRoleModel
from scurrypy.api.user import GuildMemberModel
from scurrypy.wire.errors import MissingField
from scurrypy.wire.moments import or_now


@dataclass(frozen=True, slots=True)
class GuildFacts:
    """A guild as far as permissions go: who owns it, and its roles.

    Every function of this package takes it in place of a `GuildModel`, for those who keep only a part of the guild:

        facts = GuildFacts(guild_id, owner_id, role_cache.roles[guild_id].values())

    Whoever asks often makes it once, as a `GuildModel` is looked through anew for each question.
    """

    id: int
    """Id of the guild, and of its role `@everyone`."""
    owner_id: int
    """Who owns it."""
    roles: Collection[GuildRoleModel]
    """Its roles, `@everyone` among them; of each, `id`, `permissions`, `position` and `name` are read."""
    _by_id: dict[int, GuildRoleModel] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {int(role.id): role for role in self.roles})

    @classmethod
    def of(cls, guild: GuildModel) -> Self:
        """Return what decides in `guild`.

        Raises:
            MissingField: it came in part, without its roles or its owner, as it does in interactions and invites.
        """
        for name in ("id", "owner_id", "roles"):
            if getattr(guild, name) is None:
                raise MissingField(f"guild.{name}: Discord sent a part of the guild only, and permissions need it")
        return cls(guild.id, guild.owner_id, guild.roles)

    @property
    def everyone(self) -> GuildRoleModel:
        """The role that every member has.

        Raises:
            MissingField: it is not among the roles.
        """
        role = self._by_id.get(self.id)
        if role is None:
            raise MissingField(f"guild.roles: @everyone, whose id is {self.id}, is not among them")
        return role

    def role(self, role_id: int) -> GuildRoleModel | None:
        """Return the role of an id; None where the guild has none, as when it was just deleted."""
        return self._by_id.get(role_id)


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """A member as far as permissions go: who it is, the roles, and a timeout.

    Every function of this package takes it in place of a `GuildMemberModel`. The members of messages and of resolved
    data come without their user, so there it is needed:

        who = MemberFacts.of(event.member, event.author.id)
    """

    id: int
    """Id of the user."""
    roles: Collection[int] = ()
    """Ids of the roles, with or without `@everyone`."""
    timed_out_until: datetime | None = None
    """Until when the member is timed out, with a time zone; None for not at all. May lie in the past."""

    @classmethod
    def of(cls, member: GuildMemberModel, user_id: int | None = None) -> Self:
        """Return what decides about `member`.

        Args:
            member: The member.
            user_id: Id of the user; taken from the member where it is not given.

        Raises:
            MissingField: the id is not given, and the member came without `user`; or it came without `roles`.
        """
        if user_id is None:
            if getattr(member, "user", None) is None:
                raise MissingField("member.user: Discord left it out here; MemberFacts.of(member, user_id) tells it")
            user_id = member.user.id
        if getattr(member, "roles", None) is None:
            raise MissingField("member.roles: Discord sent a part of the member only, and permissions need them")
        until = member.communication_disabled_until
        return cls(user_id, member.roles, None if until is None else datetime.fromisoformat(until))

    def is_timed_out(self, now: datetime | None = None) -> bool:
        """Return whether a timeout holds the member.

        Args:
            now: The moment that is asked about, with a time zone; the present one where it is not given.
        """
        return self.timed_out_until is not None and self.timed_out_until > or_now(now)


def guild_facts(guild: GuildModel | GuildFacts) -> GuildFacts:
    """Return what decides in a guild, given whole or as what decides."""
    return guild if isinstance(guild, GuildFacts) else GuildFacts.of(guild)


def member_facts(member: GuildMemberModel | MemberFacts) -> MemberFacts:
    """Return what decides about a member, given whole or as what decides."""
    return member if isinstance(member, MemberFacts) else MemberFacts.of(member)
