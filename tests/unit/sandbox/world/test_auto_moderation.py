import pytest

from scurrypy.sandbox import ApiError
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.auto_moderation import find_keyword
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.world.audit import get_audit_log
from scurrypy.sandbox.world.auto_moderation import create_rule, delete_rule, edit_rule, get_rule, list_rules
from scurrypy.sandbox.world.messages import create_message, edit_message
from tests.unit.sandbox.world.conftest import Scene, refusal

BLOCK = {"type": 1, "metadata": {"custom_message": "no"}}


def rule(scene: Scene, **fields: object) -> dict:
    body = {"name": "r", "event_type": 1, "trigger_type": 1, "enabled": True, "actions": [BLOCK]}
    body["trigger_metadata"] = {"keyword_filter": ["bad*"]}
    return create_rule(scene.world, scene.bot, scene.guild.id, body | fields)


def allow_all(scene: Scene) -> None:
    scene.allow_bot(permissions.ADMINISTRATOR)
    scene.guild.roles[scene.guild.id].permissions = permissions.DEFAULT_EVERYONE


def say(scene: Scene, content: str, by: str = "bob") -> dict:
    return create_message(scene.world, scene.person(by), scene.general.id, {"content": content})


def test_a_rule_is_made_changed_deleted_and_each_time_told_to_those_who_manage_the_guild(scene: Scene) -> None:
    made = rule(scene, exempt_roles=[str(scene.guild.id)])
    assert made["trigger_metadata"] == {"keyword_filter": ["bad*"], "regex_patterns": [], "allow_list": []}
    assert (made["creator_id"], made["exempt_roles"]) == (str(scene.application.bot_id), [str(scene.guild.id)])
    event = scene.last("AUTO_MODERATION_RULE_CREATE")
    assert (event.data, event.intents, event.application_id) == (
        made,
        Intent.AUTO_MODERATION_CONFIGURATION,
        scene.application.id,
    )
    rule_id = int(made["id"])
    edited = edit_rule(scene.world, scene.bot, scene.guild.id, rule_id, {"name": "renamed", "enabled": False})
    assert edited == made | {"name": "renamed", "enabled": False}
    assert list_rules(scene.world, scene.bot, scene.guild.id) == [edited]
    log = get_audit_log(scene.world, scene.bot, scene.guild.id)
    assert [entry["action_type"] for entry in log["audit_log_entries"][:2]] == [141, 140]
    assert log["auto_moderation_rules"] == [edited]
    delete_rule(scene.world, scene.bot, scene.guild.id, rule_id)
    assert scene.last("AUTO_MODERATION_RULE_DELETE").data == edited
    with pytest.raises(ApiError) as caught:
        get_rule(scene.world, scene.bot, scene.guild.id, rule_id)
    assert refusal(caught) == (404, 0)


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"name": None}, "name"),
        ({"trigger_type": 2}, "trigger_type"),
        ({"event_type": 2}, "event_type"),
        ({"actions": []}, "actions"),
        ({"actions": [{"type": 4}]}, "actions"),
        ({"actions": [{"type": 2, "metadata": {"channel_id": "1"}}]}, "actions"),
        ({"actions": [{"type": 3, "metadata": {"duration_seconds": 2_419_201}}]}, "actions"),
        ({"trigger_metadata": {}}, "trigger_metadata"),
        ({"trigger_metadata": {"keyword_filter": ["x" * 61]}}, "trigger_metadata"),
        ({"trigger_metadata": {"regex_patterns": ["("]}}, "trigger_metadata"),
        ({"trigger_metadata": {"regex_patterns": ["(?=a)b"]}}, "trigger_metadata"),
        ({"trigger_type": 5, "trigger_metadata": {"mention_total_limit": 51}}, "trigger_metadata"),
        ({"exempt_roles": [str(number) for number in range(21)]}, "exempt_roles"),
    ],
)
def test_a_rule_that_is_not_right_is_refused(scene: Scene, fields: dict, path: str) -> None:
    with pytest.raises(ApiError) as caught:
        rule(scene, **fields)
    assert (caught.value.code, set(caught.value.errors)) == (50035, {path})


@pytest.mark.parametrize(
    ("kind", "most", "metadata"),
    [(1, 6, {"keyword_filter": ["x"]}), (3, 1, {}), (4, 1, {"presets": [1]}), (5, 1, {"mention_total_limit": 3})],
)
def test_a_guild_takes_only_so_many_rules_of_a_kind(scene: Scene, kind: int, most: int, metadata: dict) -> None:
    for _ in range(most):
        rule(scene, trigger_type=kind, trigger_metadata=metadata)
    with pytest.raises(ApiError) as caught:
        rule(scene, trigger_type=kind, trigger_metadata=metadata)
    assert caught.value.errors["_errors"][0]["code"] == "AUTO_MODERATION_MAX_RULES_OF_TYPE_EXCEEDED"


def test_rules_need_manage_guild_and_timeouts_need_moderate_members(scene: Scene) -> None:
    scene.allow_bot(permissions.MANAGE_GUILD)
    rule(scene)
    with pytest.raises(ApiError) as caught:
        rule(scene, actions=[{"type": 3, "metadata": {"duration_seconds": 60}}])
    assert refusal(caught) == (403, 50013)
    scene.allow_bot(permissions.MODERATE_MEMBERS)
    with pytest.raises(ApiError) as caught:
        list_rules(scene.world, scene.bot, scene.guild.id)
    assert refusal(caught) == (403, 50013)


@pytest.mark.parametrize(
    ("keyword", "content", "found"),
    [
        ("cat", "a CAT here", "CAT"),
        ("cat", "category", None),
        ("cat*", "my catch", "cat"),
        ("cat*", "wildcat", None),
        ("*cat", "wildCat", "Cat"),
        ("*cat", "catch", None),
        ("*cat*", "education and location", "cat"),
        ("the mat", "on the mat today", "the mat"),
        ("the mat*", "the matrix", "the mat"),
    ],
)
def test_wildcards_say_where_a_keyword_stands(keyword: str, content: str, found: str | None) -> None:
    metadata = {"keyword_filter": [keyword], "regex_patterns": [], "allow_list": []}
    finding = find_keyword(metadata, content)
    assert (finding and finding.content) == found


def test_what_is_allowed_does_not_count_and_patterns_match_anywhere() -> None:
    metadata = {"keyword_filter": ["*cat*"], "regex_patterns": ["b.d"], "allow_list": ["location"]}
    assert find_keyword(metadata, "my location") is None
    finding = find_keyword(metadata, "my location is bAd")
    assert (finding.keyword, finding.content) == ("b.d", "bAd")


def test_a_blocked_message_is_not_posted_and_everything_the_rule_asks_for_is_done(scene: Scene) -> None:
    allow_all(scene)
    alerts = scene.world.create_channel(scene.guild, "alerts")
    alert = {"type": 2, "metadata": {"channel_id": str(alerts.id)}}
    made = rule(scene, actions=[BLOCK, alert, {"type": 3, "metadata": {"duration_seconds": 60}}])
    with pytest.raises(ApiError) as caught:
        say(scene, "a badly thing")
    assert refusal(caught) == (400, 200000)
    assert not scene.world.messages[scene.general.id]
    (message,) = scene.world.messages[alerts.id].values()
    assert (message.type, message.author_id) == (24, scene.user("bob").id)
    assert message.embeds[0]["description"] == "a badly thing"
    executions = [event for event in scene.events if event.name == "AUTO_MODERATION_ACTION_EXECUTION"]
    assert [event.data["action"]["type"] for event in executions] == [1, 2, 3]
    assert all(event.intents == Intent.AUTO_MODERATION_EXECUTION for event in executions)
    assert executions[1].data == {
        "guild_id": str(scene.guild.id),
        "action": alert,
        "rule_id": made["id"],
        "rule_trigger_type": 1,
        "user_id": str(scene.user("bob").id),
        "channel_id": str(scene.general.id),
        "content": "a badly thing",
        "matched_keyword": "bad*",
        "matched_content": "bad",
        "alert_system_message_id": str(message.id),
    }
    assert scene.guild.members[scene.user("bob").id].timeout_until == scene.world.clock.now() + 60
    assert scene.last("GUILD_MEMBER_UPDATE").data["communication_disabled_until"]
    assert [entry.action_type for entry in scene.guild.audit_log[-3:]] == [143, 144, 145]


def test_a_message_that_is_only_flagged_is_posted_and_named(scene: Scene) -> None:
    rule(scene, actions=[{"type": 2, "metadata": {"channel_id": str(scene.general.id)}}])
    posted = say(scene, "bad")
    assert scene.last("AUTO_MODERATION_ACTION_EXECUTION").data["message_id"] == posted["id"]


def test_an_edit_is_judged_as_a_message_is(scene: Scene) -> None:
    rule(scene)
    posted = say(scene, "good")
    with pytest.raises(ApiError) as caught:
        edit_message(scene.world, scene.person("bob"), scene.general.id, int(posted["id"]), {"content": "bad"})
    assert refusal(caught) == (400, 200000)
    assert scene.world.messages[scene.general.id][int(posted["id"])].content == "good"


def test_more_mentions_than_a_rule_allows_are_counted_once_each(scene: Scene) -> None:
    rule(scene, trigger_type=5, trigger_metadata={"mention_total_limit": 2})
    mentions = [f"<@{scene.user(name).id}>" for name in ("alice", "bob", "carol")]
    say(scene, " ".join([*mentions[:2], mentions[0]]))
    with pytest.raises(ApiError) as caught:
        say(scene, " ".join(mentions))
    assert refusal(caught) == (400, 200000)


def test_bots_managers_and_what_is_exempt_write_what_they_like(scene: Scene) -> None:
    allow_all(scene)
    role = scene.world.create_role(scene.guild, "trusted")
    scene.guild.members[scene.user("carol").id].role_ids.append(role.id)
    made = rule(scene, exempt_roles=[str(role.id)])
    say(scene, "bad", by="alice")
    say(scene, "bad", by="carol")
    create_message(scene.world, scene.bot, scene.general.id, {"content": "bad"})
    for change in ({"exempt_channels": [str(scene.general.id)]}, {"exempt_channels": [], "enabled": False}):
        edit_rule(scene.world, scene.bot, scene.guild.id, int(made["id"]), change)
        say(scene, "bad")
    assert "AUTO_MODERATION_ACTION_EXECUTION" not in scene.names()
