"""What greets new members, and the services connected to a guild."""

from typing import Unpack

from scurrypy.api.guilds.new_member_welcome import GuildNewMemberWelcomeModel
from scurrypy.api.guilds.onboarding import GuildOnboadingModel
from scurrypy.api.guilds.welcome_screen import GuildWelcomeScreenModel
from scurrypy.api.integration import IntegrationModel
from scurrypy.params.guild import EditGuildWelcomeScreenParams, EditOnboardingParams
from scurrypy.resources.base_resource import models
from scurrypy.resources.changes import changes
from scurrypy.resources.guild.base import GuildFacet
from scurrypy.routes import (
    DELETE_GUILD_INTEGRATION,
    GET_GUILD_NEW_MEMBER_WELCOME,
    GET_GUILD_WELCOME_SCREEN,
    GET_GUILDS_ONBOARDING,
    LIST_GUILD_INTEGRATIONS,
    PUT_GUILDS_ONBOARDING,
    UPDATE_GUILD_WELCOME_SCREEN,
)


class GuildCommunity(GuildFacet):
    """What greets new members, and the services connected to a guild."""

    async def fetch_onboarding(self) -> GuildOnboadingModel:
        """Fetch the onboarding."""
        return await self._request(GET_GUILDS_ONBOARDING, guild_id=self.id, into=GuildOnboadingModel)

    async def edit_onboarding(
        self, *, reason: str | None = None, **options: Unpack[EditOnboardingParams]
    ) -> GuildOnboadingModel:
        """Edit the onboarding; what is not given stays; needs MANAGE_GUILD and MANAGE_ROLES."""
        return await self._request(
            PUT_GUILDS_ONBOARDING,
            guild_id=self.id,
            body=changes(EditOnboardingParams, options),
            reason=reason,
            into=GuildOnboadingModel,
        )

    async def fetch_welcome_screen(self) -> GuildWelcomeScreenModel:
        """Fetch the welcome screen; needs MANAGE_GUILD unless it is shown."""
        return await self._request(GET_GUILD_WELCOME_SCREEN, guild_id=self.id, into=GuildWelcomeScreenModel)

    async def edit_welcome_screen(
        self, *, reason: str | None = None, **options: Unpack[EditGuildWelcomeScreenParams]
    ) -> GuildWelcomeScreenModel:
        """Edit the welcome screen; what is not given stays; needs MANAGE_GUILD. May fire GUILD_UPDATE."""
        return await self._request(
            UPDATE_GUILD_WELCOME_SCREEN,
            guild_id=self.id,
            body=changes(EditGuildWelcomeScreenParams, options),
            reason=reason,
            into=GuildWelcomeScreenModel,
        )

    async def fetch_new_member_welcome(self) -> GuildNewMemberWelcomeModel | None:
        """Fetch the server guide; needs MANAGE_GUILD unless it is on.

        Returns:
            The guide; None where the guild has none.
        """
        answer = await self._request(GET_GUILD_NEW_MEMBER_WELCOME, guild_id=self.id)
        return None if answer is None else GuildNewMemberWelcomeModel.from_dict(answer)

    async def fetch_integrations(self) -> list[IntegrationModel]:
        """Fetch up to 50 integrations of the guild; needs MANAGE_GUILD."""
        return models(IntegrationModel, await self._request(LIST_GUILD_INTEGRATIONS, guild_id=self.id))

    async def delete_integration(self, integration_id: int, *, reason: str | None = None) -> None:
        """Delete an integration with its webhooks, and remove its bot; needs MANAGE_GUILD.

        Fires GUILD_INTEGRATIONS_UPDATE and INTEGRATION_DELETE.
        """
        await self._request(DELETE_GUILD_INTEGRATION, guild_id=self.id, integration_id=integration_id, reason=reason)
