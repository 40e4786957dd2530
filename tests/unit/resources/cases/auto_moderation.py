"""Calls of the methods that are about auto moderation."""

from scurrypy.api.automod import (
    AutoModActionMetadataPart,
    AutoModActionPart,
    AutoModRulePart,
    AutoModTriggerMetadataPart,
)
from scurrypy.enums.automod import AutoModActionType, AutoModEventType, AutoModTriggerType
from scurrypy.resources import (
    AutoModeration,
)
from tests.unit.resources.cases.case import ONE, THREE, Case, Resources, case

RESOURCES: Resources = {
    "auto_moderation": lambda http: AutoModeration(http, ONE),
}

RULES = "/guilds/1/auto-moderation/rules"

CASES: list[Case] = [
    case("auto_moderation.fetch_all", to="LIST_AUTO_MODERATION_RULES", path=RULES, answer=[]),
    case("auto_moderation.fetch", 2, to="GET_AUTO_MODERATION_RULE", path=f"{RULES}/2"),
    case(
        "auto_moderation.create",
        AutoModRulePart(
            "no cats",
            AutoModEventType.MESSAGE_SEND,
            AutoModTriggerType.KEYWORD,
            AutoModTriggerMetadataPart(keyword_filter=["cat*"]),
            [AutoModActionPart(AutoModActionType.SEND_ALERT_MESSAGE, AutoModActionMetadataPart(channel_id=THREE))],
            enabled=True,
        ),
        to="CREATE_AUTO_MODERATION_RULE",
        path=RULES,
        data={
            "name": "no cats",
            "event_type": 1,
            "trigger_type": 1,
            "trigger_metadata": {"keyword_filter": ["cat*"]},
            "actions": [{"type": 2, "metadata": {"channel_id": 3}}],
            "enabled": True,
        },
    ),
    case(
        "auto_moderation.edit",
        2,
        kwargs={"enabled": False, "exempt_roles": [3]},
        to="UPDATE_AUTO_MODERATION_RULE",
        path=f"{RULES}/2",
        data={"enabled": False, "exempt_roles": [3]},
    ),
    case("auto_moderation.delete", 2, to="DELETE_AUTO_MODERATION_RULE", path=f"{RULES}/2"),
]

AUDITED = {
    "CREATE_AUTO_MODERATION_RULE",
    "DELETE_AUTO_MODERATION_RULE",
    "UPDATE_AUTO_MODERATION_RULE",
}
"""Operations whose documentation takes the header X-Audit-Log-Reason."""
