"""What scheduled events, stages, sounds, templates and voice refuse by themselves, and what they leave as it was."""

from collections.abc import Awaitable, Callable

import pytest

from scurrypy.api import SoundboardSoundPart, SoundDataPart, StageInstancePart
from scurrypy.api.guilds import GuildTemplatePart
from scurrypy.resources import (
    AutoModeration,
    Channel,
    GuildTemplate,
    ResourceFactories,
    ScheduledEvent,
    Soundboard,
    StageInstance,
    VoiceRegion,
)
from scurrypy.wire.errors import InvalidFile, InvalidRequest
from scurrypy.wire.snowflake import Snowflake
from tests.unit.resources.recorder import Recorder

ONE, TWO = Snowflake(1), Snowflake(2)


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda http: ScheduledEvent(http, ONE).fetch_users(2, limit=101), "limit: 1-100, got 101"),
        (lambda http: ScheduledEvent(http, ONE).fetch_users(2, limit=0), "limit: 1-100, got 0"),
        (lambda http: ScheduledEvent(http, ONE).fetch_exception_users(2, 3, limit=101), "limit: 1-100, got 101"),
        (
            lambda http: ScheduledEvent(http, ONE).fetch_user_counts(
                2, guild_scheduled_event_exception_ids=list(range(11))
            ),
            "guild_scheduled_event_exception_ids: at most 10 entries, got 11",
        ),
        (lambda http: Channel(http, ONE).edit_voice_status("x" * 501), "status: at most 500 characters"),
    ],
)
async def test_what_breaks_a_limit_of_the_operation_is_not_sent(
    call: Callable[[Recorder], Awaitable[object]], told: str
):
    http = Recorder()
    with pytest.raises(InvalidRequest) as refused:
        await call(http)
    assert str(refused.value).startswith(told)
    assert http.calls == []


async def test_a_template_and_the_default_sounds_need_no_guild():
    http = Recorder(answer={"code": "abc"})
    assert (await GuildTemplate(http).fetch("abc")).code == "abc"
    http.answer = [{"sound_id": "1", "name": "quack"}]
    assert [sound.name for sound in await Soundboard(http).fetch_default_sounds()] == ["quack"]
    assert [call.endpoint for call in http.calls] == ["/guilds/templates/abc", "/soundboard-default-sounds"]


def test_the_factories_name_the_guild_or_channel_and_leave_out_what_is_not_given():
    make = ResourceFactories(Recorder())
    assert make.auto_moderation(1) == AutoModeration(make.http, ONE)
    assert make.scheduled_event(1) == ScheduledEvent(make.http, ONE)
    assert make.stage_instance(1) == StageInstance(make.http, ONE)
    assert make.voice_region() == VoiceRegion(make.http)
    assert (make.guild_template(1).guild_id, make.guild_template().guild_id) == (ONE, None)
    assert (make.soundboard(1).guild_id, make.soundboard().guild_id) == (ONE, None)


async def test_what_needs_a_guild_is_refused_without_one():
    http = Recorder()
    for call in (
        GuildTemplate(http).create(GuildTemplatePart("x")),
        GuildTemplate(http).sync("abc"),
        Soundboard(http).fetch_all(),
        Soundboard(http).delete(2),
    ):
        with pytest.raises(InvalidRequest, match="guild_id: an id"):
            await call
    assert http.calls == []


async def test_a_stage_begins_in_its_own_channel_and_the_callers_part_stays_as_it_was():
    http = Recorder(answer={})
    part = StageInstancePart("Talk", channel_id=TWO)
    await StageInstance(http, ONE).create(part)
    assert http.call.data == {"topic": "Talk", "channel_id": 1}
    assert part == StageInstancePart("Talk", channel_id=TWO)


async def test_a_sound_that_is_none_is_not_sent():
    http = Recorder()
    with pytest.raises(InvalidFile, match="not an MP3 or Ogg sound"):
        await Soundboard(http, ONE).create(SoundboardSoundPart("quack", SoundDataPart(data=b"RIFF....WAVE")))
    assert http.calls == []
