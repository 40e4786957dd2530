"""Colours: numbers as Discord takes them, made from what people write, and the colours that Discord itself uses.

    from scurrypy import colors

    Embed(title="Done", color=colors.GREEN)
    GuildRolePart(name="Sea", color=colors.Color.from_hex("#1abc9c"))

A `Color` is an `int`, so it goes wherever a field or parameter takes a colour.
"""

import colorsys
import re
from random import Random
from typing import Final, Self

from scurrypy.wire.errors import InvalidRequest

_HEX = re.compile(r"(?:#|0x)?([0-9a-f]{6}|[0-9a-f]{3})", re.IGNORECASE)


def _check_number(value: object) -> None:
    if not isinstance(value, int):
        raise InvalidRequest("color", "a number; Color.from_hex reads text such as #5865F2", type(value).__name__)


class Color(int):
    """A colour as an RGB number, 0-0xFFFFFF.

    See [Discord Docs/Role Colors](https://docs.discord.com/developers/topics/permissions#role-object-role-colors-object).
    """

    __slots__ = ()

    def __new__(cls, value: int = 0) -> Self:
        """Return the colour of an RGB number.

        Raises:
            InvalidRequest: the number is below 0 or above 0xFFFFFF, or is none; `from_hex` reads text.
        """
        _check_number(value)
        if not 0 <= value <= 0xFFFFFF:
            raise InvalidRequest("color", "0-16777215", value)
        return super().__new__(cls, value)

    @classmethod
    def from_hex(cls, text: str) -> Self:
        """Return the colour that is written as in `#5865F2`, `5865f2`, `0x5865F2`, or in short as in `#FA0`.

        Raises:
            InvalidRequest: the text is none of these.
        """
        match = _HEX.fullmatch(text.strip())
        if match is None:
            raise InvalidRequest("color", "3 or 6 hexadecimal digits, as in #5865F2", text)
        digits = match[1]
        return cls(int(digits if len(digits) == 6 else "".join(digit * 2 for digit in digits), 16))

    @classmethod
    def from_rgb(cls, red: int, green: int, blue: int) -> Self:
        """Return the colour of a red, a green and a blue part, each 0-255.

        Raises:
            InvalidRequest: a part is outside of that.
        """
        for name, part in (("red", red), ("green", green), ("blue", blue)):
            if not 0 <= part <= 255:
                raise InvalidRequest(name, "0-255", part)
        return cls(red << 16 | green << 8 | blue)

    @classmethod
    def from_hsv(cls, hue: float, saturation: float = 1.0, value: float = 1.0) -> Self:
        """Return the colour of a place on the colour wheel.

        Args:
            hue: Degrees from red; 120 is green, 240 blue, and 360 is red again.
            saturation: From 0, grey, to 1.
            value: From 0, black, to 1.

        Raises:
            InvalidRequest: saturation or value are outside of that.
        """
        for name, part in (("saturation", saturation), ("value", value)):
            if not 0 <= part <= 1:
                raise InvalidRequest(name, "0-1", part)
        red, green, blue = colorsys.hsv_to_rgb(hue / 360 % 1, saturation, value)
        return cls.from_rgb(round(red * 255), round(green * 255), round(blue * 255))

    @classmethod
    def random(cls, rng: Random) -> Self:
        """Return a colour that `rng` draws; every colour is as likely as any other.

        For colours that are always bright, draw the hue alone: `Color.from_hsv(rng.uniform(0, 360))`.
        """
        return cls(rng.randrange(0x1000000))

    @property
    def hex(self) -> str:
        """The colour as CSS writes it, such as `#5865F2`."""
        return f"#{int(self):06X}"

    @property
    def rgb(self) -> tuple[int, int, int]:
        """Its red, green and blue part, each 0-255."""
        return self >> 16, self >> 8 & 0xFF, self & 0xFF

    @property
    def hsv(self) -> tuple[float, float, float]:
        """Its hue in degrees, 0-360, and its saturation and value, 0-1."""
        red, green, blue = self.rgb
        hue, saturation, value = colorsys.rgb_to_hsv(red / 255, green / 255, blue / 255)
        return hue * 360, saturation, value

    def __repr__(self) -> str:
        return f"Color(0x{int(self):06X})"

    def __str__(self) -> str:
        return int.__repr__(self)


BLURPLE: Final = Color(0x5865F2)
"""Discord's own blue."""
GREEN: Final = Color(0x57F287)
"""Green of Discord's brand."""
YELLOW: Final = Color(0xFEE75C)
"""Yellow of Discord's brand."""
FUCHSIA: Final = Color(0xEB459E)
"""Fuchsia of Discord's brand."""
RED: Final = Color(0xED4245)
"""Red of Discord's brand."""
WHITE: Final = Color(0xFFFFFF)
"""White."""
BLACK: Final = Color(0x000000)
"""Black in an embed; a role with this number has no colour."""
GREYPLE: Final = Color(0x99AAB5)
"""Grey in which a role without a colour is shown."""
OLD_BLURPLE: Final = Color(0x7289DA)
"""Discord's own blue until 2021."""

ROLE_TEAL: Final = Color(0x1ABC9C)
"""Teal of the palette for roles."""
ROLE_GREEN: Final = Color(0x2ECC71)
"""Green of the palette for roles."""
ROLE_BLUE: Final = Color(0x3498DB)
"""Blue of the palette for roles."""
ROLE_PURPLE: Final = Color(0x9B59B6)
"""Purple of the palette for roles."""
ROLE_PINK: Final = Color(0xE91E63)
"""Pink of the palette for roles."""
ROLE_GOLD: Final = Color(0xF1C40F)
"""Gold of the palette for roles."""
ROLE_ORANGE: Final = Color(0xE67E22)
"""Orange of the palette for roles."""
ROLE_RED: Final = Color(0xE74C3C)
"""Red of the palette for roles."""
ROLE_GREY: Final = Color(0x95A5A6)
"""Grey of the palette for roles."""
ROLE_SLATE: Final = Color(0x607D8B)
"""Blue grey of the palette for roles."""
ROLE_DARK_TEAL: Final = Color(0x11806A)
"""Dark teal of the palette for roles."""
ROLE_DARK_GREEN: Final = Color(0x1F8B4C)
"""Dark green of the palette for roles."""
ROLE_DARK_BLUE: Final = Color(0x206694)
"""Dark blue of the palette for roles."""
ROLE_DARK_PURPLE: Final = Color(0x71368A)
"""Dark purple of the palette for roles."""
ROLE_DARK_PINK: Final = Color(0xAD1457)
"""Dark pink of the palette for roles."""
ROLE_DARK_GOLD: Final = Color(0xC27C0E)
"""Dark gold of the palette for roles."""
ROLE_DARK_ORANGE: Final = Color(0xA84300)
"""Dark orange of the palette for roles."""
ROLE_DARK_RED: Final = Color(0x992D22)
"""Dark red of the palette for roles."""
ROLE_DARK_GREY: Final = Color(0x979C9F)
"""Dark grey of the palette for roles."""
ROLE_DARK_SLATE: Final = Color(0x546E7A)
"""Dark blue grey of the palette for roles."""

ROLE_PRESETS: Final[tuple[Color, ...]] = (
    ROLE_TEAL, ROLE_GREEN, ROLE_BLUE, ROLE_PURPLE, ROLE_PINK, ROLE_GOLD, ROLE_ORANGE, ROLE_RED, ROLE_GREY, ROLE_SLATE,
    ROLE_DARK_TEAL, ROLE_DARK_GREEN, ROLE_DARK_BLUE, ROLE_DARK_PURPLE, ROLE_DARK_PINK, ROLE_DARK_GOLD,
    ROLE_DARK_ORANGE, ROLE_DARK_RED, ROLE_DARK_GREY, ROLE_DARK_SLATE,
)  # fmt: skip
"""The palette that clients offer for roles, the bright row first."""

HOLOGRAPHIC: Final[tuple[Color, Color, Color]] = (Color(0xA9C9FF), Color(0xFFBBEC), Color(0xFFC3A0))
"""First, second and third colour of a holographic role: the one set that Discord takes with a third colour.

`GuildRoleColorsPart(*HOLOGRAPHIC)` has them in order; the guild needs the feature `ENHANCED_ROLE_COLORS`.
"""
