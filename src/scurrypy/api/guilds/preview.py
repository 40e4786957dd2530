"""What anyone may know of a guild."""

from scurrypy.api.emoji import EmojiModel
from scurrypy.api.sticker import StickerModel
from scurrypy.enums.guild import GuildFeature
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class GuildPreviewModel(DataModel):
    """What anyone may know of a discoverable guild.

    See [Discord Docs/Guild Preview Object](https://docs.discord.com/developers/resources/guild#guild-preview-object).
    """

    id: Snowflake = REQUIRED
    """Id of the guild."""
    name: str = REQUIRED
    """Name."""
    icon: str | None = None
    """Hash of the icon; None where there is none."""
    splash: str | None = None
    """Hash of the background of invites; None where there is none."""
    discovery_splash: str | None = None
    """Hash of the background in the directory; None where there is none."""
    emojis: list[EmojiModel] = REQUIRED
    """Custom emojis."""
    features: list[GuildFeature] = REQUIRED
    """What is switched on or was granted."""
    approximate_member_count: int = REQUIRED
    """About how many members."""
    approximate_presence_count: int = REQUIRED
    """About how many are online."""
    description: str | None = None
    """What it is for; None where nobody said."""
    stickers: list[StickerModel] = REQUIRED
    """Custom stickers."""
    home_header: str | None = None
    """Hash of the image above the server guide."""
