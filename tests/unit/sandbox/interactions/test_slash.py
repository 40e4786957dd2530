import pytest

from scurrypy.sandbox import ApiError
from scurrypy.sandbox.errors import ActorError
from scurrypy.sandbox.rules.permissions import DEFAULT_EVERYONE
from tests.unit.sandbox.interactions.conftest import Stage


def option(name: str, type: int = 3, **fields: object) -> dict:
    return {"type": type, "name": name, "description": "d", **fields}


def test_a_slash_command_carries_everything_about_where_and_who(stage: Stage):
    command = stage.command("ping")
    stage.person("bob").slash("general", "ping")
    event = stage.heard("INTERACTION_CREATE")[-1]
    assert (event.guild_id, event.application_id, event.intents) == (stage.guild.id, stage.application.id, 0)
    payload = event.data
    assert payload["data"] == {"id": command["id"], "name": "ping", "type": 1}
    assert (payload["type"], payload["version"], payload["context"]) == (2, 1, 0)
    assert payload["guild"] == {"id": str(stage.guild.id), "features": [], "locale": "en-US"}
    assert payload["channel"]["name"] == "general"
    assert payload["authorizing_integration_owners"] == {"0": str(stage.guild.id)}
    assert payload["member"]["user"]["username"] == "bob"
    assert payload["member"]["permissions"] == payload["channel"]["permissions"] == str(DEFAULT_EVERYONE)
    bot_may = stage.world.permissions(stage.application.bot_id, stage.general)
    assert payload["app_permissions"] == str(bot_may)
    assert len(payload["token"]) > 100
    assert "user" not in payload


def test_every_type_of_option_arrives_with_what_its_id_stands_for(stage: Stage):
    kinds = {"text": 3, "number": 4, "yes": 5, "who": 6, "where": 7, "role": 8, "any": 9, "part": 10, "file": 11}
    stage.command("all", [option(name, kind) for name, kind in kinds.items()])
    stage.person("alice").slash(
        "general",
        "all",
        text="t",
        number=3,
        yes=True,
        who="bob",
        where="#random",
        role="Moderator",
        any="carol",
        part=0.5,
        file=("a.txt", b"abc"),
    )
    data = stage.interaction()["data"]
    values = {entry["name"]: entry["value"] for entry in data["options"]}
    resolved = data["resolved"]
    assert [entry["type"] for entry in data["options"]] == list(kinds.values())
    assert (values["text"], values["number"], values["yes"], values["part"]) == ("t", 3, True, 0.5)
    assert resolved["users"][values["who"]]["username"] == "bob"
    assert set(resolved["members"]) == {values["who"], values["any"]}
    assert "deaf" not in resolved["members"][values["who"]]
    assert resolved["channels"][values["where"]]["name"] == "random"
    assert resolved["roles"][values["role"]]["name"] == "Moderator"
    assert resolved["users"][values["any"]]["username"] == "carol"
    attachment = resolved["attachments"][values["file"]]
    assert (attachment["filename"], attachment["size"], attachment["ephemeral"]) == ("a.txt", 3, True)


def test_subcommands_nest(stage: Stage):
    inner = option("add", 1, options=[option("n", 4, required=True)])
    stage.command("tree", [option("group", 2, options=[inner]), option("list", 1)])
    stage.person("alice").slash("general", "/tree group add", n=1)
    assert stage.interaction()["data"]["options"] == [
        {"name": "group", "type": 2, "options": [
            {"name": "add", "type": 1, "options": [{"name": "n", "type": 4, "value": 1}]},
        ]},
    ]  # fmt: skip
    assert stage.person("alice").slash("general", "tree list").interaction.metadata["name"] == "tree list"
    with pytest.raises(ActorError, match="choose one of: group, list"):
        stage.person("alice").slash("general", "tree")
    with pytest.raises(ActorError, match="no subcommand 'nope'"):
        stage.person("alice").slash("general", "tree nope")


@pytest.mark.parametrize(
    ("fields", "value", "words"),
    [
        ({"type": 3, "max_length": 2}, "abc", "cannot hold 3 characters"),
        ({"type": 4}, "abc", "takes a number"),
        ({"type": 4}, 0.5, "takes a number"),
        ({"type": 4, "min_value": 3}, 2, "cannot hold 2"),
        ({"type": 5}, "yes", "takes True or False"),
        ({"type": 6}, "nobody", "no user 'nobody'"),
        ({"type": 7}, "nowhere", "sees no channel"),
        ({"type": 7, "channel_types": [2]}, "random", "only channels of type 2"),
        ({"type": 8}, "nothing", "no role 'nothing'"),
        ({"type": 11}, "a.txt", "a file is needed"),
        ({"type": 3, "choices": [{"name": "Dog", "value": "d"}]}, "cat", "offers: Dog"),
    ],
)
def test_what_the_client_would_not_accept_is_refused_before_the_bot_hears_of_it(stage: Stage, fields, value, words):
    stage.command("x", [{"name": "o", "description": "d", **fields}])
    with pytest.raises(ActorError, match=words):
        stage.person("alice").slash("general", "x", o=value)
    assert not stage.heard("INTERACTION_CREATE")


def test_required_and_unknown_options_are_refused(stage: Stage):
    stage.command("x", [option("a", required=True)])
    with pytest.raises(ActorError, match="'a' is required"):
        stage.person("alice").slash("general", "x")
    with pytest.raises(ActorError, match="no option 'b'"):
        stage.person("alice").slash("general", "x", a="1", b="2")


def test_a_choice_may_be_named_or_given_by_value(stage: Stage):
    stage.command("x", [option("a", choices=[{"name": "Dog", "value": "d"}])])
    for value in ("Dog", "d"):
        stage.person("alice").slash("general", "x", a=value)
        assert stage.interaction()["data"]["options"][0]["value"] == "d"


def test_typing_asks_for_choices_with_what_stands_there_so_far(stage: Stage):
    stage.command("x", [option("a", required=True), option("n", 4, autocomplete=True), option("b", required=False)])
    used = stage.person("alice").autocomplete("general", "x", b="done", n="1")
    payload = stage.interaction()
    assert payload["type"] == 4
    assert payload["data"]["options"] == [
        {"name": "n", "type": 4, "value": "1", "focused": True},
        {"name": "b", "type": 3, "value": "done"},
    ]
    stage.answer(used, 8, choices=[{"name": "One", "value": 1}])
    assert used.choices == [{"name": "One", "value": 1}]


@pytest.mark.parametrize(
    ("choices", "place"),
    [
        ([{"name": "x", "value": 1}] * 26, "choices"),
        ([{"name": "", "value": 1}], "choices.0.name"),
        ([{"name": "x", "value": "one"}], "choices.0.value"),
        (None, "choices"),
    ],
)
def test_choices_are_checked(stage: Stage, choices, place):
    stage.command("x", [option("n", 4, autocomplete=True)])
    used = stage.person("alice").autocomplete("general", "x", n="1")
    with pytest.raises(ApiError) as caught:
        stage.answer(used, 8, choices=choices)
    node = caught.value.errors["data"]
    for step in place.split("."):
        node = node[step]
    assert node["_errors"]


def test_typing_is_answered_with_choices_and_nothing_else(stage: Stage):
    stage.command("x", [option("n", 4, autocomplete=True)])
    used = stage.person("alice").autocomplete("general", "x", n="1")
    with pytest.raises(ApiError):
        stage.answer(used, content="x")
    stage.command("y", [option("n", 4)])
    with pytest.raises(ActorError, match="does not offer choices"):
        stage.person("alice").autocomplete("general", "y", n="1")


def test_in_direct_messages_there_is_a_user_and_no_member(stage: Stage):
    stage.command("ping")
    stage.command("guild-only", contexts=[0])
    stage.command("here", guild=True)
    alice = stage.person("alice")
    channel = alice.dm_channel(stage.application.bot_id)
    assert alice.commands(channel) == ["ping"]
    used = alice.slash(channel, "ping")
    event = stage.heard("INTERACTION_CREATE")[-1]
    assert (event.guild_id, event.data["context"]) == (None, 1)
    assert event.data["user"]["username"] == "alice"
    assert not {"member", "guild", "guild_id", "guild_locale"} & event.data.keys()
    assert event.data["authorizing_integration_owners"] == {"0": "0"}
    stage.answer(used, content="pong")
    assert [message.content for message in alice.messages(channel)] == ["pong"]


def test_a_guild_command_stands_before_a_global_one_of_the_same_name(stage: Stage):
    stage.command("ping")
    own = stage.command("ping", guild=True)
    stage.person("alice").slash("general", "ping")
    data = stage.interaction()["data"]
    assert (data["id"], data["guild_id"]) == (own["id"], str(stage.guild.id))
