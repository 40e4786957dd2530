"""What a path tells about limits, for every operation and for whatever users write."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scurrypy import routes
from scurrypy.http.routing import limited_fields, target_of, variant_of
from scurrypy.routes import Route
from scurrypy.wire.snowflake import DISCORD_EPOCH

OPERATIONS = {name: value for name, value in vars(routes).items() if isinstance(value, Route)}
VALUES = {
    "emoji_name": ["🔥", "party:123456789012345678", "1", "a/b"],
    "code": ["hTKzmak", "123", "discord-api"],
    "instance_id": ["i-1276580072400224306-gc-912952092627435520-912954213460484116"],
    "webhook_token": ["a-B_c" * 13],
    "interaction_token": ["aW50ZXJhY3Rpb246" + "x" * 150],
}
INTERACTION = VALUES["interaction_token"][0]
MAJORS = {"channels", "guilds", "webhooks"}


def filled(route, which=0, id_=41771983423143937):
    names = re.findall(r"\{(\w+)\}", route.template)
    return route.path(**{name: VALUES[name][which % len(VALUES[name])] if name in VALUES else id_ for name in names})


@pytest.mark.parametrize("name", OPERATIONS)
def test_B10_every_operation_is_told_by_its_path_whatever_fills_it(name):
    route = OPERATIONS[name]
    found = [target_of(route.method, filled(route, which, id_)) for which, id_ in ((0, 5), (1, 6), (2, 7), (3, 8))]
    assert len({target.template for target in found}) == 1
    assert not re.search(r"\d{2,}|%|hTKzmak|🔥", found[0].template)


def test_B10_operations_that_differ_have_templates_that_differ():
    templates = {}
    for name, route in OPERATIONS.items():
        templates.setdefault((route.method, target_of(route.method, filled(route)).template), set()).add(
            re.sub(r"\{\w+\}|@original|github|slack", "{}", route.template)
        )
        assert name
    assert {key: names for key, names in templates.items() if len(names) > 1} == {}


@pytest.mark.parametrize("name", OPERATIONS)
def test_B10_the_top_level_resource_is_the_channel_guild_or_webhook(name):
    route = OPERATIONS[name]
    top, _, rest = route.template.strip("/").partition("/")
    target = target_of(route.method, filled(route))
    has_major = top in MAJORS and rest.startswith("{") and not target.is_callback
    assert target.major.startswith(f"{top}/41771983423143937") == has_major
    assert bool(target.major) == has_major


def test_B10_the_token_belongs_to_the_webhook_it_opens():
    assert target_of("POST", "/webhooks/1/abc").major == "webhooks/1/abc"
    assert target_of("GET", "/webhooks/1").major == "webhooks/1"


@pytest.mark.parametrize("name", OPERATIONS)
def test_B3_tokens_in_paths_take_the_place_of_the_bots_and_are_not_shown(name):
    route = OPERATIONS[name]
    target = target_of(route.method, filled(route))
    carries_one = "_token}" in route.template
    assert target.with_token is not carries_one
    assert ("{token}" in target.path) is carries_one
    assert not any(secret in target.path for kind in ("webhook_token", "interaction_token") for secret in VALUES[kind])


@pytest.mark.parametrize(
    ("path", "is_callback", "is_interaction", "webhook"),
    [
        (f"interactions/1/{INTERACTION}/callback", True, True, ""),
        (f"/webhooks/1/{INTERACTION}", False, True, ""),
        (f"/webhooks/1/{INTERACTION}/messages/5", False, True, ""),
        ("/webhooks/1/short/messages/@original", False, True, ""),
        ("/webhooks/1/" + "x" * 69, False, True, ""),
        ("/webhooks/1/" + "x" * 68, False, False, "1/" + "x" * 68),
        ("/webhooks/1/abc/messages/5", False, False, "1/abc"),
        ("/webhooks/1", False, False, "webhooks/1"),
        ("/channels/1/webhooks", False, False, ""),
    ],
)
def test_B15_interactions_are_told_from_webhooks(path, is_callback, is_interaction, webhook):
    target = target_of("POST", path)
    assert (target.is_callback, target.is_interaction, target.webhook) == (is_callback, is_interaction, webhook)


@pytest.mark.parametrize(
    ("age", "variant"),
    [(0, "young"), (9.9, "young"), (10.1, ""), (13.9 * 86400, ""), (14.1 * 86400, "old"), (-5, "young")],
)
def test_B18_deletions_are_told_apart_by_the_age_of_the_message(age, variant):
    message_id = int(1_700_000_000_000 - age * 1000 - DISCORD_EPOCH) << 22
    path = f"/channels/1/messages/{message_id}"
    sent_at = target_of("DELETE", path).sent_at
    assert variant_of(1_700_000_000 - sent_at) == variant
    assert target_of("GET", path).sent_at is None


def test_B17_the_fields_of_a_change_are_what_hidden_limits_go_by():
    channel = target_of("PATCH", "/channels/1")
    assert limited_fields(channel, {"name": "x", "nsfw": True}) == {"name"}
    assert limited_fields(channel, {"nsfw": True}) == {"nsfw"}
    assert limited_fields(channel, None) == set()
    assert limited_fields(target_of("PATCH", "/users/@me"), {"username": "x"}) == {"username"}
    assert limited_fields(target_of("POST", "/channels/1/messages"), {"content": "x"}) == set()


@given(st.text(max_size=200), st.sampled_from(["GET", "POST", "DELETE", "PATCH"]))
def test_any_path_at_all_has_a_target(path, method):
    target = target_of(method, path)
    assert target.template.startswith("/")
    assert target_of(method, "/" + path.strip("/")).template == target.template


@given(st.text("ABCDEFabcdef0123456789-_", min_size=12, max_size=200), st.sampled_from(["webhooks", "interactions"]))
def test_no_token_is_ever_shown(token, top):
    for tail in ("", "/callback", "/messages/5", "/messages/@original", "/whatever/else"):
        target = target_of("POST", f"/{top}/1/{token}{tail}")
        assert token not in target.path
        assert token not in target.template
