"""The widget of a guild, for web pages."""

from scurrypy.enums.enum_types import DiscordString


class WidgetImageStyle(DiscordString):
    """Styles of the image that stands for a guild on web pages.

    See [Discord Docs/Widget Style Options](https://docs.discord.com/developers/resources/guild#get-guild-widget-image-widget-style-options).
    """

    SHIELD = "shield"
    """A small badge: Discord's icon and how many are online."""
    BANNER1 = "banner1"
    """Large: icon, name and how many are online, with Discord named beneath."""
    BANNER2 = "banner2"
    """Small: icon, name and how many are online, with Discord's logo on the right."""
    BANNER3 = "banner3"
    """Large: as the first, with Discord's logo and an invitation to chat beneath."""
    BANNER4 = "banner4"
    """Large: Discord's logo above, and a button for joining beneath."""


class WidgetUserDiscriminator(DiscordString):
    """What stands for the discriminator of a user in a guild's widget, where users have no names of their own.

    See [Discord Docs/Guild Widget Object](https://docs.discord.com/developers/resources/guild#guild-widget-object).
    """

    ZEROES = "0000"
    """The only one."""
