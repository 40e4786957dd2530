import pytest

from scurrypy.sandbox.errors import ActorError
from scurrypy.sandbox.rules.permissions import SEND_MESSAGES
from tests.unit.sandbox.interactions.conftest import Stage


def test_a_user_command_names_its_target(stage: Stage):
    stage.command("Look Up", type=2)
    stage.person("alice").user_command("general", "Look Up", "carol")
    data = stage.interaction()["data"]
    assert data["resolved"]["users"][data["target_id"]]["username"] == "carol"
    assert data["target_id"] in data["resolved"]["members"]


def test_a_user_command_needs_leave_to_send_messages(stage: Stage):
    stage.command("Look Up", type=2)
    stage.guild.roles[stage.guild.id].permissions &= ~SEND_MESSAGES
    with pytest.raises(ActorError, match="may not send messages"):
        stage.person("bob").user_command("general", "Look Up", "carol")


def test_a_message_command_names_its_target_and_answers_refer_to_it(stage: Stage):
    stage.command("Quote", type=3)
    said = stage.person("bob").send("general", "wise words")
    used = stage.person("alice").message_command(said, "Quote")
    data = stage.interaction()["data"]
    assert data["resolved"]["messages"][data["target_id"]]["content"] == "wise words"
    answer = stage.answer(used, content="quoted")["resource"]["message"]
    assert (answer["type"], answer["message_reference"]["message_id"]) == (23, str(said.id))
    assert answer["interaction_metadata"]["target_message_id"] == str(said.id)
