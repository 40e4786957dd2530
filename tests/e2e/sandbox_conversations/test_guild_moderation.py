from scurrypy.events import GuildIntegrationDeleteEvent, GuildMemberRemoveEvent, GuildUpdateEvent
from scurrypy.sandbox.clock import iso
from tests.e2e.sandbox_conversations.conftest import Talk


async def test_members_who_were_away_go_and_so_does_an_application(talk: Talk) -> None:
    world, guild = talk.sandbox.world, talk.client.guild(talk.guild.id)
    world.clock.advance(10 * 24 * 3600)
    world.user("bob").send("general", "still here")
    assert (await guild.fetch_prune_count()).pruned == 1
    pruned, told = await talk.hear(GuildMemberRemoveEvent, guild.prune(days=7, reason="quiet"))
    assert (pruned.pruned, told.user.username) == (1, "carol")
    world.add_bot(talk.guild, world.create_application("other"))
    integration = (await guild.fetch_integrations())[1]
    assert integration.name == "other"
    _, told = await talk.hear(GuildIntegrationDeleteEvent, guild.delete_integration(integration.id))
    assert told.id == integration.id
    until = iso(world.clock.now() + 60)
    data, told = await talk.hear(GuildUpdateEvent, guild.edit_incident_actions(invites_disabled_until=until))
    assert data.invites_disabled_until == told.incidents_data.invites_disabled_until == until
