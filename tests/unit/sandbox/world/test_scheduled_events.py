import pytest

from scurrypy.sandbox import ApiError
from scurrypy.sandbox.clock import iso
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.world.audit import get_audit_log
from scurrypy.sandbox.world.event_users import (
    count_users,
    create_exception,
    delete_exception,
    edit_exception,
    list_users,
)
from scurrypy.sandbox.world.scheduled_events import create_event, delete_event, edit_event, get_event, list_events
from tests.unit.sandbox.world.conftest import START, Scene, refusal

EXTERNAL = {
    "name": "walk",
    "privacy_level": 2,
    "entity_type": 3,
    "entity_metadata": {"location": "the park"},
    "scheduled_start_time": iso(START + 3600),
    "scheduled_end_time": iso(START + 7200),
}


def plan(scene: Scene, **fields: object) -> dict:
    scene.allow_bot(permissions.ADMINISTRATOR)
    scene.guild.roles[scene.guild.id].permissions = permissions.DEFAULT_EVERYONE
    return create_event(scene.world, scene.bot, scene.guild.id, EXTERNAL | fields)


def in_voice(scene: Scene) -> dict:
    lounge = next(channel for channel in scene.world.channels.values() if channel.is_voice)
    return {"entity_type": 2, "channel_id": str(lounge.id), "entity_metadata": None, "scheduled_end_time": None}


def test_an_event_is_planned_changed_taken_away_and_each_time_told(scene: Scene) -> None:
    event = plan(scene)
    assert (event["status"], event["entity_metadata"], event["channel_id"]) == (1, {"location": "the park"}, None)
    told = scene.last("GUILD_SCHEDULED_EVENT_CREATE")
    assert (told.data, told.intents) == (event, Intent.GUILD_SCHEDULED_EVENTS)
    event_id = int(event["id"])
    edited = edit_event(scene.world, scene.bot, scene.guild.id, event_id, {"description": "slowly"})
    assert edited == event | {"description": "slowly"}
    assert list_events(scene.world, scene.bot, scene.guild.id) == [edited]
    log = get_audit_log(scene.world, scene.bot, scene.guild.id)
    assert [entry["action_type"] for entry in log["audit_log_entries"][:2]] == [101, 100]
    assert log["guild_scheduled_events"] == [edited]
    payload = scene.world.guild_create_payload(scene.guild.id, scene.application)
    assert payload["guild_scheduled_events"] == [edited]
    delete_event(scene.world, scene.bot, scene.guild.id, event_id)
    assert scene.last("GUILD_SCHEDULED_EVENT_DELETE").data["id"] == event["id"]
    with pytest.raises(ApiError) as caught:
        get_event(scene.world, scene.bot, scene.guild.id, event_id)
    assert refusal(caught) == (404, 10070)


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"name": ""}, "name"),
        ({"privacy_level": 1}, "privacy_level"),
        ({"scheduled_start_time": iso(START - 1)}, "scheduled_start_time"),
        ({"scheduled_end_time": iso(START + 3600)}, "scheduled_end_time"),
        ({"scheduled_end_time": None}, "scheduled_end_time"),
        ({"entity_metadata": None}, "entity_metadata"),
        ({"entity_metadata": {}}, "entity_metadata"),
        ({"entity_type": 2}, "channel_id"),
        ({"channel_id": "1"}, "channel_id"),
        ({"entity_type": 1, "channel_id": "1"}, "channel_id"),
        ({"recurrence_rule": {"frequency": 3}}, "recurrence_rule"),
        ({"recurrence_rule": {"start": iso(START), "frequency": 3, "interval": 2}}, "recurrence_rule"),
    ],
)
def test_an_event_that_is_not_right_is_refused(scene: Scene, fields: dict, path: str) -> None:
    with pytest.raises(ApiError) as caught:
        plan(scene, **fields)
    assert (caught.value.code, set(caught.value.errors)) == (50035, {path})


def test_an_event_goes_only_forward_and_ends_for_good(scene: Scene) -> None:
    event_id = int(plan(scene)["id"])

    def become(status: int) -> dict:
        return edit_event(scene.world, scene.bot, scene.guild.id, event_id, {"status": status})

    with pytest.raises(ApiError) as caught:
        become(3)
    assert set(caught.value.errors) == {"status"}
    assert become(2)["status"] == 2
    with pytest.raises(ApiError) as caught:
        become(4)
    assert set(caught.value.errors) == {"status"}
    assert become(3)["status"] == 3
    assert list_events(scene.world, scene.bot, scene.guild.id) == []
    with pytest.raises(ApiError) as caught:
        become(2)
    assert refusal(caught) == (400, 180000)


def test_an_event_moves_into_a_channel_and_loses_its_place_outside(scene: Scene) -> None:
    event_id = int(plan(scene)["id"])
    moved = edit_event(scene.world, scene.bot, scene.guild.id, event_id, in_voice(scene))
    assert (moved["entity_type"], moved["entity_metadata"]) == (2, None)
    assert scene.last("GUILD_SCHEDULED_EVENT_UPDATE").channel_id == int(moved["channel_id"])


def test_a_guild_takes_100_events_that_are_not_over(scene: Scene) -> None:
    events = [plan(scene) for _ in range(100)]
    with pytest.raises(ApiError) as caught:
        plan(scene)
    assert refusal(caught) == (400, 30038)
    edit_event(scene.world, scene.bot, scene.guild.id, int(events[0]["id"]), {"status": 4})
    plan(scene)


def test_others_events_need_manage_events_and_a_channel_its_own_permissions(scene: Scene) -> None:
    event = create_event(scene.world, scene.person("bob"), scene.guild.id, EXTERNAL)
    edit_event(scene.world, scene.person("bob"), scene.guild.id, int(event["id"]), {"name": "run"})
    with pytest.raises(ApiError) as caught:
        edit_event(scene.world, scene.person("carol"), scene.guild.id, int(event["id"]), {"name": "sit"})
    assert refusal(caught) == (403, 50013)
    scene.allow_bot(permissions.CREATE_EVENTS | permissions.VIEW_CHANNEL)
    with pytest.raises(ApiError) as caught:
        create_event(scene.world, scene.bot, scene.guild.id, EXTERNAL | in_voice(scene))
    assert refusal(caught) == (403, 50013)
    scene.allow_bot(permissions.MANAGE_EVENTS | permissions.VIEW_CHANNEL)
    edit_event(scene.world, scene.bot, scene.guild.id, int(event["id"]), {"name": "sit"})
    with pytest.raises(ApiError) as caught:
        create_event(scene.world, scene.bot, scene.guild.id, EXTERNAL)
    assert refusal(caught) == (403, 50013)


def test_an_event_in_a_channel_is_seen_by_those_who_see_the_channel(scene: Scene) -> None:
    event = plan(scene, **in_voice(scene))
    scene.guild.roles[scene.guild.id].permissions = 0
    assert list_events(scene.world, scene.person("bob"), scene.guild.id) == []
    with pytest.raises(ApiError) as caught:
        get_event(scene.world, scene.person("bob"), scene.guild.id, int(event["id"]))
    assert refusal(caught) == (403, 50001)


def test_people_become_interested_and_are_counted_and_listed_by_id(scene: Scene) -> None:
    event_id = int(plan(scene)["id"])
    people = [scene.world.user(name) for name in ("carol", "alice", "bob")]
    for person in people:
        person.follow_event("Local", event_id)
        person.follow_event("Local", event_id)
    assert scene.names().count("GUILD_SCHEDULED_EVENT_USER_ADD") == 3
    assert scene.last("GUILD_SCHEDULED_EVENT_USER_ADD").data == {
        "guild_scheduled_event_id": str(event_id),
        "user_id": str(people[-1].id),
        "guild_id": str(scene.guild.id),
    }
    people[0].unfollow_event("Local", event_id)
    assert scene.names()[-1] == "GUILD_SCHEDULED_EVENT_USER_REMOVE"
    assert get_event(scene.world, scene.bot, scene.guild.id, event_id, with_user_count=True)["user_count"] == 2
    where = (scene.world, scene.bot, scene.guild.id, event_id)
    alice, bob = (scene.user(name).id for name in ("alice", "bob"))
    listed = list_users(*where, with_member=True)
    assert [entry["user_id"] for entry in listed] == [str(alice), str(bob)]
    assert listed[0]["member"]["user"]["username"] == "alice"
    assert [entry["user_id"] for entry in list_users(*where, limit=1)] == [str(alice)]
    assert [entry["user_id"] for entry in list_users(*where, after=alice)] == [str(bob)]
    assert [entry["user_id"] for entry in list_users(*where, before=bob, after=bob)] == [str(alice)]


def test_one_time_of_a_recurring_event_differs_and_has_followers_of_its_own(scene: Scene) -> None:
    rule = {"start": EXTERNAL["scheduled_start_time"], "frequency": 2}
    event_id = int(plan(scene, recurrence_rule=rule)["id"])
    where = (scene.world, scene.bot, scene.guild.id, event_id)
    body = {"original_scheduled_start_time": iso(START + 3600 + 7 * 24 * 3600), "is_canceled": True}
    exception = create_exception(*where, body)
    assert (exception["is_canceled"], exception["scheduled_start_time"]) == (True, None)
    assert scene.last("GUILD_SCHEDULED_EVENT_UPDATE").data["guild_scheduled_event_exceptions"] == [exception]
    for start in (body["original_scheduled_start_time"], iso(START + 3600 + 24 * 3600)):
        with pytest.raises(ApiError) as caught:
            create_exception(*where, {"original_scheduled_start_time": start})
        assert set(caught.value.errors) == {"original_scheduled_start_time"}
    exception_id = int(exception["event_exception_id"])
    assert edit_exception(*where, {"is_canceled": False}, exception_id=exception_id)["is_canceled"] is False
    scene.world.user("bob").follow_event(scene.guild, event_id, exception_id)
    assert scene.events[-1].data["guild_scheduled_event_exception_id"] == str(exception_id)
    assert [entry["user_id"] for entry in list_users(*where, exception_id)] == [str(scene.user("bob").id)]
    assert count_users(*where, [exception_id, 1]) == {
        "guild_scheduled_event_count": 0,
        "guild_scheduled_event_exception_counts": {str(exception_id): 1},
    }
    delete_exception(*where, exception_id)
    with pytest.raises(ApiError) as caught:
        delete_exception(*where, exception_id)
    assert refusal(caught) == (404, 0)


def test_an_event_that_does_not_recur_has_no_times_that_differ(scene: Scene) -> None:
    event_id = int(plan(scene)["id"])
    body = {"original_scheduled_start_time": EXTERNAL["scheduled_start_time"]}
    with pytest.raises(ApiError) as caught:
        create_exception(scene.world, scene.bot, scene.guild.id, event_id, body)
    assert set(caught.value.errors) == {"original_scheduled_start_time"}
