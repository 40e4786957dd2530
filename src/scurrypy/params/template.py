"""What can be edited about a template of a guild."""

from typing import Annotated, TypedDict

from scurrypy.wire.limits import Length


class EditGuildTemplateParams(TypedDict, total=False):
    """Changes to a template; what it makes is changed by `GuildTemplate.sync`.

    See [Discord Docs/Modify Guild Template](https://docs.discord.com/developers/resources/guild-template#modify-guild-template).
    """

    name: Annotated[str, Length(1, 100)]
    """Name, 1-100 characters."""
    description: Annotated[str, Length(0, 120)] | None
    """What it is for, at most 120 characters."""
