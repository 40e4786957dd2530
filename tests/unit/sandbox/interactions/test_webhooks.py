import base64

import pytest

from scurrypy.sandbox import Actor, ApiError
from scurrypy.sandbox.records import UploadedFile
from scurrypy.sandbox.records.channels import CATEGORY, FORUM
from scurrypy.sandbox.world import webhook_messages as posts
from scurrypy.sandbox.world import webhooks
from scurrypy.sandbox.world.threads import create_thread
from scurrypy.sandbox.world.webhook_messages import Target
from tests.unit.sandbox.interactions.conftest import Stage, code_of

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def create(stage: Stage, actor: Actor | None = None, **body: object) -> dict:
    return webhooks.create_webhook(stage.world, actor or stage.bot, stage.general.id, {"name": "hook", **body})


def post(stage: Stage, webhook: dict, thread_id: int | None = None, *, with_components: bool = False, **body: object):
    target = Target(int(webhook["id"]), webhook["token"], thread_id, with_components)
    return posts.execute_webhook(stage.world, target, body, [])


def refusal(stage: Stage, webhook: dict, *args: object, **fields: object) -> int:
    with pytest.raises(ApiError) as caught:
        post(stage, webhook, *args, **fields)
    return code_of(caught)


def test_a_webhook_comes_with_a_token_and_an_address_that_libraries_take_apart(stage: Stage):
    webhook = create(stage)
    assert len(webhook["token"]) == 68
    assert webhook["url"] == f"https://discord.com/api/webhooks/{webhook['id']}/{webhook['token']}"
    assert (webhook["type"], webhook["application_id"]) == (1, str(stage.application.id))
    assert webhook["user"]["id"] == str(stage.application.bot_id)
    update = stage.heard("WEBHOOKS_UPDATE")[-1]
    assert update.data == {"guild_id": str(stage.guild.id), "channel_id": str(stage.general.id)}
    assert stage.guild.audit_log[-1].action_type == 50


def test_whoever_has_the_token_sees_no_user(stage: Stage):
    webhook = create(stage)
    seen = webhooks.get_webhook_by_token(stage.world, int(webhook["id"]), webhook["token"])
    assert "user" not in seen
    assert seen["token"] == webhook["token"]


@pytest.mark.parametrize("name", ["", "x" * 81, "Discord bot", "CLYDE"])
def test_names_are_checked(stage: Stage, name):
    with pytest.raises(ApiError) as caught:
        create(stage, name=name)
    assert "name" in caught.value.errors


def test_fifteen_webhooks_fit_in_a_channel_and_no_more(stage: Stage):
    for _ in range(15):
        create(stage)
    with pytest.raises(ApiError) as caught:
        create(stage)
    assert code_of(caught) == 30007


def test_a_category_has_no_webhooks(stage: Stage):
    category = stage.world.create_channel(stage.guild, "things", CATEGORY)
    with pytest.raises(ApiError) as caught:
        webhooks.create_webhook(stage.world, stage.bot, category.id, {"name": "x"})
    assert code_of(caught) == 50024


def test_webhooks_are_managed_by_those_who_may(stage: Stage):
    webhook = create(stage)
    bob = stage.person("bob").actor
    for attempt in (
        lambda: create(stage, bob),
        lambda: webhooks.get_webhook(stage.world, bob, int(webhook["id"])),
        lambda: webhooks.list_channel_webhooks(stage.world, bob, stage.general.id),
        lambda: webhooks.list_guild_webhooks(stage.world, bob, stage.guild.id),
        lambda: webhooks.delete_webhook(stage.world, bob, int(webhook["id"])),
    ):
        with pytest.raises(ApiError) as caught:
            attempt()
        assert code_of(caught) == 50013
    assert [w["id"] for w in webhooks.list_guild_webhooks(stage.world, stage.bot, stage.guild.id)] == [webhook["id"]]


def test_a_webhook_moves_and_changes_its_looks(stage: Stage):
    webhook = create(stage)
    other = stage.world.create_channel(stage.guild, "other")
    avatar = f"data:image/png;base64,{base64.b64encode(PNG).decode()}"
    body = {"name": "new", "channel_id": str(other.id), "avatar": avatar}
    edited = webhooks.edit_webhook(stage.world, stage.bot, int(webhook["id"]), body)
    assert (edited["name"], edited["channel_id"]) == ("new", str(other.id))
    assert stage.world.files.get(f"avatars/{webhook['id']}/{edited['avatar']}.png") is not None
    by_token = webhooks.edit_webhook_by_token(stage.world, int(webhook["id"]), webhook["token"], {"avatar": None})
    assert by_token["avatar"] is None


def test_a_deleted_webhook_is_unknown_and_a_wrong_token_invalid(stage: Stage):
    webhook = create(stage)
    assert refusal(stage, webhook | {"token": "x"}, content="hi") == 50027
    webhooks.delete_webhook_by_token(stage.world, int(webhook["id"]), webhook["token"])
    assert refusal(stage, webhook, content="hi") == 10015


def test_webhooks_go_with_their_channel(stage: Stage):
    create(stage)
    stage.world.forget_channel(stage.general)
    assert stage.world.webhooks == {}


def test_a_post_carries_the_name_it_chose(stage: Stage):
    webhook = create(stage)
    message = post(stage, webhook, content="hi", username="Robin", avatar_url="https://a.example/x.png")
    assert (message["author"]["username"], message["author"]["discriminator"]) == ("Robin", "0000")
    assert message["webhook_id"] == message["author"]["id"] == webhook["id"]
    assert "member" not in stage.heard("MESSAGE_CREATE")[-1].data
    assert post(stage, webhook, content="hi")["author"]["username"] == "hook"


def test_a_post_needs_something_to_say_and_a_proper_name(stage: Stage):
    webhook = create(stage)
    assert refusal(stage, webhook) == 50006
    assert refusal(stage, webhook, content="x", username="discord staff") == 50035


def test_posts_are_edited_and_deleted_by_their_webhook_alone(stage: Stage):
    webhook, other = create(stage), create(stage, name="other")
    message_id = int(post(stage, webhook, content="one")["id"])
    own = Target(int(webhook["id"]), webhook["token"])
    foreign = Target(int(other["id"]), other["token"])
    edited = posts.edit_webhook_message(stage.world, own, message_id, {"content": "two"}, [])
    assert (edited["content"], edited["edited_timestamp"] is not None) == ("two", True)
    with pytest.raises(ApiError) as caught:
        posts.delete_webhook_message(stage.world, foreign, message_id)
    assert code_of(caught) == 10008
    posts.delete_webhook_message(stage.world, own, message_id)
    with pytest.raises(ApiError) as caught:
        posts.get_webhook_message(stage.world, own, message_id)
    assert code_of(caught) == 10008


def test_files_come_along(stage: Stage):
    webhook = create(stage)
    target = Target(int(webhook["id"]), webhook["token"])
    upload = UploadedFile("files[0]", "a.txt", "text/plain", b"abc")
    message = posts.execute_webhook(stage.world, target, {}, [upload])
    assert [attachment["filename"] for attachment in message["attachments"]] == ["a.txt"]


BUTTON = {"type": 1, "components": [{"type": 2, "style": 1, "label": "x", "custom_id": "x"}]}
LINK = {"type": 1, "components": [{"type": 2, "style": 5, "label": "x", "url": "https://a.example"}]}


def test_an_application_s_webhook_sends_components_and_hears_of_clicks(stage: Stage):
    message = post(stage, create(stage), content="hi", components=[BUTTON])
    stage.person("bob").click(int(message["id"]), "x")
    assert stage.heard("INTERACTION_CREATE")[-1].application_id == stage.application.id


def test_a_person_s_webhook_sends_components_only_when_asked_to_and_none_that_interact(stage: Stage):
    webhook = create(stage, stage.person("alice").actor)
    assert webhook["application_id"] is None
    assert post(stage, webhook, content="hi", components=[LINK])["components"] == []
    assert post(stage, webhook, with_components=True, content="hi", components=[LINK])["components"]
    assert refusal(stage, webhook, with_components=True, content="hi", components=[BUTTON]) == 50035


def test_posts_go_into_threads_of_their_channel(stage: Stage):
    webhook = create(stage)
    body = {"name": "side", "type": 11}
    thread_id = int(create_thread(stage.world, stage.bot, stage.general.id, body)["id"])
    assert post(stage, webhook, thread_id, content="hi")["channel_id"] == str(thread_id)
    assert refusal(stage, webhook, stage.general.id, content="hi") == 10003


def test_a_forum_wants_a_thread_and_nothing_else_does(stage: Stage):
    webhook = create(stage)
    assert refusal(stage, webhook, content="hi", thread_name="new") == 220003
    forum = stage.world.create_channel(stage.guild, "forum", FORUM)
    in_forum = webhooks.create_webhook(stage.world, stage.bot, forum.id, {"name": "hook"})
    assert refusal(stage, in_forum, content="hi") == 220001
    message = post(stage, in_forum, content="hi", thread_name="new")
    thread = stage.world.channels[int(message["channel_id"])]
    assert (message["id"], thread.name, thread.parent_id) == (str(thread.id), "new", forum.id)
    assert stage.heard("THREAD_CREATE")
    assert refusal(stage, in_forum, thread.id, content="hi", thread_name="new") == 220002
