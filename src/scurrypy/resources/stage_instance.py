"""A stage under way."""

from dataclasses import dataclass
from typing import Unpack

import msgspec

from scurrypy.api.stage_instance import StageInstanceModel, StageInstancePart
from scurrypy.params.stage_instance import EditStageInstanceParams
from scurrypy.resources.base_resource import BaseResource
from scurrypy.resources.changes import changes
from scurrypy.routes import CREATE_STAGE_INSTANCE, DELETE_STAGE_INSTANCE, GET_STAGE_INSTANCE, UPDATE_STAGE_INSTANCE
from scurrypy.wire.snowflake import Snowflake


@dataclass
class StageInstance(BaseResource):
    """The stage of a stage channel, which lasts from its topic being set until the speakers are gone.

    All but `fetch` needs MANAGE_CHANNELS, MUTE_MEMBERS and MOVE_MEMBERS in the channel.

    See [Discord Docs/Stage Instance](https://docs.discord.com/developers/resources/stage-instance).
    """

    channel_id: Snowflake
    """Id of the stage channel."""

    async def fetch(self) -> StageInstanceModel:
        """Fetch the stage.

        Raises:
            NotFound: none is under way (10067).
        """
        return await self._request(GET_STAGE_INSTANCE, channel_id=self.channel_id, into=StageInstanceModel)

    async def create(self, stage: StageInstancePart, *, reason: str | None = None) -> StageInstanceModel:
        """Begin a stage in the channel. Fires STAGE_INSTANCE_CREATE.

        Args:
            stage: The stage; its channel is this one.
            reason: Why, for the guild's audit log.

        Raises:
            BadRequest: one is under way (150006).
        """
        body = msgspec.structs.replace(stage, channel_id=self.channel_id)
        return await self._request(CREATE_STAGE_INSTANCE, body=body, reason=reason, into=StageInstanceModel)

    async def edit(
        self, *, reason: str | None = None, **options: Unpack[EditStageInstanceParams]
    ) -> StageInstanceModel:
        """Edit the stage; what is not given stays. Fires STAGE_INSTANCE_UPDATE.

        Raises:
            NotFound: none is under way (10067).
        """
        return await self._request(
            UPDATE_STAGE_INSTANCE,
            channel_id=self.channel_id,
            body=changes(EditStageInstanceParams, options),
            reason=reason,
            into=StageInstanceModel,
        )

    async def delete(self, *, reason: str | None = None) -> None:
        """End the stage. Fires STAGE_INSTANCE_DELETE.

        Raises:
            NotFound: none is under way (10067).
        """
        await self._request(DELETE_STAGE_INSTANCE, channel_id=self.channel_id, reason=reason)
