"""What the linked roles of an application may demand of a user."""

from collections.abc import Sequence

from scurrypy.api.role_connection_metadata import RoleConnectionMetadataModel, RoleConnectionMetadataPart
from scurrypy.resources.application.base import ApplicationFacet
from scurrypy.resources.base_resource import models
from scurrypy.routes import GET_APPLICATION_ROLE_CONNECTIONS_METADATA, UPDATE_APPLICATION_ROLE_CONNECTIONS_METADATA
from scurrypy.wire.limits import Count


class ApplicationLinkedRoles(ApplicationFacet):
    """What the linked roles of an application may demand of a user."""

    async def fetch_role_connections_metadata(self) -> list[RoleConnectionMetadataModel]:
        """Fetch everything that linked roles may demand."""
        answer = await self._request(GET_APPLICATION_ROLE_CONNECTIONS_METADATA, application_id=self.id)
        return models(RoleConnectionMetadataModel, answer)

    async def edit_role_connections_metadata(
        self, metadata: Sequence[RoleConnectionMetadataPart]
    ) -> list[RoleConnectionMetadataModel]:
        """Replace everything that linked roles may demand.

        Args:
            metadata: All of it, at most 5; an empty list removes what there is.

        Raises:
            InvalidRequest: there are more than 5.
        """
        Count(0, 5).check("metadata", metadata)
        answer = await self._request(
            UPDATE_APPLICATION_ROLE_CONNECTIONS_METADATA, application_id=self.id, body=list(metadata)
        )
        return models(RoleConnectionMetadataModel, answer)
