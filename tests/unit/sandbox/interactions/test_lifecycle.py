import pytest

from scurrypy.sandbox import ApiError
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.world.interaction_messages import delete_answer, get_answer
from scurrypy.sandbox.world.interaction_responses import respond
from tests.unit.sandbox.interactions.conftest import EPHEMERAL, Stage, code_of

LOADING = 1 << 7


@pytest.fixture
def used(stage: Stage):
    stage.command("ping")
    return stage.person("alice").slash("general", "ping")


def test_an_answer_in_time_is_a_message_that_everyone_sees(stage: Stage, used):
    stage.world.clock.advance(2.9)
    told = stage.answer(used, content="pong")
    assert used.state == "responded"
    assert used.response.content == "pong"
    event = stage.heard("MESSAGE_CREATE")[-1]
    assert (event.data["type"], event.data["webhook_id"]) == (20, str(stage.application.id))
    assert event.data["interaction_metadata"]["name"] == "ping"
    assert event.data["interaction"]["user"]["username"] == "alice"
    assert told["resource"]["message"]["id"] == told["interaction"]["response_message_id"]


def test_after_three_seconds_the_interaction_is_unknown_and_failed(stage: Stage, used):
    stage.world.clock.advance(3.1)
    with pytest.raises(ApiError) as caught:
        stage.answer(used, content="late")
    assert code_of(caught) == 10062
    assert used.state == "failed"
    assert used.response is None


def test_a_second_answer_is_refused(stage: Stage, used):
    stage.answer(used, content="one")
    with pytest.raises(ApiError) as caught:
        stage.answer(used, content="two")
    assert (caught.value.status, code_of(caught)) == (400, 40060)


def test_a_wrong_token_finds_no_interaction(stage: Stage, used):
    wrong = used.interaction.token + "x"
    with pytest.raises(ApiError) as caught:
        respond(stage.world, used.interaction.id, wrong, {"type": 4, "data": {"content": "mine"}})
    assert (caught.value.status, code_of(caught)) == (404, 10062)
    stage.answer(used, content="mine")
    with pytest.raises(ApiError) as caught:
        get_answer(stage.world, stage.application.id, wrong, None)
    assert (caught.value.status, code_of(caught)) == (401, 50027)


def test_a_failed_answer_leaves_the_interaction_open(stage: Stage, used):
    with pytest.raises(ApiError) as caught:
        stage.answer(used)
    assert code_of(caught) == 50006
    stage.answer(used, content="now")
    assert used.state == "responded"


def test_an_ephemeral_answer_reaches_its_user_and_the_bot_past_the_guild(stage: Stage, used):
    stage.answer(used, content="psst", flags=EPHEMERAL)
    event = stage.heard("MESSAGE_CREATE")[-1]
    assert (event.guild_id, event.intents) == (None, Intent.DIRECT_MESSAGES)
    assert event.application_id == stage.application.id
    assert not {"guild_id", "member"} & event.data.keys()
    assert [m.content for m in stage.person("alice").messages("general")] == ["psst"]
    assert stage.person("bob").messages("general") == []


def test_a_promise_is_a_loading_message_until_it_is_edited(stage: Stage, used):
    stage.answer(used, 5)
    assert (used.state, used.response, used.messages) == ("deferred", None, [])
    assert stage.heard("MESSAGE_CREATE")[-1].data["flags"] == LOADING
    stage.world.clock.advance(600)
    edited = stage.edit_original(used, content="done")
    assert (edited["flags"], edited["edited_timestamp"]) == (0, None)
    assert used.state == "responded"
    assert used.response.content == "done"


def test_a_promise_keeps_only_the_ephemeral_flag(stage: Stage, used):
    stage.answer(used, 5, flags=EPHEMERAL | 1 << 2)
    assert stage.heard("MESSAGE_CREATE")[-1].data["flags"] == LOADING | EPHEMERAL


def test_the_first_follow_up_to_a_promise_is_the_promised_message(stage: Stage, used):
    stage.answer(used, 5, flags=EPHEMERAL)
    sent = stage.follow_up(used, content="here")
    assert int(sent["id"]) == used.interaction.response_id
    assert sent["flags"] == EPHEMERAL
    assert [message.content for message in used.messages] == ["here"]


def test_follow_ups_reply_to_the_original_response(stage: Stage, used):
    stage.answer(used, content="one")
    sent = stage.follow_up(used, content="two")
    original = str(used.interaction.response_id)
    assert (sent["type"], sent["message_reference"]["message_id"]) == (19, original)
    assert sent["interaction_metadata"]["original_response_message_id"] == original
    assert [message.content for message in used.messages] == ["one", "two"]


def test_before_any_answer_there_is_no_webhook_to_follow_up(stage: Stage, used):
    with pytest.raises(ApiError) as caught:
        stage.follow_up(used, content="too soon")
    assert (caught.value.status, code_of(caught)) == (404, 10015)


def test_the_token_works_for_a_quarter_of_an_hour(stage: Stage, used):
    stage.answer(used, content="one")
    stage.world.clock.advance(899)
    stage.follow_up(used, content="two")
    stage.world.clock.advance(2)
    with pytest.raises(ApiError) as caught:
        stage.follow_up(used, content="three")
    assert (caught.value.status, code_of(caught)) == (401, 50027)


def test_a_deleted_response_is_gone(stage: Stage, used):
    stage.answer(used, content="one")
    token = used.interaction.token
    delete_answer(stage.world, stage.application.id, token, None)
    assert used.response is None
    with pytest.raises(ApiError) as caught:
        get_answer(stage.world, stage.application.id, token, None)
    assert code_of(caught) == 10008
    assert stage.heard("MESSAGE_DELETE")


def test_a_token_opens_no_other_message(stage: Stage, used):
    other = stage.person("bob").send("general", "mine")
    stage.answer(used, content="one")
    with pytest.raises(ApiError) as caught:
        delete_answer(stage.world, stage.application.id, used.interaction.token, other.id)
    assert code_of(caught) == 10008


@pytest.mark.parametrize("type", [1, 6, 7, 8, 12, 99])
def test_a_command_is_answered_with_what_commands_allow(stage: Stage, used, type):
    with pytest.raises(ApiError) as caught:
        stage.answer(used, type, content="x")
    assert caught.value.errors["type"]["_errors"][0]["code"] == "BASE_TYPE_CHOICES"


def test_errors_in_an_answer_stand_below_data(stage: Stage, used):
    with pytest.raises(ApiError) as caught:
        stage.answer(used, content="x" * 2001, components=[{"type": 1, "components": []}])
    assert set(caught.value.errors["data"]) == {"content", "components"}


def test_components_v2_can_answer_at_once(stage: Stage, used):
    stage.answer(used, flags=1 << 15, components=[{"type": 10, "content": "hi"}])
    assert used.response.components == [{"type": 10, "id": 1, "content": "hi"}]


def test_an_activity_launches_only_for_applications_that_have_one(stage: Stage, used):
    stage.application.flags |= 1 << 17
    told = stage.answer(used, 12)
    assert told["resource"]["activity_instance"]["id"] == told["interaction"]["activity_instance_id"]


def test_whoever_watches_the_world_hears_of_answers_that_are_no_messages(stage: Stage, used):
    components = [{"type": 18, "label": "L", "component": {"type": 4, "custom_id": "t", "style": 1}}]
    stage.answer(used, 9, custom_id="m", title="T", components=components)
    event = stage.heard("INTERACTION_ANSWERED")[-1]
    assert (event.application_id, event.data["modal"]["title"]) == (0, "T")


def test_interactions_that_nobody_can_answer_any_more_are_forgotten(stage: Stage, used):
    stage.answer(used, content="one")
    stage.world.clock.advance(901)
    later = stage.person("alice").slash("general", "ping")
    assert list(stage.world.interactions) == [later.interaction.id]
    assert used.response.content == "one"


def test_an_answer_to_a_channel_that_is_gone_finds_no_channel(stage: Stage, used):
    stage.world.forget_channel(stage.general)
    with pytest.raises(ApiError) as caught:
        stage.answer(used, content="where?")
    assert code_of(caught) == 10003


@pytest.mark.parametrize("token", ["", "x", "é", "aW50ZXJhY3Rpb246MTox", "a" * 300])
def test_tokens_that_are_none_are_invalid(stage: Stage, used, token):
    with pytest.raises(ApiError) as caught:
        get_answer(stage.world, stage.application.id, token, None)
    assert code_of(caught) == 50027
