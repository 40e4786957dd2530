import asyncio

import pytest

from scurrypy.api.automod import AutoModActionPart, AutoModRulePart, AutoModTriggerMetadataPart
from scurrypy.enums import AutoModActionType, AutoModEventType, AutoModTriggerType
from scurrypy.events import (
    AutoModerationActionExecutionEvent,
    AutoModerationRuleCreateEvent,
    AutoModerationRuleDeleteEvent,
)
from scurrypy.sandbox import ApiError
from tests.e2e.sandbox_conversations.conftest import Talk


async def test_a_rule_is_made_blocks_a_message_and_goes(talk: Talk) -> None:
    rules = talk.client.auto_moderation(talk.guild.id)
    part = AutoModRulePart(
        name="words",
        event_type=AutoModEventType.MESSAGE_SEND,
        trigger_type=AutoModTriggerType.KEYWORD,
        trigger_metadata=AutoModTriggerMetadataPart(keyword_filter=["spam*"]),
        actions=[AutoModActionPart(type=AutoModActionType.BLOCK_MESSAGE)],
    )
    rule, told = await talk.hear(AutoModerationRuleCreateEvent, rules.create(part))
    assert told.id == rule.id
    bob = talk.sandbox.world.user("bob")
    bob.send("general", "spammy")
    rule = await rules.edit(rule.id, enabled=True)
    assert rule.enabled
    assert await rules.fetch_all() == [await rules.fetch(rule.id)] == [rule]
    acted = asyncio.create_task(talk.client.wait_for(AutoModerationActionExecutionEvent, timeout=5))
    await asyncio.sleep(0)
    with pytest.raises(ApiError, match="blocked by automatic moderation"):
        bob.send("general", "spammy")
    execution = await acted
    assert (execution.rule_id, execution.matched_content, execution.message_id) == (rule.id, "spam", None)
    _, told = await talk.hear(AutoModerationRuleDeleteEvent, rules.delete(rule.id))
    assert told.id == rule.id
    assert await rules.fetch_all() == []
