"""Calls of the methods that are about emojis."""

from scurrypy.api.emoji import ApplicationEmojiPart, GuildEmojiPart
from scurrypy.api.image_data import ImageDataPart
from scurrypy.resources import (
    ApplicationEmoji,
    GuildEmoji,
)
from tests.unit.resources.cases.case import ITEMS, ONE, THREE, Case, Resources, case

IMAGE = ImageDataPart(data=b"\x89PNG\r\n\x1a\n")
IMAGE_SENT = "data:image/png;base64,iVBORw0KGgo="

RESOURCES: Resources = {
    "application_emoji": lambda http: ApplicationEmoji(http, ONE),
    "guild_emoji": lambda http: GuildEmoji(http, ONE),
}

CASES: list[Case] = [
    case("application_emoji.fetch_all", to="LIST_APPLICATION_EMOJIS", path="/applications/1/emojis", answer=ITEMS),
    case("application_emoji.fetch", 2, to="GET_APPLICATION_EMOJI", path="/applications/1/emojis/2"),
    case(
        "application_emoji.create",
        ApplicationEmojiPart("xx", IMAGE),
        to="CREATE_APPLICATION_EMOJI",
        path="/applications/1/emojis",
        data={"name": "xx", "image": IMAGE_SENT},
    ),
    case(
        "application_emoji.edit",
        2,
        kwargs={"name": "yy"},
        to="UPDATE_APPLICATION_EMOJI",
        path="/applications/1/emojis/2",
        data={"name": "yy"},
    ),
    case("application_emoji.delete", 2, to="DELETE_APPLICATION_EMOJI", path="/applications/1/emojis/2"),
    case("guild_emoji.fetch_all", to="LIST_GUILD_EMOJIS", path="/guilds/1/emojis", answer=[]),
    case("guild_emoji.fetch", 2, to="GET_GUILD_EMOJI", path="/guilds/1/emojis/2"),
    case(
        "guild_emoji.create",
        GuildEmojiPart("xx", IMAGE, roles=[THREE]),
        to="CREATE_GUILD_EMOJI",
        path="/guilds/1/emojis",
        data={"name": "xx", "image": IMAGE_SENT, "roles": [3]},
    ),
    case(
        "guild_emoji.edit",
        2,
        kwargs={"roles": None},
        to="UPDATE_GUILD_EMOJI",
        path="/guilds/1/emojis/2",
        data={"roles": None},
    ),
    case("guild_emoji.delete", 2, to="DELETE_GUILD_EMOJI", path="/guilds/1/emojis/2"),
]

AUDITED = {
    "CREATE_GUILD_EMOJI",
    "DELETE_GUILD_EMOJI",
    "UPDATE_GUILD_EMOJI",
}
"""Operations whose documentation takes the header X-Audit-Log-Reason."""
