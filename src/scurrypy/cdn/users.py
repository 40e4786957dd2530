"""Images of users: avatars, banners, decorations, tags."""

from scurrypy.api.user import GuildMemberModel, UserModel
from scurrypy.cdn.images import CDN, ImageFormat, check_size, is_animated, moving, path, still
from scurrypy.wire.errors import InvalidRequest


def user_avatar(
    user_id: int, avatar: str, *, format: ImageFormat = "webp", size: int | None = None, animated: bool = True
) -> str:
    """Return the address of a user's avatar.

    Args:
        user_id: Id of the user.
        avatar: `avatar` of the user.
        format: File format; gif only where the hash begins with `a_`.
        size: Pixels of the longer side: a power of two, 16-4096; None for what Discord chooses.
        animated: Whether a WebP moves where the image does; else it is the first frame.

    Raises:
        InvalidRequest: there is no such format of it, or no such size.
    """
    place = path("avatars", user_id, avatar)
    return moving(place, format, size, moves=is_animated(avatar), animated=animated)


def user_banner(
    user_id: int, banner: str, *, format: ImageFormat = "webp", size: int | None = None, animated: bool = True
) -> str:
    """Return the address of the banner on a user's profile.

    Args:
        user_id: Id of the user.
        banner: `banner` of the user.
        format: File format; gif only where the hash begins with `a_`.
        size: Pixels of the longer side: a power of two, 16-4096; None for what Discord chooses.
        animated: Whether a WebP moves where the image does; else it is the first frame.

    Raises:
        InvalidRequest: there is no such format of it, or no such size.
    """
    place = path("banners", user_id, banner)
    return moving(place, format, size, moves=is_animated(banner), animated=animated)


def member_avatar(
    guild_id: int,
    user_id: int,
    avatar: str,
    *,
    format: ImageFormat = "webp",
    size: int | None = None,
    animated: bool = True,
) -> str:
    """Return the address of the avatar that a member has in one guild.

    Args:
        guild_id: Id of the guild.
        user_id: Id of the user.
        avatar: `avatar` of the member.
        format: File format; gif only where the hash begins with `a_`.
        size: Pixels of the longer side: a power of two, 16-4096; None for what Discord chooses.
        animated: Whether a WebP moves where the image does; else it is the first frame.

    Raises:
        InvalidRequest: there is no such format of it, or no such size.
    """
    place = path("guilds", guild_id, "users", user_id, "avatars", avatar)
    return moving(place, format, size, moves=is_animated(avatar), animated=animated)


def member_banner(
    guild_id: int,
    user_id: int,
    banner: str,
    *,
    format: ImageFormat = "webp",
    size: int | None = None,
    animated: bool = True,
) -> str:
    """Return the address of the banner that a member has in one guild.

    Args:
        guild_id: Id of the guild.
        user_id: Id of the user.
        banner: `banner` of the member.
        format: File format; gif only where the hash begins with `a_`.
        size: Pixels of the longer side: a power of two, 16-4096; None for what Discord chooses.
        animated: Whether a WebP moves where the image does; else it is the first frame.

    Raises:
        InvalidRequest: there is no such format of it, or no such size.
    """
    place = path("guilds", guild_id, "users", user_id, "banners", banner)
    return moving(place, format, size, moves=is_animated(banner), animated=animated)


def guild_tag_badge(guild_id: int, badge: str, *, format: ImageFormat = "webp", size: int | None = None) -> str:
    """Return the address of the badge in the tag of a guild, which users wear behind their names.

    Args:
        guild_id: `identity_guild_id` beside it.
        badge: `badge` of the user's `primary_guild`.
        format: File format, gif excluded.
        size: Pixels of the longer side: a power of two, 16-4096; None for what Discord chooses.

    Raises:
        InvalidRequest: there is no such format of it, or no such size.
    """
    return still(path("guild-tag-badges", guild_id, badge), format, size)


def avatar_decoration(asset: str, *, size: int | None = None) -> str:
    """Return the address of what surrounds a user's avatar: a PNG, which may move.

    Args:
        asset: `asset` of the `avatar_decoration_data`.
        size: Pixels of the longer side: a power of two, 16-4096; None for what Discord chooses.

    Raises:
        InvalidRequest: there is no such size.
    """
    return still(path("avatar-decoration-presets", asset), "png", size)


def default_avatar(user_id: int, discriminator: str | int = 0) -> str:
    """Return the address of the avatar of a user who chose none: a PNG in one size.

    Args:
        user_id: Id of the user, which decides for users with a unique name.
        discriminator: `discriminator` of the user: four digits in the old system of names, 0 in the new one.
    """
    digits = int(discriminator or 0)
    index = digits % 5 if digits else (int(user_id) >> 22) % 6
    return f"{CDN}/embed/avatars/{index}.png"


def display_avatar(
    user: UserModel,
    member: GuildMemberModel | None = None,
    guild_id: int | None = None,
    *,
    format: ImageFormat = "webp",
    size: int | None = None,
    animated: bool = True,
) -> str:
    """Return the address of the avatar that is shown: the member's in the guild, else the user's, else the default one.

        display_avatar(event.author, event.member, event.guild_id, size=128)

    Args:
        user: The user.
        member: The same as a member of a guild.
        guild_id: Id of that guild; needed with `member`.
        format: File format; gif only where the hash begins with `a_`. The default avatar is a PNG in any case.
        size: Pixels of the longer side: a power of two, 16-4096; None for what Discord chooses.
        animated: Whether a WebP moves where the image does; else it is the first frame.

    Raises:
        InvalidRequest: there is no such format of it, or no such size; or the member came without `guild_id`.
    """
    if member is not None and member.avatar is not None:
        if guild_id is None:
            raise InvalidRequest("guild_id", "the guild of the member", None)
        return member_avatar(guild_id, user.id, member.avatar, format=format, size=size, animated=animated)
    if user.avatar is not None:
        return user_avatar(user.id, user.avatar, format=format, size=size, animated=animated)
    check_size(size)
    return default_avatar(user.id, user.discriminator)
