"""What can be edited about a rule of auto moderation."""

from collections.abc import Sequence
from typing import Annotated, TypedDict

from scurrypy.api.automod import AutoModActionPart, AutoModTriggerMetadataPart
from scurrypy.enums.automod import AutoModEventType, AutoModTriggerType
from scurrypy.wire.limits import Count, Length


class EditAutoModRuleParams(TypedDict, total=False):
    """Changes to a rule.

    See [Discord Docs/Modify Auto Moderation Rule](https://docs.discord.com/developers/resources/auto-moderation#modify-auto-moderation-rule).
    """

    name: Annotated[str, Length(0, 100)]
    """Name, at most 100 characters."""
    event_type: AutoModEventType
    """What it watches."""
    trigger_type: AutoModTriggerType
    """What it looks for; the type it has, as none can be changed."""
    trigger_metadata: AutoModTriggerMetadataPart | None
    """The same in detail, all of it."""
    actions: Annotated[Sequence[AutoModActionPart], Count(1, 5)] | None
    """All it does, 1-5 actions."""
    enabled: bool | None
    """Whether it is on."""
    exempt_roles: Annotated[Sequence[int], Count(0, 20)] | None
    """All roles it does not touch, at most 20."""
    exempt_channels: Annotated[Sequence[int], Count(0, 50)] | None
    """All channels it does not touch, at most 50."""
