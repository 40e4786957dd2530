"""The invite whose code a guild chose itself."""

from scurrypy.wire.model import DataModel
from scurrypy.wire.types import REQUIRED


class VanityURLErrorModel(DataModel):
    """Why a guild's own invite does not work."""

    message: str = REQUIRED
    """The reason in words."""
    code: int = REQUIRED
    """Discord's code of the reason."""


class VanityURLModel(DataModel):
    """The invite whose code a guild chose itself.

    See [Discord Docs/Get Guild Vanity URL](https://docs.discord.com/developers/resources/guild#get-guild-vanity-url).
    """

    code: str | None = None
    """Code of the invite; None where the guild chose none."""
    uses: int = REQUIRED
    """How often it was used."""
    error: VanityURLErrorModel | None = None
    """Why it does not work; None where it does."""
