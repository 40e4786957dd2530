"""Auto moderation rules on the wire.

See [Discord Docs/Auto Moderation](https://docs.discord.com/developers/resources/auto-moderation).
"""

import copy
from typing import Any

from scurrypy.sandbox.records.auto_moderation import AutoModerationRule


def rule_payload(rule: AutoModerationRule) -> dict[str, Any]:
    """Return an auto moderation rule."""
    return {
        "id": str(rule.id),
        "guild_id": str(rule.guild_id),
        "name": rule.name,
        "creator_id": str(rule.creator_id),
        "event_type": rule.event_type,
        "trigger_type": rule.trigger_type,
        "trigger_metadata": copy.deepcopy(rule.trigger_metadata),
        "actions": copy.deepcopy(rule.actions),
        "enabled": rule.enabled,
        "exempt_roles": [str(role_id) for role_id in rule.exempt_roles],
        "exempt_channels": [str(channel_id) for channel_id in rule.exempt_channels],
    }
