"""The bot's own application, by its token alone."""

from typing import Unpack

from scurrypy.api.application import ApplicationModel
from scurrypy.params.application import EditApplicationParams
from scurrypy.resources.base_resource import BaseResource
from scurrypy.resources.changes import changes
from scurrypy.routes import GET_MY_APPLICATION, UPDATE_MY_APPLICATION


class CurrentApplication(BaseResource):
    """The application that the bot belongs to; its id need not be known.

    See [Discord Docs/Application](https://docs.discord.com/developers/resources/application).
    """

    async def fetch(self) -> ApplicationModel:
        """Fetch the bot's own application."""
        return await self._request(GET_MY_APPLICATION, into=ApplicationModel)

    async def edit(self, **options: Unpack[EditApplicationParams]) -> ApplicationModel:
        """Edit the bot's own application; what is not given stays."""
        return await self._request(
            UPDATE_MY_APPLICATION, body=changes(EditApplicationParams, options), into=ApplicationModel
        )
