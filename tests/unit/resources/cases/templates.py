"""Calls of the methods that are about templates of guilds."""

from scurrypy.api.guilds import GuildTemplatePart
from scurrypy.resources import (
    GuildTemplate,
)
from tests.unit.resources.cases.case import ONE, Case, Resources, case

RESOURCES: Resources = {
    "guild_template": lambda http: GuildTemplate(http, ONE),
}

CASES: list[Case] = [
    case("guild_template.fetch_all", to="LIST_GUILD_TEMPLATES", path="/guilds/1/templates", answer=[]),
    case("guild_template.fetch", "abc", to="GET_GUILD_TEMPLATE", path="/guilds/templates/abc"),
    case(
        "guild_template.create",
        GuildTemplatePart("x"),
        to="CREATE_GUILD_TEMPLATE",
        path="/guilds/1/templates",
        data={"name": "x"},
    ),
    case("guild_template.sync", "abc", to="SYNC_GUILD_TEMPLATE", path="/guilds/1/templates/abc"),
    case(
        "guild_template.edit",
        "abc",
        kwargs={"description": None},
        to="UPDATE_GUILD_TEMPLATE",
        path="/guilds/1/templates/abc",
        data={"description": None},
    ),
    case("guild_template.delete", "abc", to="DELETE_GUILD_TEMPLATE", path="/guilds/1/templates/abc"),
]
