import pytest

from scurrypy.sandbox import ApiError
from scurrypy.sandbox.records import Sticker, UploadedFile
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.intents import Intent
from scurrypy.sandbox.world.announcements import crosspost_message, follow_channel
from scurrypy.sandbox.world.history import get_message, list_messages, list_pins, pin_message, unpin_message
from scurrypy.sandbox.world.messages import (
    bulk_delete_messages,
    create_message,
    delete_message,
    edit_message,
)
from scurrypy.sandbox.world.users import create_dm
from tests.unit.sandbox.world.conftest import Scene, refusal


def send(scene: Scene, text: str = "hello", *, by: str | None = None, **fields: object) -> dict:
    actor = scene.person(by) if by else scene.bot
    return create_message(scene.world, actor, scene.general.id, {"content": text, **fields})


def refused(scene: Scene, body: dict, files: tuple[UploadedFile, ...] = ()) -> ApiError:
    with pytest.raises(ApiError) as caught:
        create_message(scene.world, scene.bot, scene.general.id, body, files)
    return caught.value


def problems(error: ApiError, *path: str) -> list[str]:
    assert (error.status, error.code, error.message) == (400, 50035, "Invalid Form Body")
    node = error.errors
    for step in path:
        node = node[step]
    return [problem["code"] for problem in node["_errors"]]


def test_a_message_is_answered_and_published_to_those_who_may_see_the_channel(scene: Scene) -> None:
    message = send(scene, "  hello  ", nonce="42")
    assert message["content"] == "hello"
    assert message["nonce"] == "42"
    assert message["author"]["username"] == "robot"
    assert message["timestamp"] == scene.world.clock.iso()
    event = scene.last("MESSAGE_CREATE")
    assert (event.guild_id, event.channel_id, event.intents) == (
        scene.guild.id,
        scene.general.id,
        Intent.GUILD_MESSAGES,
    )
    assert event.data["guild_id"] == str(scene.guild.id)
    assert event.data["member"]["joined_at"]
    assert "user" not in event.data["member"]
    assert {key: event.data[key] for key in message} == message


def test_ids_tell_when_a_message_was_sent(scene: Scene) -> None:
    message = send(scene)
    assert (int(message["id"]) >> 22) + 1420070400000 == int(scene.world.clock.now() * 1000)


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"content": ""},
        {"content": " \n"},
        {"embeds": []},
        {"embeds": [{"title": "", "color": 5}]},
        {"content": None},
    ],
)
def test_an_empty_message_is_refused(scene: Scene, body: dict) -> None:
    error = refused(scene, body)
    assert (error.status, error.body()) == (400, {"message": "Cannot send an empty message", "code": 50006})


@pytest.mark.parametrize(
    ("body", "path", "code"),
    [
        ({"content": "x" * 2001}, ("content",), "BASE_TYPE_MAX_LENGTH"),
        ({"content": ["x"]}, ("content",), "STRING_TYPE_CONVERT"),
        ({"embeds": "x"}, ("embeds",), "LIST_TYPE_CONVERT"),
        ({"embeds": [{}] * 11}, ("embeds",), "BASE_TYPE_MAX_LENGTH"),
        ({"embeds": [{"title": "x" * 257}]}, ("embeds", "0", "title"), "BASE_TYPE_MAX_LENGTH"),
        ({"embeds": [{"title": "a"}, {"description": "x" * 4097}]}, ("embeds", "1", "description"), None),
        ({"embeds": [{"fields": [{"name": "n"}]}]}, ("embeds", "0", "fields", "0", "value"), "BASE_TYPE_REQUIRED"),
        ({"embeds": [{"url": "ftp://x/"}]}, ("embeds", "0", "url"), "URL_TYPE_INVALID_SCHEME"),
        ({"embeds": [{"url": "nonsense"}]}, ("embeds", "0", "url"), "URL_TYPE_INVALID_URL"),
        ({"embeds": [{"timestamp": "yesterday"}]}, ("embeds", "0", "timestamp"), "DATE_TIME_TYPE_PARSE"),
        ({"embeds": [{"description": "x" * 4000}] * 2}, ("embeds",), "MAX_EMBED_SIZE_EXCEEDED"),
        ({"content": "x", "nonce": "x" * 26}, ("nonce",), "NONCE_TYPE_TOO_LONG"),
        ({"content": "x", "flags": 1 << 15}, ("content",), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"),
        (
            {"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}},
            ("allowed_mentions",),
            "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
        ),
        ({"content": "x", "message_reference": {"message_id": "1"}}, ("message_reference",), "REPLIES_UNKNOWN_MESSAGE"),
        ({"content": "x", "sticker_ids": ["a"]}, ("sticker_ids", "0"), "NUMBER_TYPE_COERCE"),
    ],
)
def test_what_is_wrong_is_reported_where_it_is_wrong(
    scene: Scene, body: dict, path: tuple[str, ...], code: str | None
) -> None:
    assert problems(refused(scene, body), *path) == [code or "BASE_TYPE_MAX_LENGTH"]


def test_everything_that_is_wrong_is_reported_at_once(scene: Scene) -> None:
    error = refused(scene, {"content": "x" * 2001, "embeds": [{"title": "x" * 257, "color": "red"}]})
    assert set(error.errors) == {"content", "embeds"}
    assert set(error.errors["embeds"]["0"]) == {"title", "color"}


def test_without_send_messages_nothing_is_sent(scene: Scene) -> None:
    scene.allow_bot(permissions.VIEW_CHANNEL)
    error = refused(scene, {"content": "x"})
    assert (error.status, error.code) == (403, 50013)


def test_a_channel_that_cannot_be_seen_gives_missing_access_and_one_that_is_not_there_unknown_channel(
    scene: Scene,
) -> None:
    with pytest.raises(ApiError) as caught:
        create_message(scene.world, scene.bot, 1, {"content": "x"})
    assert refusal(caught) == (404, 10003)
    scene.allow_bot(0)
    error = refused(scene, {"content": "x"})
    assert (error.status, error.code) == (403, 50001)


def test_without_embed_links_embeds_are_left_out_and_alone_they_make_the_message_empty(scene: Scene) -> None:
    scene.allow_bot(permissions.VIEW_CHANNEL | permissions.SEND_MESSAGES)
    assert send(scene, "x", embeds=[{"title": "t"}])["embeds"] == []
    assert refused(scene, {"embeds": [{"title": "t"}]}).code == 50006


def test_a_reply_carries_the_message_it_replies_to_and_pings_its_author(scene: Scene) -> None:
    first = send(scene, "question", by="alice")
    reply = send(scene, "answer", message_reference={"message_id": first["id"]})
    assert reply["type"] == 19
    assert reply["referenced_message"]["content"] == "question"
    assert reply["message_reference"]["channel_id"] == str(scene.general.id)
    assert [user["username"] for user in reply["mentions"]] == ["alice"]
    silent = send(scene, "a", message_reference={"message_id": first["id"]}, allowed_mentions={"parse": []})
    assert silent["mentions"] == []
    edited = edit_message(scene.world, scene.bot, scene.general.id, int(reply["id"]), {"content": "b"})
    assert [user["username"] for user in edited["mentions"]] == ["alice"]


def test_the_message_replied_to_is_null_once_it_is_deleted(scene: Scene) -> None:
    first = send(scene)
    reply = send(scene, "a", message_reference={"message_id": first["id"]})
    delete_message(scene.world, scene.bot, scene.general.id, int(first["id"]))
    assert get_message(scene.world, scene.bot, scene.general.id, int(reply["id"]))["referenced_message"] is None


def test_a_reply_to_nothing_becomes_a_message_if_it_may(scene: Scene) -> None:
    message = send(scene, "x", message_reference={"message_id": "1", "fail_if_not_exists": False})
    assert message["type"] == 0
    assert "message_reference" not in message


def test_a_forward_copies_the_message(scene: Scene) -> None:
    first = send(scene, "original", by="alice")
    reference = {"type": 1, "message_id": first["id"], "channel_id": str(scene.general.id)}
    forward = create_message(scene.world, scene.bot, scene.general.id, {"message_reference": reference})
    edit_message(scene.world, scene.person("alice"), scene.general.id, int(first["id"]), {"content": "changed"})
    assert forward["flags"] == 1 << 14
    assert forward["message_snapshots"][0]["message"]["content"] == "original"
    assert "referenced_message" not in forward


def test_the_same_nonce_sends_once_if_it_is_enforced(scene: Scene) -> None:
    first = send(scene, "a", nonce="n", enforce_nonce=True)
    assert send(scene, "b", nonce="n", enforce_nonce=True)["id"] == first["id"]
    assert scene.names().count("MESSAGE_CREATE") == 1
    assert send(scene, "b", nonce="n")["id"] != first["id"]
    scene.world.clock.advance(301)
    assert send(scene, "c", nonce="n", enforce_nonce=True)["content"] == "c"


def test_stickers_must_exist_and_those_of_other_guilds_need_a_permission(scene: Scene) -> None:
    assert refused(scene, {"sticker_ids": ["5"]}).code == 50081
    elsewhere = scene.world.create_guild("Elsewhere", scene.user("alice"))
    for guild in (scene.guild, elsewhere):
        id = scene.world.ids.next()
        guild.stickers[id] = Sticker(id, guild.id, "wave", None, "wave", 1, scene.user("alice").id)
    own, foreign = ([str(id) for id in guild.stickers] for guild in (scene.guild, elsewhere))
    message = create_message(scene.world, scene.bot, scene.general.id, {"sticker_ids": own})
    assert message["sticker_items"] == [{"id": own[0], "name": "wave", "format_type": 1}]
    scene.allow_bot(permissions.VIEW_CHANNEL | permissions.SEND_MESSAGES)
    assert refused(scene, {"sticker_ids": foreign}).code == 50600


def test_slowmode_holds_people_and_not_moderators(scene: Scene) -> None:
    scene.general.rate_limit_per_user = 10
    send(scene, by="bob")
    with pytest.raises(ApiError) as caught:
        send(scene, by="bob")
    assert refusal(caught) == (429, 20016)
    assert caught.value.body()["retry_after"] == 10
    send(scene, by="alice")
    send(scene, by="alice")
    scene.world.clock.advance(10)
    send(scene, by="bob")


def test_files_are_stored_named_and_measured(scene: Scene) -> None:
    png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (3).to_bytes(4, "big") + (5).to_bytes(4, "big") + b"rest"
    files = (
        UploadedFile("files[0]", "my picture?.png", "image/png", png),
        UploadedFile("files[1]", "notes.txt", "text/plain; charset=utf-8", b"hi"),
    )
    body = {"attachments": [{"id": 0, "description": "alt"}, {"id": "1", "filename": "other.txt"}]}
    message = create_message(scene.world, scene.bot, scene.general.id, body, files)
    picture, notes = message["attachments"]
    assert picture["filename"] == "my_picture.png"
    assert picture["title"] == "my picture?"
    assert (picture["width"], picture["height"], picture["description"]) == (3, 5, "alt")
    assert (notes["filename"], notes["size"], notes["content_type"]) == ("other.txt", 2, "text/plain; charset=utf-8")
    path = picture["url"].removeprefix(scene.world.files.base_url + "/").partition("?")[0]
    assert scene.world.files.get(path) == (png, "image/png")
    delete_message(scene.world, scene.bot, scene.general.id, int(message["id"]))
    assert scene.world.files.get(path) is None


def test_a_file_that_is_described_and_not_there_is_refused(scene: Scene) -> None:
    assert refused(scene, {"content": "x", "attachments": [{"id": 0}]}).code == 50146


def test_eleven_files_are_refused_and_one_that_is_too_large(scene: Scene) -> None:
    many = tuple(UploadedFile(f"files[{n}]", "a", None, b"") for n in range(11))
    assert problems(refused(scene, {"content": "x"}, many), "attachments") == ["BASE_TYPE_MAX_LENGTH"]
    huge = (UploadedFile("files[0]", "a", None, bytes(10 * 1024 * 1024 + 1)),)
    error = refused(scene, {"content": "x"}, huge)
    assert (error.status, error.code) == (413, 40005)


def test_an_embed_that_shows_a_file_takes_it_out_of_the_attachments(scene: Scene) -> None:
    files = (UploadedFile("files[0]", "a.png", None, b""),)
    body = {"embeds": [{"image": {"url": "attachment://a.png"}}]}
    message = create_message(scene.world, scene.bot, scene.general.id, body, files)
    assert message["attachments"] == []
    image = message["embeds"][0]["image"]
    assert image["url"].startswith(scene.world.files.base_url)
    assert image["proxy_url"] == image["url"]


def test_only_the_author_edits_and_a_moderator_may_hide_embeds(scene: Scene) -> None:
    message = send(scene, "mine", by="bob", embeds=[{"title": "t"}])
    message_id = int(message["id"])
    with pytest.raises(ApiError) as caught:
        edit_message(scene.world, scene.bot, scene.general.id, message_id, {"content": "yours"})
    assert refusal(caught) == (403, 50005)
    hidden = edit_message(scene.world, scene.bot, scene.general.id, message_id, {"flags": 4})
    assert (hidden["flags"], hidden["edited_timestamp"], hidden["content"]) == (4, None, "mine")
    with pytest.raises(ApiError) as caught:
        edit_message(scene.world, scene.person("carol"), scene.general.id, message_id, {"flags": 0})
    assert refusal(caught) == (403, 50013)


def test_an_edit_changes_what_it_names_and_nothing_else(scene: Scene) -> None:
    message = send(scene, "a", embeds=[{"title": "t"}], nonce=1)
    scene.world.clock.advance(5)
    edited = edit_message(scene.world, scene.bot, scene.general.id, int(message["id"]), {"content": "b"})
    assert (edited["content"], edited["embeds"]) == ("b", message["embeds"])
    assert edited["edited_timestamp"] == scene.world.clock.iso()
    event = scene.last("MESSAGE_UPDATE")
    assert event.data["content"] == "b"
    assert "nonce" not in event.data
    with pytest.raises(ApiError) as caught:
        edit_message(scene.world, scene.bot, scene.general.id, int(message["id"]), {"content": None, "embeds": []})
    assert refusal(caught) == (400, 50006)


def test_an_edit_keeps_the_files_it_lists(scene: Scene) -> None:
    files = tuple(UploadedFile(f"files[{n}]", f"{n}.txt", None, b"x") for n in range(2))
    message = create_message(scene.world, scene.bot, scene.general.id, {}, files)
    kept = message["attachments"][1]["id"]
    new = (UploadedFile("files[0]", "new.txt", None, b"y"),)
    body = {"attachments": [{"id": kept}, {"id": 0, "description": "d"}]}
    edited = edit_message(scene.world, scene.bot, scene.general.id, int(message["id"]), body, files=new)
    assert [file["filename"] for file in edited["attachments"]] == ["1.txt", "new.txt"]


def test_deleting_needs_manage_messages_unless_it_is_ones_own(scene: Scene) -> None:
    own, others = send(scene), send(scene, by="alice")
    scene.allow_bot(permissions.VIEW_CHANNEL)
    delete_message(scene.world, scene.bot, scene.general.id, int(own["id"]))
    assert scene.last("MESSAGE_DELETE").data == {
        "id": own["id"],
        "channel_id": str(scene.general.id),
        "guild_id": str(scene.guild.id),
    }
    with pytest.raises(ApiError) as caught:
        delete_message(scene.world, scene.bot, scene.general.id, int(others["id"]))
    assert refusal(caught) == (403, 50013)
    with pytest.raises(ApiError) as caught:
        delete_message(scene.world, scene.bot, scene.general.id, int(own["id"]))
    assert refusal(caught) == (404, 10008)


def test_bulk_delete_takes_2_to_100_messages_of_two_weeks(scene: Scene) -> None:
    old = send(scene)
    scene.world.clock.advance(14 * 86400 + 1)
    new = [send(scene)["id"] for _ in range(3)]
    for ids, code in ((new[:1], 50016), ([str(10**18 + n) for n in range(101)], 50016), ([old["id"], *new], 50034)):
        with pytest.raises(ApiError) as caught:
            bulk_delete_messages(scene.world, scene.bot, scene.general.id, {"messages": ids})
        assert refusal(caught) == (400, code)
    bulk_delete_messages(scene.world, scene.bot, scene.general.id, {"messages": new})
    assert scene.last("MESSAGE_DELETE_BULK").data["ids"] == new
    assert [m["id"] for m in list_messages(scene.world, scene.bot, scene.general.id)] == [old["id"]]


def test_history_is_paged_newest_first(scene: Scene) -> None:
    ids = [int(send(scene, str(number))["id"]) for number in range(10)]

    def page(**query: int) -> list[int]:
        return [int(m["id"]) for m in list_messages(scene.world, scene.bot, scene.general.id, **query)]

    assert page(limit=3) == ids[:-4:-1]
    assert page(before=ids[5], limit=2) == [ids[4], ids[3]]
    assert page(after=ids[5], limit=2) == [ids[7], ids[6]]
    assert page(around=ids[5], limit=3) == [ids[6], ids[5], ids[4]]
    assert page(around=ids[5], limit=1) == [ids[5]]
    assert page(around=ids[0], limit=4) == [ids[3], ids[2], ids[1], ids[0]]


def test_without_read_message_history_there_is_none(scene: Scene) -> None:
    message = send(scene)
    scene.allow_bot(permissions.VIEW_CHANNEL | permissions.SEND_MESSAGES)
    assert list_messages(scene.world, scene.bot, scene.general.id) == []
    with pytest.raises(ApiError) as caught:
        get_message(scene.world, scene.bot, scene.general.id, int(message["id"]))
    assert refusal(caught) == (403, 50001)


def test_a_pin_is_told_announced_and_listed(scene: Scene) -> None:
    first, second = int(send(scene)["id"]), int(send(scene)["id"])
    pin_message(scene.world, scene.bot, scene.general.id, first)
    scene.world.clock.advance(1)
    pin_message(scene.world, scene.bot, scene.general.id, second)
    assert scene.last("CHANNEL_PINS_UPDATE").data["last_pin_timestamp"] == scene.world.clock.iso()
    assert scene.last("MESSAGE_CREATE").data["type"] == 6
    page = list_pins(scene.world, scene.bot, scene.general.id, limit=1)
    assert (page["items"][0]["message"]["id"], page["has_more"]) == (str(second), True)
    unpin_message(scene.world, scene.bot, scene.general.id, second)
    assert [pin["message"]["id"] for pin in list_pins(scene.world, scene.bot, scene.general.id)["items"]] == [
        str(first)
    ]


def test_the_251st_pin_is_refused(scene: Scene) -> None:
    for _ in range(250):
        pin_message(scene.world, scene.bot, scene.general.id, int(send(scene)["id"]))
    with pytest.raises(ApiError) as caught:
        pin_message(scene.world, scene.bot, scene.general.id, int(send(scene)["id"]))
    assert refusal(caught) == (400, 30003)


def test_a_direct_message_reaches_only_the_bots_in_it(scene: Scene) -> None:
    channel = create_dm(scene.world, scene.bot, {"recipient_id": str(scene.user("alice").id)})
    assert [user["username"] for user in channel["recipients"]] == ["alice"]
    again = create_dm(scene.world, scene.bot, {"recipient_id": scene.user("alice").id})
    assert again["id"] == channel["id"]
    create_message(scene.world, scene.person("alice"), int(channel["id"]), {"content": "psst"})
    event = scene.last("MESSAGE_CREATE")
    assert (event.application_id, event.guild_id, event.intents) == (
        scene.application.id,
        None,
        Intent.DIRECT_MESSAGES,
    )
    assert "guild_id" not in event.data
    with pytest.raises(ApiError) as caught:
        create_message(scene.world, scene.person("bob"), int(channel["id"]), {"content": "me too"})
    assert refusal(caught) == (403, 50001)


def test_who_does_not_take_direct_messages_gets_none(scene: Scene) -> None:
    alice = scene.user("alice")
    channel_id = int(create_dm(scene.world, scene.bot, {"recipient_id": alice.id})["id"])
    alice.accepts_dms = False
    with pytest.raises(ApiError) as caught:
        create_message(scene.world, scene.bot, channel_id, {"content": "x"})
    assert refusal(caught) == (403, 50007)


def test_only_announcements_are_crossposted_and_only_once(scene: Scene) -> None:
    message_id = int(send(scene)["id"])
    with pytest.raises(ApiError) as caught:
        crosspost_message(scene.world, scene.bot, scene.general.id, message_id)
    assert refusal(caught) == (400, 50024)
    scene.general.type = 5
    assert crosspost_message(scene.world, scene.bot, scene.general.id, message_id)["flags"] == 1
    with pytest.raises(ApiError) as caught:
        crosspost_message(scene.world, scene.bot, scene.general.id, message_id)
    assert refusal(caught) == (400, 40033)


def test_what_is_crossposted_reaches_the_channels_that_follow(scene: Scene) -> None:
    scene.general.type = 5
    target = scene.world.create_channel(scene.guild, "copies")
    followed = follow_channel(scene.world, scene.bot, scene.general.id, {"webhook_channel_id": str(target.id)})
    message = send(scene, "news", embeds=[{"title": "t"}])
    crosspost_message(scene.world, scene.bot, scene.general.id, int(message["id"]))
    (copied,) = list_messages(scene.world, scene.bot, target.id)
    assert (copied["content"], copied["flags"], copied["webhook_id"]) == ("news", 2, followed["webhook_id"])
    assert copied["message_reference"]["message_id"] == message["id"]
    assert copied["author"]["username"] == "Local #general"


def test_payloads_are_fresh_each_time(scene: Scene) -> None:
    message = send(scene, "x", embeds=[{"title": "t"}])
    message["embeds"][0]["title"] = "changed"
    assert get_message(scene.world, scene.bot, scene.general.id, int(message["id"]))["embeds"][0]["title"] == "t"
