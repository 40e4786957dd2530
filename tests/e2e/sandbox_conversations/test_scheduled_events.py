from scurrypy.api import RecurrenceRulePart, ScheduledEventExceptionPart, ScheduledEventMetadataPart, ScheduledEventPart
from scurrypy.enums import RecurrenceFrequency, ScheduledEventEntityType, ScheduledEventStatus
from scurrypy.events import (
    GuildScheduledEventCreateEvent,
    GuildScheduledEventUpdateEvent,
    GuildScheduledEventUserAddEvent,
)
from scurrypy.sandbox.clock import iso
from tests.e2e.sandbox_conversations.conftest import Talk


async def test_an_event_is_planned_followed_moved_once_begun_and_taken_away(talk: Talk) -> None:
    world = talk.sandbox.world
    events = talk.client.scheduled_event(talk.guild.id)
    start = iso(world.clock.now() + 3600)
    part = ScheduledEventPart(
        name="walk",
        entity_type=ScheduledEventEntityType.EXTERNAL,
        entity_metadata=ScheduledEventMetadataPart(location="the park"),
        scheduled_start_time=start,
        scheduled_end_time=iso(world.clock.now() + 7200),
        recurrence_rule=RecurrenceRulePart(start=start, frequency=RecurrenceFrequency.DAILY, interval=1),
    )
    event, told = await talk.hear(GuildScheduledEventCreateEvent, events.create(part))
    assert told.id == event.id
    _, told = await talk.hear(GuildScheduledEventUserAddEvent, _follow(talk, event.id))
    assert told.user_id == world.user("bob").id
    tomorrow = iso(world.clock.now() + 3600 + 24 * 3600 + 1)
    differing = ScheduledEventExceptionPart(original_scheduled_start_time=start, scheduled_start_time=tomorrow)
    exception = await events.create_exception(event.id, differing)
    counts = await events.fetch_user_counts(
        event.id, guild_scheduled_event_exception_ids=[exception.event_exception_id]
    )
    assert counts.guild_scheduled_event_count == 1
    assert counts.guild_scheduled_event_exception_counts == {exception.event_exception_id: 0}
    (user,) = await events.fetch_users(event.id, with_member=True)
    assert user.user_id == told.user_id
    begun = events.edit(event.id, status=ScheduledEventStatus.ACTIVE)
    event, told = await talk.hear(GuildScheduledEventUpdateEvent, begun)
    assert told.status == event.status == ScheduledEventStatus.ACTIVE
    assert (await events.fetch(event.id, with_user_count=True)).user_count == 1
    await events.delete(event.id)
    assert await events.fetch_all() == []


async def _follow(talk: Talk, event_id: int) -> None:
    talk.sandbox.world.user("bob").follow_event(talk.guild, event_id)
