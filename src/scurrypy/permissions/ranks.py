"""Which of two roles stands higher."""

from scurrypy.api.guilds.role import GuildRoleModel


def rank(role: GuildRoleModel) -> tuple[int, int]:
    """Return what roles are ordered by, the highest last: their position, and of two in one position the older."""
    return role.position or 0, -role.id
