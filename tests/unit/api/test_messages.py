from typing import Any

import pytest

from scurrypy.api import UserModel
from scurrypy.api.components import (
    ActionRow,
    Button,
    Container,
    File,
    MediaGallery,
    MediaGalleryItem,
    Section,
    TextDisplay,
    Thumbnail,
    UnfurledMediaItem,
)
from scurrypy.api.messages import (
    AllowedMentionsPart,
    AttachmentPart,
    Embed,
    EmbedThumbnail,
    MessageModel,
    MessagePart,
    MessageReferencePart,
)
from scurrypy.api.poll import PollAnswerPart, PollMediaPart, PollPart
from scurrypy.bases import UnknownComponent
from scurrypy.enums import ChannelType, InteractionType, MessageFlags, MessageReferenceType, MessageType
from scurrypy.wire import codec
from scurrypy.wire.errors import DataModelTypeError, InvalidRequest, MissingField
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.upload import Upload

MESSAGE: dict[str, Any] = {
    "type": 19,
    "tts": False,
    "timestamp": "2026-11-23T10:00:00.000000+00:00",
    "edited_timestamp": None,
    "pinned": False,
    "nonce": "12345678901234567",
    "mentions": [
        {
            "id": "3",
            "username": "bo",
            "discriminator": "0",
            "global_name": None,
            "avatar": None,
            "member": {"roles": ["7"], "nick": "B", "joined_at": "2020-01-01T00:00:00+00:00"},
        }
    ],
    "mention_roles": ["7", "8"],
    "mention_everyone": False,
    "member": {"roles": ["7"], "nick": None, "joined_at": "2019-01-01T00:00:00+00:00", "flags": 2, "pending": False},
    "id": "1175000000000000001",
    "guild_id": "1",
    "channel_id": "2",
    "channel_type": 0,
    "flags": 0,
    "embeds": [{"type": "rich", "title": "t", "provider": {"name": "p"}, "fields": [{"name": "n", "value": "v"}]}],
    "content": "hi <@3> <@&7>",
    "components": [{"type": 1, "id": 1, "components": [{"type": 2, "id": 2, "style": 6, "sku_id": "55"}]}],
    "attachments": [{"id": "9", "filename": "a.png", "size": 3, "url": "u", "proxy_url": "p", "flags": 8}],
    "author": {
        "id": "4",
        "username": "al",
        "discriminator": "0",
        "global_name": "Al",
        "avatar": "a_0",
        "public_flags": 64,
    },
    "message_reference": {"type": 0, "channel_id": "2", "message_id": "5", "guild_id": "1"},
    "referenced_message": {"id": "5", "channel_id": "2", "content": "before", "type": 0, "referenced_message": None},
    "sticker_items": [{"id": "6", "name": "s", "format_type": 4}],
    "poll": {
        "question": {"text": "?"},
        "answers": [{"answer_id": 1, "poll_media": {"text": "yes", "emoji": {"id": None, "name": "✅"}}}],
        "expiry": "2026-11-24T10:00:00+00:00",
        "allow_multiselect": False,
        "layout_type": 1,
        "results": {"is_finalized": False, "answer_counts": [{"id": 1, "count": 2, "me_voted": True}]},
    },
    "interaction_metadata": {
        "id": "10",
        "type": 2,
        "user": {"id": "4", "username": "al", "discriminator": "0"},
        "authorizing_integration_owners": {"0": "1"},
    },
    "message_snapshots": [{"message": {"type": 0, "content": "forwarded", "mention_roles": [], "flags": 0}}],
}


def test_a_message_is_read_whole():
    message = MessageModel.from_json(codec.encode(MESSAGE))
    assert message.type is MessageType.REPLY
    assert message.guild_id == 1
    assert message.channel_type is ChannelType.GUILD_TEXT
    assert message.member is not None
    assert message.member.roles == [7]
    assert message.mentions[0].member is not None
    assert message.mentions[0].member.nick == "B"
    assert message.referenced_message is not None
    assert message.referenced_message.content == "before"
    assert message.message_snapshots is not None
    assert message.message_snapshots[0].message.content == "forwarded"
    assert message.interaction_metadata is not None
    assert message.interaction_metadata.type is InteractionType.APPLICATION_COMMAND
    assert message.poll is not None
    assert message.poll.results is not None
    assert message.poll.results.answer_counts[0].me_voted
    assert message.sticker_items is not None
    assert message.sticker_items[0].name == "s"


def test_a_message_comes_back_as_it_was():
    sent = codec.decode(codec.encode(MessageModel.from_dict(MESSAGE).to_dict()))
    assert MessageModel.from_dict(sent) == MessageModel.from_dict(MESSAGE)


def test_bug_of_2_3_a_message_that_mentions_a_role_was_dropped():
    assert MessageModel.from_dict(MESSAGE).mention_roles == [Snowflake(7), Snowflake(8)]


def test_bug_of_2_3_premium_buttons_lost_the_message():
    components = MessageModel.from_dict(MESSAGE).components
    assert components is not None
    assert isinstance(components[0], ActionRow)
    assert components[0].components is not None
    assert isinstance(components[0].components[0], Button)
    assert components[0].components[0].sku_id == 55


def test_everything_unknown_survives():
    message = MessageModel.from_dict(
        {
            **MESSAGE,
            "type": 999,
            "flags": 1 << 30,
            "components": [{"type": 77, "x": [1]}],
            "embeds": [{"type": "hologram"}],
            "channel_type": 88,
            "tomorrow": True,
        }
    )
    assert message.type == 999
    assert message.flags == 1 << 30
    assert message.components == [UnknownComponent({"type": 77, "x": [1]})]
    assert message.embeds[0].type == "hologram"
    assert message.channel_type == 88
    assert message.raw["tomorrow"] is True


def test_a_part_is_sent_without_what_is_not_set():
    part = MessagePart("hi", embeds=[Embed(title="t")], message_reference=MessageReferencePart(Snowflake(5)))
    assert part.to_dict() == {"content": "hi", "embeds": [{"title": "t"}], "message_reference": {"message_id": 5}}


def test_everything_a_message_may_carry_is_sent_by_discords_names():
    part = MessagePart(
        "hi",
        allowed_mentions=AllowedMentionsPart(parse=[], replied_user=False),
        poll=PollPart(PollMediaPart("?"), [PollAnswerPart(PollMediaPart("yes"))], duration=24),
        sticker_ids=[Snowflake(6)],
        nonce="n",
        enforce_nonce=True,
        message_reference=MessageReferencePart(Snowflake(5), Snowflake(2), MessageReferenceType.FORWARD),
    )
    assert codec.decode(codec.encode(part.to_dict())) == {
        "content": "hi",
        "allowed_mentions": {"parse": [], "replied_user": False},
        "poll": {"question": {"text": "?"}, "answers": [{"poll_media": {"text": "yes"}}], "duration": 24},
        "sticker_ids": ["6"],
        "nonce": "n",
        "enforce_nonce": True,
        "message_reference": {"message_id": "5", "channel_id": "2", "type": 1},
    }


@pytest.mark.parametrize(
    "component", [Container([TextDisplay("x")]), TextDisplay("x"), Section(), MediaGallery(), File()]
)
def test_components_of_the_new_kind_need_their_flag(component: Any):
    with pytest.raises(ValueError, match="IS_COMPONENTS_V2") as caught:
        MessagePart(components=[ActionRow(), component], flags=MessageFlags.EPHEMERAL).to_dict()
    assert isinstance(caught.value, InvalidRequest)
    assert caught.value.field == "components[1]"
    assert MessagePart(components=[component], flags=MessageFlags.IS_COMPONENTS_V2).to_dict()["components"]


def test_rows_and_unknown_components_need_no_flag():
    part = MessagePart(components=[ActionRow([Button()]), UnknownComponent({"type": 99})])
    assert part.to_dict()["components"][1] == {"type": 99}


def test_bug_of_2_3_media_was_sent_as_text():
    sent = codec.decode(codec.encode(Section(Thumbnail("https://x/a.png"), [TextDisplay("t")]).to_dict()))
    assert sent["accessory"] == {"media": {"url": "https://x/a.png"}, "type": 11}
    assert File("attachment://a.txt").to_dict()["file"] == {"url": "attachment://a.txt"}
    gallery = MediaGallery(
        [MediaGalleryItem("https://x/b.png"), MediaGalleryItem(UnfurledMediaItem("https://x/c.png"))]
    )
    assert [item["media"] for item in gallery.to_dict()["items"]] == [
        {"url": "https://x/b.png"},
        {"url": "https://x/c.png"},
    ]


def test_bug_of_2_3_media_was_received_as_text():
    thumbnail = Thumbnail.from_dict({"type": 11, "media": {"url": "u", "proxy_url": "p", "width": 2, "height": None}})
    assert thumbnail.media == UnfurledMediaItem("u", "p", width=2)


def test_a_link_button_may_name_its_address_as_in_2_3():
    assert Button(label="x", link="https://x").to_dict() == {"label": "x", "url": "https://x", "type": 2}
    assert Button(url="https://a", link="https://b").to_dict()["url"] == "https://a"


def test_embeds_refuse_a_component_as_thumbnail():
    with pytest.raises(DataModelTypeError, match="EmbedThumbnail"):
        Embed(thumbnail=Thumbnail("u")).to_dict()  # type: ignore[arg-type] # the mistake under test
    assert Embed(thumbnail=EmbedThumbnail("u")).to_dict() == {"thumbnail": {"url": "u"}}


def test_embeds_take_a_moment_and_an_author():
    embed = Embed(title="t")
    embed.set_timestamp()
    embed.set_user_author(UserModel(Snowflake(1), "al", "0", None, "abc"))
    assert embed.timestamp is not None
    assert embed.timestamp.endswith("+00:00")
    assert embed.author is not None
    assert (embed.author.name, embed.author.icon_url) == ("al", "https://cdn.discordapp.com/avatars/1/abc.png")


@pytest.mark.parametrize(
    ("user", "index"),
    [
        (UserModel(Snowflake(175 << 22), "al", "0"), 1),
        (UserModel(Snowflake(1), "al", "1337"), 2),
        (UserModel(Snowflake(6 << 22)), 0),
    ],
)
def test_bug_of_2_3_an_author_without_avatar_had_a_broken_icon(user: UserModel, index: int):
    assert user.avatar_url == f"https://cdn.discordapp.com/embed/avatars/{index}.png"


@pytest.mark.parametrize("path", ["a/b/x.png", "x.png", r"C:\pictures\x.png", "/x.png"])
def test_an_attachment_is_named_after_its_file(path: str):
    assert AttachmentPart(path, "d").to_dict() == {"filename": "x.png", "description": "d"}


def test_an_attachment_may_have_another_name_or_be_one_that_is_there():
    assert AttachmentPart("x.png", filename="y.png", is_spoiler=True).to_dict() == {
        "filename": "y.png",
        "is_spoiler": True,
    }
    assert AttachmentPart(id=5).to_dict() == {"id": 5}
    with pytest.raises(MissingField):
        AttachmentPart(description="d").to_dict()


def test_uploads_pass_through_untouched():
    upload = Upload("x.txt", b"hi")
    assert MessagePart(attachments=[upload]).to_dict() == {"attachments": [upload]}
