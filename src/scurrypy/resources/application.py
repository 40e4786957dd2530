"""An application: the thing in the developer portal that a bot belongs to."""

from dataclasses import dataclass

from scurrypy.api.application import ApplicationModel
from scurrypy.resources.base_resource import BaseResource
from scurrypy.routes import GET_APPLICATION
from scurrypy.wire.snowflake import Snowflake


@dataclass
class Application(BaseResource):
    """An application.

    See [Discord Docs/Application](https://docs.discord.com/developers/resources/application).
    """

    id: Snowflake
    """Id of the application."""

    async def fetch(self) -> ApplicationModel:
        """Fetch the application.

        Raises:
            Forbidden: it is another bot's.
        """
        return ApplicationModel.from_dict(await self._request(GET_APPLICATION, application_id=self.id))
