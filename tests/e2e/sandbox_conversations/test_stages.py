from scurrypy.api import StageInstancePart
from scurrypy.events import StageInstanceCreateEvent, StageInstanceDeleteEvent, VoiceStateUpdateEvent
from scurrypy.sandbox.records.channels import STAGE
from tests.e2e.sandbox_conversations.conftest import Talk


async def test_a_stage_is_opened_somebody_is_let_speak_and_it_closes(talk: Talk) -> None:
    world = talk.sandbox.world
    channel = world.create_channel(talk.guild, "Stage", STAGE)
    stage = talk.client.stage_instance(channel.id)
    made, told = await talk.hear(StageInstanceCreateEvent, stage.create(StageInstancePart(topic="bees")))
    assert told.id == made.id
    assert (await stage.edit(topic="birds")).topic == (await stage.fetch()).topic == "birds"
    bob = world.user("bob")
    bob.join_voice(channel)
    guild = talk.client.guild(talk.guild.id)
    assert (await guild.fetch_voice_state(bob.id)).suppress
    _, told = await talk.hear(VoiceStateUpdateEvent, guild.edit_voice_state(bob.id, suppress=False))
    assert (told.user_id, told.suppress) == (bob.id, False)
    await talk.client.update_voice_state(talk.guild.id, channel.id)
    await talk.sandbox.until(lambda: talk.application.bot_id in talk.guild.voice_states)
    await guild.edit_current_voice_state(suppress=False)
    assert not (await guild.fetch_current_voice_state()).suppress
    _, told = await talk.hear(StageInstanceDeleteEvent, stage.delete())
    assert told.id == made.id
