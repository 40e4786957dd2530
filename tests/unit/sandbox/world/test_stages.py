import pytest

from scurrypy.sandbox import ApiError
from scurrypy.sandbox.clock import iso
from scurrypy.sandbox.errors import ActorError
from scurrypy.sandbox.records import Channel
from scurrypy.sandbox.records.channels import STAGE
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.world.channels import set_voice_status
from scurrypy.sandbox.world.scheduled_events import create_event, edit_event
from scurrypy.sandbox.world.speaking import edit_own_voice_state, edit_voice_state
from scurrypy.sandbox.world.stages import MODERATOR, create_stage, delete_stage, edit_stage, get_stage
from tests.unit.sandbox.world.conftest import START, Scene, refusal


@pytest.fixture
def stage(scene: Scene) -> Channel:
    scene.allow_bot(permissions.ADMINISTRATOR)
    scene.guild.roles[scene.guild.id].permissions = permissions.DEFAULT_EVERYONE
    return scene.world.create_channel(scene.guild, "Stage", STAGE)


def opened(scene: Scene, stage: Channel, **fields: object) -> dict:
    return create_stage(scene.world, scene.bot, {"channel_id": str(stage.id), "topic": "t", **fields})


def test_a_stage_is_opened_changed_closed_and_each_time_told(scene: Scene, stage: Channel) -> None:
    made = opened(scene, stage)
    told = scene.last("STAGE_INSTANCE_CREATE")
    assert (told.data, told.intents, told.channel_id) == (made, Intent.GUILDS, stage.id)
    assert get_stage(scene.world, scene.bot, stage.id) == made
    assert scene.world.guild_create_payload(scene.guild.id, scene.application)["stage_instances"] == [made]
    assert edit_stage(scene.world, scene.bot, stage.id, {"topic": "u"})["topic"] == "u"
    delete_stage(scene.world, scene.bot, stage.id)
    messages = scene.world.messages[stage.id].values()
    assert [(message.type, message.content) for message in messages] == [(27, "t"), (31, "u"), (28, "u")]
    assert [entry.action_type for entry in scene.guild.audit_log[-3:]] == [83, 84, 85]
    assert scene.guild.audit_log[-1].options == {"channel_id": str(stage.id)}
    with pytest.raises(ApiError) as caught:
        get_stage(scene.world, scene.bot, stage.id)
    assert refusal(caught) == (404, 10067)


def test_a_stage_that_is_not_right_is_refused(scene: Scene, stage: Channel) -> None:
    with pytest.raises(ApiError) as caught:
        opened(scene, stage, topic="")
    assert set(caught.value.errors) == {"topic"}
    with pytest.raises(ApiError) as caught:
        opened(scene, scene.general)
    assert refusal(caught) == (400, 50024)
    with pytest.raises(ApiError) as caught:
        opened(scene, stage, guild_scheduled_event_id="1")
    assert refusal(caught) == (404, 10070)
    opened(scene, stage)
    with pytest.raises(ApiError) as caught:
        opened(scene, stage)
    assert refusal(caught) == (400, 150006)


def test_a_stage_takes_its_moderators_and_ringing_takes_one_permission_more(scene: Scene, stage: Channel) -> None:
    see = permissions.VIEW_CHANNEL | permissions.CONNECT
    scene.allow_bot(see | MODERATOR & ~permissions.MOVE_MEMBERS)
    with pytest.raises(ApiError) as caught:
        opened(scene, stage)
    assert refusal(caught) == (403, 50013)
    scene.allow_bot(see | MODERATOR)
    with pytest.raises(ApiError) as caught:
        opened(scene, stage, send_start_notification=True)
    assert refusal(caught) == (403, 50013)
    opened(scene, stage)


def test_an_event_on_a_stage_opens_it_as_it_begins_and_closes_it_as_it_ends(scene: Scene, stage: Channel) -> None:
    body = {"name": "talk", "privacy_level": 2, "entity_type": 1, "channel_id": str(stage.id)}
    body["scheduled_start_time"] = iso(START + 60)
    event = create_event(scene.world, scene.bot, scene.guild.id, body)
    begun = edit_event(scene.world, scene.bot, scene.guild.id, int(event["id"]), {"status": 2})
    under_way = get_stage(scene.world, scene.bot, stage.id)
    assert (under_way["topic"], under_way["guild_scheduled_event_id"]) == ("talk", event["id"])
    assert begun["entity_id"] == under_way["id"]
    other = create_event(scene.world, scene.bot, scene.guild.id, body)
    with pytest.raises(ApiError) as caught:
        edit_event(scene.world, scene.bot, scene.guild.id, int(other["id"]), {"status": 2})
    assert refusal(caught) == (400, 180002)
    edit_event(scene.world, scene.bot, scene.guild.id, int(event["id"]), {"status": 3})
    assert scene.last("STAGE_INSTANCE_DELETE").data["id"] == under_way["id"]


def test_a_deleted_channel_takes_its_stage_along(scene: Scene, stage: Channel) -> None:
    opened(scene, stage)
    scene.world.forget_channel(stage)
    assert scene.world.stages == {}


def test_whoever_comes_to_a_stage_listens_asks_and_is_let_speak(scene: Scene, stage: Channel) -> None:
    bob = scene.world.user("bob")
    bob.join_voice(stage)
    assert scene.last("VOICE_STATE_UPDATE").data["suppress"] is True
    edit_own_voice_state(scene.world, bob.actor, scene.guild.id, {"request_to_speak_timestamp": iso(START)})
    asked = scene.last("VOICE_STATE_UPDATE").data
    assert (asked["suppress"], asked["request_to_speak_timestamp"]) == (True, iso(START))
    with pytest.raises(ApiError) as caught:
        edit_own_voice_state(scene.world, bob.actor, scene.guild.id, {"suppress": False})
    assert refusal(caught) == (403, 50013)
    edit_voice_state(scene.world, scene.bot, scene.guild.id, bob.id, {"suppress": False})
    let = scene.last("VOICE_STATE_UPDATE").data
    assert (let["suppress"], let["request_to_speak_timestamp"]) == (False, scene.world.clock.iso())
    bob.join_voice(stage, self_mute=True)
    assert scene.last("VOICE_STATE_UPDATE").data["suppress"] is False
    edit_voice_state(scene.world, scene.bot, scene.guild.id, bob.id, {"suppress": True})
    assert scene.last("VOICE_STATE_UPDATE").data["request_to_speak_timestamp"] is None


def test_a_moderator_on_a_stage_speaks_without_asking(scene: Scene, stage: Channel) -> None:
    alice = scene.world.user("alice")
    alice.join_voice(stage)
    edit_own_voice_state(scene.world, alice.actor, scene.guild.id, {"channel_id": str(stage.id), "suppress": False})
    state = scene.guild.voice_states[alice.id]
    assert (state["suppress"], state["request_to_speak_timestamp"]) == (False, None)


def test_speaking_is_a_matter_of_the_stage_one_is_on(scene: Scene, stage: Channel) -> None:
    bob = scene.world.user("bob")
    with pytest.raises(ApiError) as caught:
        edit_own_voice_state(scene.world, bob.actor, scene.guild.id, {})
    assert refusal(caught) == (404, 10065)
    bob.join_voice("Lounge")
    with pytest.raises(ApiError) as caught:
        edit_voice_state(scene.world, scene.bot, scene.guild.id, bob.id, {"suppress": True})
    assert refusal(caught) == (400, 50024)
    bob.join_voice(stage)
    with pytest.raises(ApiError) as caught:
        edit_voice_state(scene.world, scene.person("carol"), scene.guild.id, bob.id, {"suppress": True})
    assert refusal(caught) == (403, 50013)
    with pytest.raises(ApiError) as caught:
        edit_own_voice_state(scene.world, bob.actor, scene.guild.id, {"request_to_speak_timestamp": iso(START - 3600)})
    assert set(caught.value.errors) == {"request_to_speak_timestamp"}
    bob.leave_voice("Local")
    assert scene.guild.voice_states == {}


def test_a_full_channel_lets_nobody_else_in(scene: Scene) -> None:
    lounge = next(channel for channel in scene.world.channels.values() if channel.is_voice)
    lounge.user_limit = 1
    scene.world.user("bob").join_voice(lounge)
    with pytest.raises(ActorError, match="carol cannot join"):
        scene.world.user("carol").join_voice(lounge)


def test_the_status_of_a_voice_channel_is_set_from_inside_or_by_those_who_manage_it(scene: Scene) -> None:
    lounge = next(channel for channel in scene.world.channels.values() if channel.is_voice)
    scene.allow_bot(permissions.VIEW_CHANNEL | permissions.CONNECT | permissions.SET_VOICE_CHANNEL_STATUS)
    with pytest.raises(ApiError) as caught:
        set_voice_status(scene.world, scene.bot, lounge.id, "chess")
    assert refusal(caught) == (403, 50013)
    scene.world.user("robot").join_voice(lounge)
    set_voice_status(scene.world, scene.bot, lounge.id, "chess")
    assert scene.last("VOICE_CHANNEL_STATUS_UPDATE").data["status"] == "chess"
    assert (scene.guild.audit_log[-1].action_type, scene.guild.audit_log[-1].options) == (192, {"status": "chess"})
    set_voice_status(scene.world, scene.bot, lounge.id, None)
    assert scene.guild.audit_log[-1].action_type == 193
