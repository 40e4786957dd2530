"""Templates: codes that make guilds like the one they were taken from."""

from dataclasses import dataclass
from typing import Unpack

from scurrypy.api.guilds.template import GuildTemplateModel, GuildTemplatePart
from scurrypy.params.template import EditGuildTemplateParams
from scurrypy.resources.base_resource import BaseResource, models
from scurrypy.resources.changes import changes
from scurrypy.routes import (
    CREATE_GUILD_TEMPLATE,
    DELETE_GUILD_TEMPLATE,
    GET_GUILD_TEMPLATE,
    LIST_GUILD_TEMPLATES,
    SYNC_GUILD_TEMPLATE,
    UPDATE_GUILD_TEMPLATE,
)
from scurrypy.wire.snowflake import Snowflake


@dataclass
class GuildTemplate(BaseResource):
    """Templates of a guild, which need MANAGE_GUILD; one whose code is known can be fetched without the guild's id.

    See [Discord Docs/Guild Template](https://docs.discord.com/developers/resources/guild-template).
    """

    guild_id: Snowflake | None = None
    """Id of the guild; all but `fetch` refuses to go without it."""

    async def fetch_all(self) -> list[GuildTemplateModel]:
        """Fetch all templates of the guild."""
        return models(GuildTemplateModel, await self._request(LIST_GUILD_TEMPLATES, guild_id=self.guild_id))

    async def fetch(self, code: str) -> GuildTemplateModel:
        """Fetch a template of any guild.

        Args:
            code: Code of the template, the last part of its link.

        Raises:
            NotFound: there is none such (10057).
        """
        return await self._request(GET_GUILD_TEMPLATE, code=code, into=GuildTemplateModel)

    async def create(self, template: GuildTemplatePart) -> GuildTemplateModel:
        """Create a template from what the guild is now.

        Raises:
            BadRequest: the guild has a template, and so can have no other (30031).
        """
        return await self._request(
            CREATE_GUILD_TEMPLATE, guild_id=self.guild_id, body=template, into=GuildTemplateModel
        )

    async def sync(self, code: str) -> GuildTemplateModel:
        """Let a template make what the guild is now.

        Raises:
            NotFound: the guild has none such (10057).
        """
        return await self._request(SYNC_GUILD_TEMPLATE, guild_id=self.guild_id, code=code, into=GuildTemplateModel)

    async def edit(self, code: str, **options: Unpack[EditGuildTemplateParams]) -> GuildTemplateModel:
        """Edit a template's name or description; what is not given stays.

        Raises:
            NotFound: the guild has none such (10057).
        """
        return await self._request(
            UPDATE_GUILD_TEMPLATE,
            guild_id=self.guild_id,
            code=code,
            body=changes(EditGuildTemplateParams, options),
            into=GuildTemplateModel,
        )

    async def delete(self, code: str) -> GuildTemplateModel:
        """Delete a template.

        Returns:
            The template as it was.

        Raises:
            NotFound: the guild has none such (10057).
        """
        return await self._request(DELETE_GUILD_TEMPLATE, guild_id=self.guild_id, code=code, into=GuildTemplateModel)
