"""Addresses of images, against every line of the table in Discord's reference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scurrypy import cdn
from scurrypy.api import GuildMemberModel, UserModel
from scurrypy.enums import StickerFormatType
from scurrypy.wire.errors import InvalidRequest
from scurrypy.wire.snowflake import Snowflake

BASE = "https://cdn.discordapp.com"

STILL = [
    (cdn.guild_splash, (1, "h"), "splashes/1/h"),
    (cdn.guild_discovery_splash, (1, "h"), "discovery-splashes/1/h"),
    (cdn.application_icon, (1, "h"), "app-icons/1/h"),
    (cdn.application_cover, (1, "h"), "app-icons/1/h"),
    (cdn.application_asset, (1, 2), "app-assets/1/2"),
    (cdn.activity_image, (1, "2"), "app-assets/1/2"),
    (cdn.achievement_icon, (1, 2, "h"), "app-assets/1/achievements/2/icons/h"),
    (cdn.store_asset, (1, 2), "app-assets/1/store/2"),
    (cdn.sticker_pack_banner, (2,), "app-assets/710982414301790216/store/2"),
    (cdn.team_icon, (1, "h"), "team-icons/1/h"),
    (cdn.role_icon, (1, "h"), "role-icons/1/h"),
    (cdn.scheduled_event_cover, (1, "h"), "guild-events/1/h"),
    (cdn.guild_tag_badge, (1, "h"), "guild-tag-badges/1/h"),
    (cdn.group_icon, (1, "h"), "channel-icons/1/h"),
]
MOVING = [
    (cdn.guild_icon, (1,), "icons/1"),
    (cdn.guild_banner, (1,), "banners/1"),
    (cdn.user_banner, (1,), "banners/1"),
    (cdn.user_avatar, (1,), "avatars/1"),
    (cdn.member_avatar, (1, 2), "guilds/1/users/2/avatars"),
    (cdn.member_banner, (1, 2), "guilds/1/users/2/banners"),
]
SIZES = [1 << power for power in range(4, 13)]


@pytest.mark.parametrize(("make", "arguments", "path"), STILL)
def test_images_that_never_move_have_three_formats(make, arguments, path):
    assert make(*arguments) == f"{BASE}/{path}.webp"
    for format in ("webp", "png", "jpeg", "jpg"):
        assert make(*arguments, format=format, size=64) == f"{BASE}/{path}.{format}?size=64"
    for refused in ("gif", "json", "", "PNG"):
        with pytest.raises(InvalidRequest, match="format"):
            make(*arguments, format=refused)


@pytest.mark.parametrize(("make", "ids", "path"), MOVING)
def test_images_that_may_move_are_gif_or_moving_webp_only_where_they_do(make, ids, path):
    assert make(*ids, "h") == f"{BASE}/{path}/h.webp"
    assert make(*ids, "h", format="jpeg") == f"{BASE}/{path}/h.jpeg"
    with pytest.raises(InvalidRequest, match="does not move"):
        make(*ids, "h", format="gif")
    with pytest.raises(InvalidRequest, match="format"):
        make(*ids, "a_h", format="apng")
    assert make(*ids, "a_h") == f"{BASE}/{path}/a_h.webp?animated=true"
    assert make(*ids, "a_h", size=32) == f"{BASE}/{path}/a_h.webp?animated=true&size=32"
    assert make(*ids, "a_h", animated=False) == f"{BASE}/{path}/a_h.webp"
    assert make(*ids, "a_h", format="gif", size=16) == f"{BASE}/{path}/a_h.gif?size=16"
    assert make(*ids, "a_h", format="png") == f"{BASE}/{path}/a_h.png"


def test_emojis_move_where_they_are_animated():
    assert cdn.custom_emoji(1) == f"{BASE}/emojis/1.webp"
    assert cdn.custom_emoji(1, format="png", size=128) == f"{BASE}/emojis/1.png?size=128"
    assert cdn.custom_emoji(1, animated=True) == f"{BASE}/emojis/1.webp?animated=true"
    assert cdn.custom_emoji(1, animated=True, format="gif") == f"{BASE}/emojis/1.gif"
    with pytest.raises(InvalidRequest):
        cdn.custom_emoji(1, format="gif")


def test_a_decoration_is_a_png():
    assert cdn.avatar_decoration("a_h") == f"{BASE}/avatar-decoration-presets/a_h.png"
    assert cdn.avatar_decoration("a_h", size=64).endswith(".png?size=64")


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        (StickerFormatType.PNG, f"{BASE}/stickers/1.png"),
        (StickerFormatType.APNG, f"{BASE}/stickers/1.png"),
        (StickerFormatType.LOTTIE, f"{BASE}/stickers/1.json"),
        (StickerFormatType.GIF, "https://media.discordapp.net/stickers/1.gif"),
    ],
)
def test_a_sticker_has_the_one_format_it_was_made_in(kind, address):
    assert cdn.sticker(1, kind) == address


def test_a_sticker_of_an_unknown_format_is_refused():
    with pytest.raises(InvalidRequest):
        cdn.sticker(1, StickerFormatType(99))


def test_sounds_have_no_ending():
    assert cdn.soundboard_sound(1) == f"{BASE}/soundboard-sounds/1"


def test_an_image_of_an_activity_may_come_from_elsewhere():
    assert cdn.activity_image(1, "mp:external/a b/https/c.png") == (
        "https://media.discordapp.net/external/a%20b/https/c.png"
    )


@given(st.integers(-10, 5000))
def test_a_size_is_a_power_of_two_from_16_to_4096(size):
    if size in SIZES:
        assert cdn.user_avatar(1, "h", size=size).endswith(f"?size={size}")
    else:
        with pytest.raises(InvalidRequest, match="a power of two, 16-4096"):
            cdn.user_avatar(1, "h", size=size)


@given(st.text(min_size=1).filter(lambda text: text not in (".", "..")))
def test_whatever_stands_for_a_hash_stays_within_its_segment(hash):
    address = cdn.role_icon(Snowflake(1), hash)
    segment = address.removeprefix(f"{BASE}/role-icons/1/").removesuffix(".webp")
    assert not set(segment) & set("/?#\\ &\n")
    assert segment.isascii()


@pytest.mark.parametrize("hash", ["", ".", ".."])
def test_a_hash_that_leads_elsewhere_is_refused(hash):
    with pytest.raises(InvalidRequest):
        cdn.guild_icon(1, hash)


@pytest.mark.parametrize(
    ("user_id", "discriminator", "index"),
    [(80351110224678912, "1337", 2), (80351110224678912, "0", 5), (80351110224678912, 0, 5), (1 << 22, "", 1)],
)
def test_the_default_avatar_follows_the_users_system_of_names(user_id, discriminator, index):
    assert cdn.default_avatar(user_id, discriminator) == f"{BASE}/embed/avatars/{index}.png"


def test_the_avatar_that_is_shown_is_the_most_particular_one():
    plain = UserModel.from_dict({"id": "4194304", "discriminator": "0", "avatar": None})
    pictured = UserModel.from_dict({"id": "4194304", "discriminator": "0", "avatar": "u"})
    member = GuildMemberModel.from_dict({"roles": [], "avatar": "a_m"})
    bare = GuildMemberModel.from_dict({"roles": [], "avatar": None})
    assert cdn.display_avatar(plain) == plain.avatar_url == f"{BASE}/embed/avatars/1.png"
    assert cdn.display_avatar(pictured, bare, 9, size=64) == f"{BASE}/avatars/4194304/u.webp?size=64"
    assert cdn.display_avatar(pictured, member, 9, format="gif") == f"{BASE}/guilds/9/users/4194304/avatars/a_m.gif"
    with pytest.raises(InvalidRequest, match="guild_id"):
        cdn.display_avatar(pictured, member)
    with pytest.raises(InvalidRequest, match="size"):
        cdn.display_avatar(plain, size=5)
