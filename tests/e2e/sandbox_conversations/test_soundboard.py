import asyncio

from scurrypy.api import SoundboardSoundPart, SoundDataPart
from scurrypy.events import GuildSoundboardSoundCreateEvent, VoiceChannelEffectSendEvent
from tests.e2e.sandbox_conversations.conftest import Talk
from tests.unit.sandbox.rules.test_sounds import FRAME


async def test_a_sound_is_made_fetched_and_played(talk: Talk) -> None:
    board = talk.client.soundboard(talk.guild.id)
    assert [sound.name for sound in await board.fetch_default_sounds()][:2] == ["quack", "airhorn"]
    part = SoundboardSoundPart(name="moo", sound=SoundDataPart(data=FRAME), volume=0.5)
    sound, told = await talk.hear(GuildSoundboardSoundCreateEvent, board.create(part))
    assert told.sound_id == sound.sound_id
    lounge = next(channel for channel in talk.sandbox.world.channels.values() if channel.is_voice)
    await talk.client.update_voice_state(talk.guild.id, lounge.id)
    await talk.sandbox.until(lambda: talk.application.bot_id in talk.guild.voice_states)
    playing = talk.client.channel(lounge.id).send_soundboard_sound(sound.sound_id)
    _, heard = await talk.hear(VoiceChannelEffectSendEvent, playing)
    assert (heard.sound_id, heard.sound_volume, heard.user_id) == (sound.sound_id, 0.5, talk.application.bot_id)
    assert (await board.edit(sound.sound_id, name="woof")).name == "woof"
    await board.delete(sound.sound_id)
    assert await asyncio.wait_for(board.fetch_all(), 5) == []
