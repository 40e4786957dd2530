"""Stickers, and the packs they come in."""

from typing import Annotated, TypeAlias

from scurrypy.api.user import UserModel
from scurrypy.enums.guild import StickerFormatType, StickerType
from scurrypy.wire.limits import Length, Pattern
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED

StickerDescription: TypeAlias = Annotated[
    str, Length(0, 100), Pattern(r"(?s:|.{2,})", "empty, or at least 2 characters")
]
"""What a sticker shows, empty or 2-100 characters."""


class StickerModel(DataModel):
    """A sticker.

    See [Discord Docs/Sticker Object](https://docs.discord.com/developers/resources/sticker#sticker-object).
    """

    id: Snowflake = REQUIRED
    """Id of the sticker."""
    pack_id: Snowflake | None = None
    """Id of its pack; standard stickers only."""
    name: str = REQUIRED
    """Name."""
    description: str | None = None
    """What it shows; None where nobody said."""
    tags: str = REQUIRED
    """Words that find it, at most 200 characters."""
    type: StickerType = REQUIRED
    """Where it comes from."""
    format_type: StickerFormatType | None = None
    """File format."""
    available: bool | None = None
    """Whether it can be used; not after a loss of boosts."""
    guild_id: Snowflake | None = None
    """Guild that owns it."""
    user: UserModel | None = None
    """Who uploaded it."""
    sort_type: int | None = None
    """ScurryPy 2's name of `sort_value`; never sent by Discord."""
    sort_value: int | None = None
    """Place in its pack."""


class StickerItemModel(DataModel):
    """What is needed to show a sticker.

    See [Discord Docs/Sticker Item Object](https://docs.discord.com/developers/resources/sticker#sticker-item-object).
    """

    id: Snowflake = REQUIRED
    """Id of the sticker."""
    name: str = REQUIRED
    """Name."""
    format_type: StickerFormatType = REQUIRED
    """File format."""


class StickerPackModel(DataModel):
    """Standard stickers that belong together.

    See [Discord Docs/Sticker Pack Object](https://docs.discord.com/developers/resources/sticker#sticker-pack-object).
    """

    id: Snowflake = REQUIRED
    """Id of the pack."""
    stickers: list[StickerModel] = REQUIRED
    """Its stickers."""
    name: str = REQUIRED
    """Name."""
    sku_id: Snowflake = REQUIRED
    """SKU of the pack."""
    cover_sticker_id: Snowflake | None = None
    """Sticker that stands for the pack."""
    description: str | None = None
    """What is in it."""
    banner_asset_id: Snowflake | None = None
    """Id of its banner."""


class StickerPart(DataModel):
    """A sticker to be created in a guild.

    See [Discord Docs/Create Guild Sticker](https://docs.discord.com/developers/resources/sticker#create-guild-sticker).
    """

    _needed = ("name", "tags")

    name: Annotated[str, Length(2, 30)] | None = None
    """Name, 2-30 characters."""
    description: StickerDescription | None = None
    """What it shows, 2-100 characters, or empty."""
    tags: Annotated[str, Length(1, 200)] | None = None
    """Words that find it, at most 200 characters."""
