"""Calls of the methods that are about stickers."""

from scurrypy.resources import (
    Sticker,
)
from tests.unit.resources.cases.case import Case, Resources, case

RESOURCES: Resources = {
    "sticker": Sticker,
}

CASES: list[Case] = [
    case("sticker.fetch", 2, to="GET_STICKER", path="/stickers/2"),
    case("sticker.fetch_sticker_packs", to="LIST_STICKER_PACKS", path="/sticker-packs", answer={"sticker_packs": []}),
    case("sticker.fetch_sticker_pack", 2, to="GET_STICKER_PACK", path="/sticker-packs/2"),
]
