"""Addresses of Discord's images, stickers, sounds and attachments: from ids and hashes, without asking Discord.

    from scurrypy import cdn

    if guild.icon is not None:
        cdn.guild_icon(guild.id, guild.icon, size=256)

Images are WebP where nothing else is asked for, and move where they can. What a format or size cannot be is refused.

See [Discord Docs/Image Formatting](https://docs.discord.com/developers/reference#image-formatting).
"""

from scurrypy.cdn.applications import (
    achievement_icon,
    activity_image,
    application_asset,
    application_cover,
    application_icon,
    store_asset,
    team_icon,
)
from scurrypy.cdn.attachments import attachment_expiry, is_expired, unsigned
from scurrypy.cdn.expressions import custom_emoji, soundboard_sound, sticker, sticker_pack_banner
from scurrypy.cdn.guilds import (
    group_icon,
    guild_banner,
    guild_discovery_splash,
    guild_icon,
    guild_splash,
    role_icon,
    scheduled_event_cover,
)
from scurrypy.cdn.images import CDN, MEDIA, ImageFormat
from scurrypy.cdn.users import (
    avatar_decoration,
    default_avatar,
    display_avatar,
    guild_tag_badge,
    member_avatar,
    member_banner,
    user_avatar,
    user_banner,
)

__all__ = [
    "CDN",
    "MEDIA",
    "ImageFormat",
    "achievement_icon",
    "activity_image",
    "application_asset",
    "application_cover",
    "application_icon",
    "attachment_expiry",
    "avatar_decoration",
    "custom_emoji",
    "default_avatar",
    "display_avatar",
    "group_icon",
    "guild_banner",
    "guild_discovery_splash",
    "guild_icon",
    "guild_splash",
    "guild_tag_badge",
    "is_expired",
    "member_avatar",
    "member_banner",
    "role_icon",
    "scheduled_event_cover",
    "soundboard_sound",
    "sticker",
    "sticker_pack_banner",
    "store_asset",
    "team_icon",
    "unsigned",
    "user_avatar",
    "user_banner",
]
