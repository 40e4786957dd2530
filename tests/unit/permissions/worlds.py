"""Guilds, members and channels as Discord sends them, few fields each."""

from datetime import UTC, datetime, timedelta

from scurrypy.api import GuildMemberModel
from scurrypy.api.channels import ChannelModel
from scurrypy.api.guilds import GuildModel, GuildRoleModel
from scurrypy.enums import ChannelType, Permissions

GUILD, OWNER, USER, OTHER = 10, 1, 2, 3
NOW = datetime(2026, 1, 2, 12, 0, tzinfo=UTC)
LATER, EARLIER = NOW + timedelta(minutes=5), NOW - timedelta(microseconds=1)


def role(id: int, permissions: int = 0, position: int = 0, name: str | None = None, **more: object) -> GuildRoleModel:
    return GuildRoleModel.from_dict(
        {"id": str(id), "permissions": str(int(permissions)), "position": position, "name": name or f"r{id}", **more}
    )


def guild(everyone: int = 0, *roles: GuildRoleModel) -> GuildModel:
    return GuildModel(id=GUILD, owner_id=OWNER, roles=[role(GUILD, everyone, name="@everyone"), *roles])


def member(*roles: int, id: int = USER, until: datetime | None = None) -> GuildMemberModel:
    return GuildMemberModel.from_dict(
        {
            "roles": [str(each) for each in roles],
            "user": {"id": str(id)},
            "communication_disabled_until": None if until is None else until.isoformat(),
        }
    )


def overwrite(id: int, allow: int = 0, deny: int = 0) -> dict[str, object]:
    kind = 1 if id in (OWNER, USER, OTHER) else 0
    return {"id": str(id), "type": kind, "allow": str(int(allow)), "deny": str(int(deny))}


def channel(*overwrites: dict[str, object], type: int = ChannelType.GUILD_TEXT, **more: object) -> ChannelModel:
    plain = {"id": "50", "guild_id": str(GUILD), "type": int(type), "permission_overwrites": list(overwrites)}
    return ChannelModel.from_dict({**plain, **more})


def thread(type: int = ChannelType.PUBLIC_THREAD) -> ChannelModel:
    return ChannelModel.from_dict({"id": "60", "guild_id": str(GUILD), "type": int(type), "parent_id": "50"})


def names(permissions: Permissions) -> set[str]:
    return {str(each.name) for each in permissions}
