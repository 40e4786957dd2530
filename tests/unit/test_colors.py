"""Colours, checked against `colorsys` and the figures of Discord's documentation."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scurrypy import colors
from scurrypy.api.components import Container
from scurrypy.api.guilds import GuildRoleColorsPart, GuildRolePart
from scurrypy.api.messages import Embed
from scurrypy.colors import Color
from scurrypy.wire import codec
from scurrypy.wire.errors import InvalidRequest

COLORS = st.integers(0, 0xFFFFFF).map(Color)


@given(COLORS)
def test_a_colour_survives_each_way_of_writing_it(color):
    assert Color.from_hex(color.hex) == color
    assert Color.from_hex(color.hex.lower().removeprefix("#")) == color
    assert Color.from_rgb(*color.rgb) == color
    assert Color.from_hsv(*color.hsv) == color


@pytest.mark.parametrize(
    ("text", "number"),
    [("#5865F2", 0x5865F2), ("0x5865f2", 0x5865F2), (" 000000 ", 0), ("#fa0", 0xFFAA00), ("FFF", 0xFFFFFF)],
)
def test_colours_are_read_as_people_write_them(text, number):
    assert Color.from_hex(text) == number


@pytest.mark.parametrize("text", ["", "#", "#12345", "#1234567", "blue", "#12 345", "0x", "-12345", "#\uff11" * 3])
def test_what_is_no_colour_is_refused(text):
    with pytest.raises(InvalidRequest, match="hexadecimal"):
        Color.from_hex(text)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Color(-1),
        lambda: Color(0x1000000),
        lambda: Color.from_rgb(256, 0, 0),
        lambda: Color.from_rgb(0, 0, -1),
        lambda: Color.from_hsv(0, 1.1),
        lambda: Color.from_hsv(0, 1, -0.1),
    ],
)
def test_a_part_out_of_its_range_is_refused(make):
    with pytest.raises(InvalidRequest):
        make()


def test_the_wheel_of_hues_goes_round():
    names = [(0, "#FF0000"), (60, "#FFFF00"), (120, "#00FF00"), (240, "#0000FF"), (360, "#FF0000"), (-120, "#0000FF")]
    for hue, name in names:
        assert Color.from_hsv(hue).hex == name
    assert Color.from_hsv(77, 0, 0.5).rgb == (128, 128, 128)


def test_the_same_generator_draws_the_same_colours():
    drawn = [Color.random(Random(7)) for _ in range(2)]
    assert drawn[0] == drawn[1]
    rng = Random(1)
    assert len({Color.random(rng) for _ in range(100)}) == 100


def test_a_colour_goes_wherever_a_field_takes_one():
    sent = codec.encode(
        [
            Embed(color=colors.BLURPLE).to_dict(),
            GuildRolePart(color=colors.ROLE_TEAL, colors=GuildRoleColorsPart(*colors.HOLOGRAPHIC)).to_dict(),
            Container(accent_color=colors.RED).to_dict(),
        ]
    )
    embed, role, container = codec.decode(sent)
    assert embed["color"] == 5793266
    assert role["color"] == 1752220
    assert container["accent_color"] == 15548997
    # The three numbers that the documentation names for the holographic style.
    assert list(role["colors"].values()) == [11127295, 16759788, 16761760]


def test_the_palette_for_roles_has_two_rows_of_ten():
    assert len(set(colors.ROLE_PRESETS)) == 20
    assert all(type(color) is Color for color in colors.ROLE_PRESETS)
    assert repr(colors.BLURPLE) == "Color(0x5865F2)"
    assert f"{colors.BLURPLE}" == "5793266"


@pytest.mark.parametrize("value", ["#fff", 1.5, None])
def test_a_colour_that_is_no_number_is_refused_with_the_way_to_read_text(value):
    with pytest.raises(InvalidRequest, match=r"Color\.from_hex reads text"):
        Color(value)
