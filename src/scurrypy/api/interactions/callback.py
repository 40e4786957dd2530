"""What an answer to an interaction did."""

from scurrypy.api.messages.message import MessageModel
from scurrypy.enums.interaction import InteractionCallbackType
from scurrypy.enums.kinds import InteractionType
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class InteractionCallbackDataModel(DataModel):
    """The interaction that was answered.

    See [Discord Docs/Interaction Callback Object](https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback-interaction-callback-object).
    """

    id: Snowflake = REQUIRED
    """Id of the interaction."""
    type: InteractionType = REQUIRED
    """Kind."""
    activity_instance_id: str | None = None
    """The activity that was started."""
    response_message_id: Snowflake | None = None
    """The message that was sent."""
    response_message_loading: bool | None = None
    """Whether its content is still to come."""
    response_message_ephemeral: bool | None = None
    """Whether only one user sees it."""
    channel_id: Snowflake | None = None
    """Channel of the interaction."""
    guild_id: Snowflake | None = None
    """Guild of the interaction."""


class ActivityInstanceModel(DataModel):
    """An activity that was started.

    See [Discord Docs/Activity Instance](https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback-interaction-callback-activity-instance-resource).
    """

    id: str = REQUIRED
    """Id of the activity."""


class InteractionCallbackResourceModel(DataModel):
    """What an answer created.

    See [Discord Docs/Interaction Callback Resource](https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback-interaction-callback-resource-object).
    """

    type: InteractionCallbackType = REQUIRED
    """Kind of answer."""
    activity_instance: ActivityInstanceModel | None = None
    """Activity that was started."""
    message: MessageModel | None = None
    """Message that was sent or edited."""


class InteractionCallbackModel(DataModel):
    """What an answer to an interaction did.

    See [Discord Docs/Interaction Callback Response](https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback-interaction-callback-response-object).
    """

    interaction: InteractionCallbackDataModel = REQUIRED
    """The interaction."""
    resource: InteractionCallbackResourceModel | None = None
    """What the answer created."""
