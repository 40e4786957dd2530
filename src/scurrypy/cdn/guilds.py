"""Images of guilds and what is in them."""

from scurrypy.cdn.images import ImageFormat, is_animated, moving, path, still


def guild_icon(
    guild_id: int, icon: str, *, format: ImageFormat = "webp", size: int | None = None, animated: bool = True
) -> str:
    """Return the address of a guild's icon.

    Args:
        guild_id: Id of the guild.
        icon: `icon` of the guild.
        format: File format; gif only where the hash begins with `a_`.
        size: Pixels of the longer side: a power of two, 16-4096; None for what Discord chooses.
        animated: Whether a WebP moves where the image does; else it is the first frame.

    Raises:
        InvalidRequest: there is no such format of it, or no such size.
    """
    place = path("icons", guild_id, icon)
    return moving(place, format, size, moves=is_animated(icon), animated=animated)


def guild_splash(guild_id: int, splash: str, *, format: ImageFormat = "webp", size: int | None = None) -> str:
    """Return the address of the background of a guild's invites.

    Args:
        guild_id: Id of the guild.
        splash: `splash` of the guild.
        format: File format, gif excluded.
        size: Pixels of the longer side: a power of two, 16-4096; None for what Discord chooses.

    Raises:
        InvalidRequest: there is no such format of it, or no such size.
    """
    return still(path("splashes", guild_id, splash), format, size)


def guild_discovery_splash(
    guild_id: int, discovery_splash: str, *, format: ImageFormat = "webp", size: int | None = None
) -> str:
    """Return the address of a guild's background in the directory.

    Args:
        guild_id: Id of the guild.
        discovery_splash: `discovery_splash` of the guild.
        format: File format, gif excluded.
        size: Pixels of the longer side: a power of two, 16-4096; None for what Discord chooses.

    Raises:
        InvalidRequest: there is no such format of it, or no such size.
    """
    return still(
        path("discovery-splashes", guild_id, discovery_splash),
        format,
        size,
    )


def guild_banner(
    guild_id: int, banner: str, *, format: ImageFormat = "webp", size: int | None = None, animated: bool = True
) -> str:
    """Return the address of a guild's banner.

    Args:
        guild_id: Id of the guild.
        banner: `banner` of the guild.
        format: File format; gif only where the hash begins with `a_`.
        size: Pixels of the longer side: a power of two, 16-4096; None for what Discord chooses.
        animated: Whether a WebP moves where the image does; else it is the first frame.

    Raises:
        InvalidRequest: there is no such format of it, or no such size.
    """
    place = path("banners", guild_id, banner)
    return moving(place, format, size, moves=is_animated(banner), animated=animated)


def role_icon(role_id: int, icon: str, *, format: ImageFormat = "webp", size: int | None = None) -> str:
    """Return the address of a role's icon.

    Args:
        role_id: Id of the role.
        icon: `icon` of the role.
        format: File format, gif excluded.
        size: Pixels of the longer side: a power of two, 16-4096; None for what Discord chooses.

    Raises:
        InvalidRequest: there is no such format of it, or no such size.
    """
    return still(path("role-icons", role_id, icon), format, size)


def scheduled_event_cover(
    scheduled_event_id: int, image: str, *, format: ImageFormat = "webp", size: int | None = None
) -> str:
    """Return the address of the cover of a scheduled event.

    Args:
        scheduled_event_id: Id of the scheduled event.
        image: `image` of the scheduled event.
        format: File format, gif excluded.
        size: Pixels of the longer side: a power of two, 16-4096; None for what Discord chooses.

    Raises:
        InvalidRequest: there is no such format of it, or no such size.
    """
    return still(path("guild-events", scheduled_event_id, image), format, size)


def group_icon(channel_id: int, icon: str, *, format: ImageFormat = "webp", size: int | None = None) -> str:
    """Return the address of the icon of a group of direct messages.

    Args:
        channel_id: Id of the group.
        icon: `icon` of the channel.
        format: File format, gif excluded.
        size: Pixels of the longer side: a power of two, 16-4096; None for what Discord chooses.

    Raises:
        InvalidRequest: there is no such format of it, or no such size.
    """
    return still(path("channel-icons", channel_id, icon), format, size)
