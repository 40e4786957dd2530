"""The activities of an application: what runs inside Discord's own client."""

from scurrypy.api.activity_instance import EmbeddedActivityInstanceModel
from scurrypy.api.messages.attachment import AttachmentModel
from scurrypy.resources.application.base import ApplicationFacet
from scurrypy.resources.base_resource import bearer
from scurrypy.routes import APPLICATIONS_GET_ACTIVITY_INSTANCE, UPLOAD_APPLICATION_ATTACHMENT
from scurrypy.wire.upload import File, upload_of


class ApplicationActivities(ApplicationFacet):
    """The activities of an application."""

    async def fetch_activity_instance(self, instance_id: str) -> EmbeddedActivityInstanceModel:
        """Fetch a running activity: where it runs, and who is in it.

        Args:
            instance_id: Id of the instance, as Discord tells it to the activity.

        Raises:
            NotFound: no such instance runs.
        """
        return await self._request(
            APPLICATIONS_GET_ACTIVITY_INSTANCE,
            application_id=self.id,
            instance_id=instance_id,
            into=EmbeddedActivityInstanceModel,
        )

    async def upload_attachment(self, file: File, *, access_token: str | None = None) -> AttachmentModel:
        """Upload a file for the activity to show; Discord keeps it for a while only, under the address it answers.

        Args:
            file: Path of the file, or an upload.
            access_token: OAuth2 access token of the user who uploads it, of any scope; None for the bot itself.

        Raises:
            InvalidFile: the file cannot be read.
        """
        answer = await self._request(
            UPLOAD_APPLICATION_ATTACHMENT,
            application_id=self.id,
            assets={"file": upload_of(file)},
            authorization=bearer(access_token),
        )
        return AttachmentModel.from_dict(answer["attachment"])
