"""Models of auto moderation, scheduled events, templates, stages and sounds, as Discord sends them."""

import logging

import pytest

from scurrypy.api import AutoModRuleModel, ScheduledEventModel, ScheduledEventUserCountModel
from scurrypy.api.guilds import GuildTemplateModel
from scurrypy.enums import (
    AutoModActionType,
    ChannelType,
    Permissions,
    RecurrenceMonth,
    ScheduledEventEntityType,
    ScheduledEventUserResponse,
)

TEMPLATE = {
    "code": "abc",
    "name": "Club",
    "description": "",
    "usage_count": 3,
    "creator_id": "10",
    "creator": None,
    "created_at": "2030-01-01T00:00:00+00:00",
    "updated_at": "2030-01-02T00:00:00+00:00",
    "source_guild_id": "20",
    "is_dirty": None,
    "serialized_source_guild": {
        "name": "Club",
        "afk_timeout": 300,
        "afk_channel_id": None,
        "system_channel_id": 2,
        "system_channel_flags": 0,
        "roles": [{"id": 0, "name": "@everyone", "permissions": 2048}, {"id": 1, "name": "Old", "permissions": "8"}],
        "channels": [
            {"id": 1, "type": 4, "name": "Talk", "parent_id": None, "permission_overwrites": []},
            {
                "id": 2,
                "type": 0,
                "name": "general",
                "parent_id": 1,
                "permission_overwrites": [{"id": 0, "type": 0, "allow": "0", "deny": "2048"}],
            },
        ],
    },
}


def test_the_small_numbers_of_a_template_lead_from_a_channel_to_its_category_and_roles(
    caplog: pytest.LogCaptureFixture,
):
    with caplog.at_level(logging.WARNING):
        template = GuildTemplateModel.from_dict(TEMPLATE)
    assert caplog.records == []
    snapshot = template.serialized_source_guild
    everyone, old = snapshot.roles
    talk, general = snapshot.channels
    assert (talk.type, general.parent_id, snapshot.system_channel_id) == (
        ChannelType.GUILD_CATEGORY,
        talk.id,
        general.id,
    )
    assert general.permission_overwrites[0].id == everyone.id
    assert (everyone.permissions, old.permissions) == (Permissions.SEND_MESSAGES, Permissions.ADMINISTRATOR)


def test_a_rule_tells_each_of_its_actions_in_detail():
    rule = AutoModRuleModel.from_dict(
        {
            "id": "1",
            "trigger_metadata": {"keyword_filter": ["cat*"], "regex_patterns": [], "allow_list": []},
            "actions": [
                {"type": 2, "metadata": {"channel_id": "5"}},
                {"type": 3, "metadata": {"duration_seconds": 60}},
                {"type": 4, "metadata": {}},
            ],
        }
    )
    alert, timeout, block = rule.actions
    assert alert.metadata is not None
    assert timeout.metadata is not None
    assert (alert.metadata.channel_id, timeout.metadata.duration_seconds) == (5, 60)
    assert block.type is AutoModActionType.BLOCK_MEMBER_INTERACTION
    assert rule.trigger_metadata.keyword_filter == ["cat*"]


def test_a_recurring_event_tells_when_and_which_times_differ():
    event = ScheduledEventModel.from_dict(
        {
            "id": "1",
            "entity_type": 3,
            "entity_metadata": {"location": "The woods"},
            "recurrence_rule": {"start": "2030-07-24T12:00:00Z", "frequency": 0, "interval": 1, "by_month": [7]},
            "guild_scheduled_event_exceptions": [
                {"event_id": "1", "event_exception_id": "9", "scheduled_start_time": None, "is_canceled": True}
            ],
            "user_rsvp": {"guild_scheduled_event_id": "1", "user_id": "4", "response": 1},
        }
    )
    assert event.entity_type is ScheduledEventEntityType.EXTERNAL
    assert event.recurrence_rule is not None
    assert event.recurrence_rule.by_month == [RecurrenceMonth.JULY]
    assert [(each.event_exception_id, each.is_canceled) for each in event.guild_scheduled_event_exceptions] == [
        (9, True)
    ]
    assert event.user_rsvp is not None
    assert event.user_rsvp.response is ScheduledEventUserResponse.INTERESTED


def test_counts_are_found_by_the_id_of_the_exception():
    counts = ScheduledEventUserCountModel.from_json(
        b'{"guild_scheduled_event_count":12,"guild_scheduled_event_exception_counts":{"1585772882207723268":3}}'
    )
    assert counts.guild_scheduled_event_count == 12
    assert counts.guild_scheduled_event_exception_counts[1585772882207723268] == 3
