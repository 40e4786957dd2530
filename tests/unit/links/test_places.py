"""Links to messages, channels and invites, made and read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scurrypy import links
from scurrypy.links import ChannelLink, InviteLink, MessageLink
from scurrypy.wire.errors import InvalidRequest
from scurrypy.wire.snowflake import Snowflake

IDS = st.integers(0, 2**63 - 1).map(Snowflake)
HOSTS = ("discord.com", "ptb.discord.com", "canary.discord.com", "discordapp.com", "www.discord.com", "DISCORD.com")


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (links.message_link(1, 2, 3), "https://discord.com/channels/1/2/3"),
        (links.message_link(None, 2, 3), "https://discord.com/channels/@me/2/3"),
        (links.channel_link(1, 2), "https://discord.com/channels/1/2"),
        (links.guild_link(1), "https://discord.com/channels/1"),
        (links.user_link(1), "https://discord.com/users/1"),
        (links.scheduled_event_link(1, 2), "https://discord.com/events/1/2"),
        (links.invite_link("discord-developers"), "https://discord.gg/discord-developers"),
        (links.invite_link("abc", scheduled_event_id=5), "https://discord.gg/abc?event=5"),
        (links.template_link("hgM48av5Q69A"), "https://discord.new/hgM48av5Q69A"),
        (links.application_link(1), "https://discord.com/application-directory/1"),
        (links.store_link(1), "https://discord.com/application-directory/1/store"),
        (links.sku_link(1, 2), "https://discord.com/application-directory/1/store/2"),
    ],
)
def test_links_are_made_of_ids(made, expected):
    assert made == expected


@given(st.none() | IDS, IDS, IDS)
def test_what_is_made_is_read_back(guild_id, channel_id, message_id):
    link = links.message_link(guild_id, channel_id, message_id)
    assert links.parse_message_link(link) == MessageLink(guild_id, channel_id, message_id)
    assert links.find_message_links(f"see {link}, and ({link})") == [MessageLink(guild_id, channel_id, message_id)]
    channel = links.channel_link(guild_id, channel_id)
    assert links.parse_channel_link(channel) == ChannelLink(guild_id, channel_id)
    assert links.parse_message_link(channel) is links.parse_channel_link(link) is None


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("form", ["https://{}", "http://{}/", "{}", " <https://{}>\n", "https://{}?jump=1#x"])
def test_links_of_every_host_are_read_as_people_copy_them(host, form):
    assert links.parse_message_link(form.format(f"{host}/channels/1/2/3")) == MessageLink(1, 2, 3)
    assert links.parse_channel_link(form.format(f"{host}/channels/1/2")) == ChannelLink(1, 2)
    assert links.parse_invite_link(form.format(f"{host}/invite/abc-1")) == InviteLink("abc-1")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1/2/3",
        "https://discord.com/channels/1/2/3/4",
        "https://discord.com/channels/1/2/x",
        "https://discord.com/channels/@you/2/3",
        "https://discord.com.evil.example/channels/1/2/3",
        "https://notdiscord.com/channels/1/2/3",
        "https://discord.gg/channels/1/2/3",
        "ftp://discord.com/channels/1/2/3",
        "https://discord.com/channels/1/2/3 and more",
        "https://discord.com/channels/1/2/\uff13",
        "https://discord.com/channels/1/2/" + "3" * 21,
    ],
)
def test_what_is_no_link_to_a_message_is_none(text):
    assert links.parse_message_link(text) is None


def test_links_to_messages_are_found_in_a_text():
    text = "https://discord.com/channels/1/2/3, discord.com/channels/4/5/6 <https://ptb.discord.com/channels/@me/7/8>"
    assert links.find_message_links(text) == [MessageLink(1, 2, 3), MessageLink(None, 7, 8)]


@pytest.mark.parametrize(
    ("text", "code", "event_id"),
    [
        ("https://discord.gg/abc", "abc", None),
        ("discord.gg/aBc", "aBc", None),
        ("http://www.discord.gg/abc/", "abc", None),
        ("https://discord.gg/invite/abc", "abc", None),
        ("https://discord.gg/abc?event=5", "abc", 5),
        ("https://discord.gg/abc?proof=x&event=5#y", "abc", 5),
        ("https://discord.com/invite/abc?event=x", "abc", None),
    ],
)
def test_invites_are_read_in_every_form(text, code, event_id):
    assert links.parse_invite_link(text) == InviteLink(code, event_id)


@pytest.mark.parametrize(
    "text",
    ["", "abc", "https://discord.gg/", "https://discord.gg/a", "https://discord.gg/a_b", "https://notdiscord.gg/abc",
     "https://discord.com/abc", "https://discord.gg/abc def", "https://discord.gg/abc/def"],
)  # fmt: skip
def test_what_is_no_invite_is_none(text):
    assert links.parse_invite_link(text) is None


def test_invites_are_found_in_a_text():
    text = "discord.gg/one, (https://discord.gg/two?event=5) [x](https://discord.com/invite/three) discord.gg/one"
    assert links.find_invite_links("notdiscord.gg/four x.discord.gg/five") == []
    assert links.find_invite_links(text) == [InviteLink("one"), InviteLink("two", Snowflake(5)), InviteLink("three")]


@given(st.text())
def test_any_text_can_be_looked_through(text):
    for found in links.find_invite_links(text):
        assert found.code in text
    assert links.find_message_links(text) == []


@pytest.mark.parametrize("make", [links.invite_link, links.template_link])
@pytest.mark.parametrize("code", ["", "a", "https://discord.gg/abc", "a/b", "a?b"])
def test_what_is_no_code_is_refused(make, code):
    with pytest.raises(InvalidRequest, match="code"):
        make(code)
