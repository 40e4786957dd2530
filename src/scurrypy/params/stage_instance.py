"""What can be edited about a stage under way."""

from typing import Annotated, TypedDict

from scurrypy.enums.stage_instance import StagePrivacyLevel
from scurrypy.wire.limits import Length


class EditStageInstanceParams(TypedDict, total=False):
    """Changes to a stage.

    See [Discord Docs/Modify Stage Instance](https://docs.discord.com/developers/resources/stage-instance#modify-stage-instance).
    """

    topic: Annotated[str, Length(1, 120)]
    """Topic, 1-120 characters."""
    privacy_level: StagePrivacyLevel
    """Who sees it."""
