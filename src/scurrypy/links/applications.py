"""Links to what an application offers: its page, its shop, its goods.

See [Discord Docs/Linking to Your Store](https://docs.discord.com/developers/monetization/managing-skus#linking-to-your-store).
"""

from scurrypy.links.hosts import SITE


def application_link(application_id: int) -> str:
    """Return the link to the page of an application in Discord's directory."""
    return f"{SITE}/application-directory/{int(application_id)}"


def store_link(application_id: int) -> str:
    """Return the link to the shop of an application."""
    return f"{application_link(application_id)}/store"


def sku_link(application_id: int, sku_id: int) -> str:
    """Return the link to one thing that an application sells."""
    return f"{store_link(application_id)}/{int(sku_id)}"
