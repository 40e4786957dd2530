from scurrypy.enums import GuildJoinRequestApplicationStatus
from scurrypy.events import GuildIntegrationDeleteEvent, GuildMemberAddEvent, GuildMemberRemoveEvent, GuildUpdateEvent
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


async def test_somebody_who_asked_is_let_in(talk: Talk) -> None:
    talk.sandbox.world.create_user("dave")
    asked = talk.sandbox.world.user("dave").request_to_join("Local")
    guild = talk.client.guild(talk.guild.id)
    requests = await guild.fetch_join_requests(GuildJoinRequestApplicationStatus.SUBMITTED)
    assert [request.id for request in requests.guild_join_requests] == [asked.id]
    letting_in = guild.action_join_request(asked.id, GuildJoinRequestApplicationStatus.APPROVED)
    answered, told = await talk.hear(GuildMemberAddEvent, letting_in)
    assert (answered.application_status, told.user.username) == ("APPROVED", "dave")
