import pytest

from scurrypy.sandbox.errors import ActorError
from scurrypy.sandbox.records.channels import VOICE
from tests.unit.sandbox.interactions.conftest import Stage


def test_people_talk_react_and_leave(stage: Stage):
    bob = stage.person("bob")
    said = bob.send("#general", "hello", files=[("a.txt", b"abc")])
    stage.person("carol").react(said, "👍")
    bob.edit(said, "hello!")
    bob.typing("general")
    answer = stage.person("carol").send("general", "hi", reply_to=said)
    stage.person("carol").unreact(said, "👍")
    bob.delete(said)
    bob.leave("Local")
    stage.world.create_channel(stage.guild, "Stage", VOICE)
    assert answer.mention_ids == [bob.id]
    names = {event.name for event in stage.events}
    assert {"MESSAGE_CREATE", "MESSAGE_REACTION_ADD", "MESSAGE_UPDATE", "TYPING_START"} <= names
    assert {"MESSAGE_REACTION_REMOVE", "MESSAGE_DELETE", "GUILD_MEMBER_REMOVE"} <= names
    with pytest.raises(ActorError, match="bob sees no channel 'general'"):
        bob.send("general", "still here?")
    bob.join("Local")
    bob.send("general", "back")


def test_somebody_unknown_is_named_with_those_who_are_known(stage: Stage):
    with pytest.raises(ActorError, match="there is: alice, bob, carol, Robo"):
        stage.person("zoe")
