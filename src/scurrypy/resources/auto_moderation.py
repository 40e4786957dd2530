"""The rules by which Discord itself moderates a guild."""

from dataclasses import dataclass
from typing import Unpack

from scurrypy.api.automod import AutoModRuleModel, AutoModRulePart
from scurrypy.params.automod import EditAutoModRuleParams
from scurrypy.resources.base_resource import BaseResource, models
from scurrypy.resources.changes import changes
from scurrypy.routes import (
    CREATE_AUTO_MODERATION_RULE,
    DELETE_AUTO_MODERATION_RULE,
    GET_AUTO_MODERATION_RULE,
    LIST_AUTO_MODERATION_RULES,
    UPDATE_AUTO_MODERATION_RULE,
)
from scurrypy.wire.snowflake import Snowflake


@dataclass
class AutoModeration(BaseResource):
    """Rules by which Discord itself moderates a guild; all of it needs MANAGE_GUILD.

    See [Discord Docs/Auto Moderation](https://docs.discord.com/developers/resources/auto-moderation).
    """

    guild_id: Snowflake
    """Id of the guild."""

    async def fetch_all(self) -> list[AutoModRuleModel]:
        """Fetch all rules of the guild."""
        return models(AutoModRuleModel, await self._request(LIST_AUTO_MODERATION_RULES, guild_id=self.guild_id))

    async def fetch(self, rule_id: int) -> AutoModRuleModel:
        """Fetch a rule."""
        return await self._request(
            GET_AUTO_MODERATION_RULE, guild_id=self.guild_id, rule_id=rule_id, into=AutoModRuleModel
        )

    async def create(self, rule: AutoModRulePart, *, reason: str | None = None) -> AutoModRuleModel:
        """Create a rule; one that times users out needs MODERATE_MEMBERS, too. Fires AUTO_MODERATION_RULE_CREATE."""
        return await self._request(
            CREATE_AUTO_MODERATION_RULE, guild_id=self.guild_id, body=rule, reason=reason, into=AutoModRuleModel
        )

    async def edit(
        self, rule_id: int, *, reason: str | None = None, **options: Unpack[EditAutoModRuleParams]
    ) -> AutoModRuleModel:
        """Edit a rule; what is not given stays. Fires AUTO_MODERATION_RULE_UPDATE."""
        return await self._request(
            UPDATE_AUTO_MODERATION_RULE,
            guild_id=self.guild_id,
            rule_id=rule_id,
            body=changes(EditAutoModRuleParams, options),
            reason=reason,
            into=AutoModRuleModel,
        )

    async def delete(self, rule_id: int, *, reason: str | None = None) -> None:
        """Delete a rule. Fires AUTO_MODERATION_RULE_DELETE."""
        await self._request(DELETE_AUTO_MODERATION_RULE, guild_id=self.guild_id, rule_id=rule_id, reason=reason)
