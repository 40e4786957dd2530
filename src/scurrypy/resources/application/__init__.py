"""An application: the thing in the developer portal that a bot belongs to, made of one part for each subject."""

from typing import Unpack

from scurrypy.api.application import ApplicationModel
from scurrypy.params.application import EditApplicationParams
from scurrypy.resources.application.activities import ApplicationActivities
from scurrypy.resources.application.current import CurrentApplication
from scurrypy.resources.application.linked_roles import ApplicationLinkedRoles
from scurrypy.resources.application.monetization import ApplicationMonetization
from scurrypy.resources.changes import changes
from scurrypy.routes import GET_APPLICATION, UPDATE_APPLICATION

__all__ = ["Application", "CurrentApplication"]


class Application(ApplicationMonetization, ApplicationActivities, ApplicationLinkedRoles):
    """An application. Its emojis are under `ApplicationEmoji`, its commands under `GlobalCommand` and `GuildCommand`.

    See [Discord Docs/Application](https://docs.discord.com/developers/resources/application).
    """

    async def fetch(self) -> ApplicationModel:
        """Fetch the application.

        Raises:
            Forbidden: it is another bot's.
        """
        return await self._request(GET_APPLICATION, application_id=self.id, into=ApplicationModel)

    async def edit(self, **options: Unpack[EditApplicationParams]) -> ApplicationModel:
        """Edit the application; what is not given stays.

        Raises:
            Forbidden: it is another bot's.
        """
        return await self._request(
            UPDATE_APPLICATION,
            application_id=self.id,
            body=changes(EditApplicationParams, options),
            into=ApplicationModel,
        )
