"""Images of applications and teams."""

from scurrypy.cdn.images import MEDIA, ImageFormat, path, still


def application_icon(application_id: int, icon: str, *, format: ImageFormat = "webp", size: int | None = None) -> str:
    """Return the address of an application's icon.

    Args:
        application_id: Id of the application.
        icon: `icon` of the application.
        format: File format, gif excluded.
        size: Pixels of the longer side: a power of two, 16-4096; None for what Discord chooses.

    Raises:
        InvalidRequest: there is no such format of it, or no such size.
    """
    return still(path("app-icons", application_id, icon), format, size)


def application_cover(
    application_id: int, cover_image: str, *, format: ImageFormat = "webp", size: int | None = None
) -> str:
    """Return the address of an application's cover.

    Args:
        application_id: Id of the application.
        cover_image: `cover_image` of the application.
        format: File format, gif excluded.
        size: Pixels of the longer side: a power of two, 16-4096; None for what Discord chooses.

    Raises:
        InvalidRequest: there is no such format of it, or no such size.
    """
    return still(path("app-icons", application_id, cover_image), format, size)


def application_asset(
    application_id: int, asset_id: int | str, *, format: ImageFormat = "webp", size: int | None = None
) -> str:
    """Return the address of an image that an application can show in activities.

    Args:
        application_id: Id of the application.
        asset_id: Id of the asset.
        format: File format, gif excluded.
        size: Pixels of the longer side: a power of two, 16-4096; None for what Discord chooses.

    Raises:
        InvalidRequest: there is no such format of it, or no such size.
    """
    return still(path("app-assets", application_id, asset_id), format, size)


def achievement_icon(
    application_id: int, achievement_id: int, icon: str, *, format: ImageFormat = "webp", size: int | None = None
) -> str:
    """Return the address of the icon of an achievement.

    Args:
        application_id: Id of the application.
        achievement_id: Id of the achievement.
        icon: Hash of the icon.
        format: File format, gif excluded.
        size: Pixels of the longer side: a power of two, 16-4096; None for what Discord chooses.

    Raises:
        InvalidRequest: there is no such format of it, or no such size.
    """
    return still(
        path("app-assets", application_id, "achievements", achievement_id, "icons", icon),
        format,
        size,
    )


def store_asset(application_id: int, asset_id: int, *, format: ImageFormat = "webp", size: int | None = None) -> str:
    """Return the address of an image on an application's page in the store.

    Args:
        application_id: Id of the application.
        asset_id: Id of the asset.
        format: File format, gif excluded.
        size: Pixels of the longer side: a power of two, 16-4096; None for what Discord chooses.

    Raises:
        InvalidRequest: there is no such format of it, or no such size.
    """
    return still(path("app-assets", application_id, "store", asset_id), format, size)


def team_icon(team_id: int, icon: str, *, format: ImageFormat = "webp", size: int | None = None) -> str:
    """Return the address of a team's icon.

    Args:
        team_id: Id of the team.
        icon: `icon` of the team.
        format: File format, gif excluded.
        size: Pixels of the longer side: a power of two, 16-4096; None for what Discord chooses.

    Raises:
        InvalidRequest: there is no such format of it, or no such size.
    """
    return still(path("team-icons", team_id, icon), format, size)


def activity_image(application_id: int, image: str, *, format: ImageFormat = "webp", size: int | None = None) -> str:
    """Return the address of an image of an activity: an asset of its application, or one from elsewhere.

    See [Discord Docs/Activity Asset Image](https://docs.discord.com/developers/events/gateway-events#activity-object-activity-asset-image).

    Args:
        application_id: Id of the activity's application.
        image: `large_image` or `small_image` of the activity's `assets`.
        format: File format, gif excluded; an image from elsewhere has one of its own.
        size: Pixels of the longer side: a power of two, 16-4096; an image from elsewhere has one of its own.

    Raises:
        InvalidRequest: there is no such format of it, or no such size.
    """
    elsewhere = image.removeprefix("mp:")
    if elsewhere == image:
        return application_asset(application_id, image, format=format, size=size)
    return f"{MEDIA}/{'/'.join(path(part) for part in elsewhere.split('/'))}"
