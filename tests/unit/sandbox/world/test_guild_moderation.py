import pytest

from scurrypy.sandbox import ApiError
from scurrypy.sandbox.clock import iso
from scurrypy.sandbox.errors import ActorError
from scurrypy.sandbox.gateway.identify import Presence
from scurrypy.sandbox.gateway.presence import show_presence
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.world.audit import get_audit_log
from scurrypy.sandbox.world.incidents import edit_incident_actions
from scurrypy.sandbox.world.integrations import delete_integration, list_integrations
from scurrypy.sandbox.world.invites import create_invite
from scurrypy.sandbox.world.join_requests import answer_join_request, list_join_requests
from scurrypy.sandbox.world.pruning import count_idle, prune
from scurrypy.sandbox.world.webhooks import create_webhook
from tests.unit.sandbox.world.conftest import START, Scene, refusal

DAY = 24 * 3600


def test_the_applications_in_a_guild_are_listed_and_one_is_taken_out_with_all_it_had(scene: Scene) -> None:
    other = scene.world.create_application("other")
    scene.world.add_bot(scene.guild, other)
    told = scene.last("INTEGRATION_CREATE").data
    listed = list_integrations(scene.world, scene.bot, scene.guild.id)
    assert [integration["application"]["bot"]["username"] for integration in listed] == ["robot", "other"]
    assert listed[1]["user"]["username"] == "alice"
    assert told | {"user": listed[1]["user"]} == listed[1] | {"guild_id": str(scene.guild.id)}
    create_webhook(scene.world, scene.bot, scene.general.id, {"name": "stays"})
    hook = create_webhook(scene.world, scene.bot, scene.general.id, {"name": "goes"})
    scene.world.webhooks[int(hook["id"])].application_id = other.id
    delete_integration(scene.world, scene.bot, scene.guild.id, int(listed[1]["id"]))
    assert [webhook.name for webhook in scene.world.webhooks.values()] == ["stays"]
    assert other.bot_id not in scene.guild.members
    gone = {"id": listed[1]["id"], "guild_id": str(scene.guild.id), "application_id": str(other.id)}
    assert scene.last("INTEGRATION_DELETE").data == gone
    assert scene.last("GUILD_INTEGRATIONS_UPDATE").data == {"guild_id": str(scene.guild.id)}
    assert scene.guild.audit_log[-1].action_type == 82
    with pytest.raises(ApiError) as caught:
        delete_integration(scene.world, scene.bot, scene.guild.id, int(listed[1]["id"]))
    assert refusal(caught) == (404, 10005)


def test_an_integration_in_the_audit_log_is_told_of_in_short(scene: Scene) -> None:
    (integration,) = scene.guild.integrations.values()
    scene.guild.audit_log.clear()
    other = scene.world.create_application("other")
    scene.world.add_bot(scene.guild, other)
    scene.events.clear()
    log = get_audit_log(scene.world, scene.bot, scene.guild.id)
    assert log["integrations"] == []
    delete_integration(scene.world, scene.bot, scene.guild.id, list(scene.guild.integrations)[1])
    scene.guild.audit_log[-1].target_id = integration.id
    assert [each["name"] for each in get_audit_log(scene.world, scene.bot, scene.guild.id)["integrations"]] == ["robot"]


def test_a_guild_parts_with_those_who_have_been_away_and_have_no_roles(scene: Scene) -> None:
    names = ("quiet", "writes", "online", "speaks", "moderates")
    people = {name: scene.world.create_user(name) for name in names}
    for user in people.values():
        scene.world.add_member(scene.guild, user)
    scene.world.user("writes").send("general", "long ago")
    scene.world.clock.advance(10 * DAY)
    scene.world.user("writes").send("general", "still here")
    scene.world.add_member(scene.guild, scene.world.create_user("new"))
    show_presence(scene.world, people["online"].id, Presence("online", []))
    scene.world.user("speaks").join_voice("Lounge")
    moderator = next(role for role in scene.guild.roles.values() if role.name == "Moderator")
    scene.guild.members[people["moderates"].id].role_ids.append(moderator.id)
    assert count_idle(scene.world, scene.bot, scene.guild.id, {}) == {"pruned": 3}
    assert count_idle(scene.world, scene.bot, scene.guild.id, {"days": 11}) == {"pruned": 0}
    with_role = {"include_roles": str(moderator.id)}
    assert count_idle(scene.world, scene.bot, scene.guild.id, with_role) == {"pruned": 4}
    pruned = prune(scene.world, scene.bot, scene.guild.id, {"include_roles": [str(moderator.id)]})
    assert pruned == {"pruned": 4}
    left = {scene.world.users[id].username for id in scene.guild.members}
    assert left == {"alice", "robot", "writes", "online", "speaks", "new"}
    assert scene.names().count("GUILD_MEMBER_REMOVE") == 4
    entry = scene.guild.audit_log[-1]
    assert (entry.action_type, entry.options) == (21, {"delete_member_days": "7", "members_removed": "4"})
    assert prune(scene.world, scene.bot, scene.guild.id, {"compute_prune_count": False}) == {"pruned": None}


def test_pruning_takes_two_permissions_and_days_within_a_month(scene: Scene) -> None:
    with pytest.raises(ApiError) as caught:
        count_idle(scene.world, scene.bot, scene.guild.id, {"days": "31"})
    assert set(caught.value.errors) == {"days"}
    scene.allow_bot(permissions.MANAGE_GUILD)
    with pytest.raises(ApiError) as caught:
        prune(scene.world, scene.bot, scene.guild.id, {})
    assert refusal(caught) == (403, 50013)


def test_a_guild_lets_nobody_in_for_a_while(scene: Scene) -> None:
    invite = create_invite(scene.world, scene.bot, scene.general.id, {})
    scene.world.create_user("dave")
    until = iso(START + 3600)
    data = edit_incident_actions(scene.world, scene.bot, scene.guild.id, {"invites_disabled_until": until})
    assert data == {"invites_disabled_until": until, "dms_disabled_until": None}
    assert scene.last("GUILD_UPDATE").data["incidents_data"]["invites_disabled_until"] == until
    with pytest.raises(ActorError, match="nobody in"):
        scene.world.user("dave").use_invite(invite["code"])
    edit_incident_actions(scene.world, scene.bot, scene.guild.id, {"invites_disabled_until": None})
    assert scene.last("GUILD_UPDATE").data["incidents_data"] is None
    scene.world.user("dave").use_invite(invite["code"])


def test_measures_against_raids_last_a_day_at_most(scene: Scene) -> None:
    with pytest.raises(ApiError) as caught:
        edit_incident_actions(scene.world, scene.bot, scene.guild.id, {"dms_disabled_until": iso(START + DAY + 1)})
    assert set(caught.value.errors) == {"dms_disabled_until"}


def test_those_who_ask_to_join_are_let_in_or_not(scene: Scene) -> None:
    for name in ("dave", "eve"):
        scene.world.create_user(name)
    form = [{"field_type": "TEXT_INPUT", "label": "Why?", "response": "chess"}]
    dave = scene.world.user("dave").request_to_join("Local", form)
    eve = scene.world.user("eve").request_to_join("Local")
    with pytest.raises(ActorError, match="cannot ask"):
        scene.world.user("dave").request_to_join("Local")
    where = (scene.world, scene.bot, scene.guild.id)
    listed = list_join_requests(*where, {"status": "SUBMITTED"})
    assert [request["user"]["username"] for request in listed["guild_join_requests"]] == ["eve", "dave"]
    assert listed["guild_join_requests"][1]["form_responses"] == form
    page = list_join_requests(*where, {"before": str(eve.id), "limit": 1})
    assert (page["total"], page["guild_join_requests"][0]["id"]) == (2, str(dave.id))
    approved = answer_join_request(*where, dave.id, {"action": "APPROVED"})
    assert (approved["actioned_by_user"]["username"], approved["application_status"]) == ("robot", "APPROVED")
    assert scene.last("GUILD_MEMBER_ADD").data["user"]["username"] == "dave"
    rejected = answer_join_request(*where, eve.id, {"action": "REJECTED", "rejection_reason": "full"})
    assert (rejected["rejection_reason"], rejected["reviewed_at"]) == ("full", iso(START))
    assert eve.user_id not in scene.guild.members
    with pytest.raises(ApiError) as caught:
        answer_join_request(*where, eve.id, {"action": "APPROVED"})
    assert set(caught.value.errors) == {"action"}
    with pytest.raises(ApiError) as caught:
        answer_join_request(*where, 1, {"action": "APPROVED"})
    assert refusal(caught) == (404, 0)
    scene.allow_bot(permissions.MANAGE_GUILD)
    with pytest.raises(ApiError) as caught:
        list_join_requests(*where, {})
    assert refusal(caught) == (403, 50013)
