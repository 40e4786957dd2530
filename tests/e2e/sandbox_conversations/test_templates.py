from scurrypy.api.guilds import GuildTemplatePart
from tests.e2e.sandbox_conversations.conftest import Talk


async def test_a_template_is_taken_grows_old_is_taken_anew_and_deleted(talk: Talk) -> None:
    templates = talk.client.guild_template(talk.guild.id)
    made = await templates.create(GuildTemplatePart(name="like Local"))
    assert [channel.name for channel in made.serialized_source_guild.channels] == ["general", "random", "Lounge"]
    talk.sandbox.world.create_channel(talk.guild, "later")
    assert (await templates.fetch(made.code)).is_dirty
    assert not (await templates.sync(made.code)).is_dirty
    assert (await templates.edit(made.code, description="a start")).description == "a start"
    assert [template.code for template in await templates.fetch_all()] == [made.code]
    await templates.delete(made.code)
    assert await templates.fetch_all() == []
