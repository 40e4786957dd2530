"""Mentions and timestamps, checked against the examples of Discord's own reference page, and read back."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scurrypy import markdown as md
from scurrypy.markdown import (
    CommandMention,
    EmojiMention,
    Mentions,
    NavigationTarget,
    TimestampMention,
    TimestampStyle,
    parse_mentions,
)
from scurrypy.wire.errors import InvalidRequest
from scurrypy.wire.snowflake import Snowflake

MOMENT = datetime(2021, 4, 20, 21, 20, 30, tzinfo=UTC)
IDS = st.integers(1, 2**63 - 1)
NAMES = st.lists(st.text("ab-é", min_size=1, max_size=32), min_size=1, max_size=3)
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=ZONES)  # noqa: DTZ001 - ZONES adds it


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (md.mention_user(80351110224678912), "<@80351110224678912>"),
        (md.mention_user(Snowflake(5)), "<@5>"),
        (md.mention_channel(103735883630395392), "<#103735883630395392>"),
        (md.mention_role(165511591545143296), "<@&165511591545143296>"),
        (md.mention_command(816437322781949972, "airhorn"), "</airhorn:816437322781949972>"),
        (md.mention_command(123456789012345678, "foo", "bar"), "</foo bar:123456789012345678>"),
        (md.mention_command(123456789012345678, "foo", "group", "bar"), "</foo group bar:123456789012345678>"),
        (md.custom_emoji(216154654256398347, "mmLol"), "<:mmLol:216154654256398347>"),
        (md.custom_emoji(392938283556143104, "b1nzy", animated=True), "<a:b1nzy:392938283556143104>"),
        (md.custom_emoji(5), "<:_:5>"),
        (md.timestamp(MOMENT), "<t:1618953630>"),
        (md.timestamp(MOMENT, TimestampStyle.SHORT_DATE), "<t:1618953630:d>"),
        (md.timestamp(MOMENT + timedelta(microseconds=999_999), TimestampStyle.RELATIVE), "<t:1618953630:R>"),
        (md.timestamp(datetime(1969, 12, 31, 23, 59, 59, tzinfo=UTC)), "<t:-1>"),
        (md.mention_navigation(NavigationTarget.CUSTOMIZE), "<id:customize>"),
        (md.mention_navigation(NavigationTarget.LINKED_ROLES), "<id:linked-roles>"),
        (md.mention_linked_role(5), "<id:linked-roles:5>"),
    ],
)
def test_mentions_are_written_as_documented(made, expected):
    assert made == expected


def test_the_styles_are_those_of_the_documentation():
    assert {style.value for style in TimestampStyle} == set("tTdDfFsSR")


@pytest.mark.parametrize(
    "make",
    [
        lambda: md.timestamp(MOMENT.replace(tzinfo=None)),
        lambda: md.mention_command(1),
        lambda: md.mention_command(1, "a", "b", "c", "d"),
        lambda: md.mention_command(1, "a b"),
        lambda: md.mention_command(1, ""),
        lambda: md.mention_command(1, "a:1>"),
        lambda: md.custom_emoji(1, "a:b"),
        lambda: md.custom_emoji(1, ""),
    ],
)
def test_what_would_be_no_mention_is_refused(make):
    with pytest.raises(InvalidRequest):
        make()


@given(
    IDS,
    MOMENTS,
    st.sampled_from([None, *TimestampStyle]),
    st.booleans(),
    NAMES,
)
def test_what_is_written_is_read_back(id, moment, style, animated, names):
    written = [
        md.mention_user(id),
        md.mention_role(id),
        md.mention_channel(id),
        md.mention_command(id, *names),
        md.custom_emoji(id, "n_1", animated=animated),
        md.timestamp(moment, style),
    ]
    assert parse_mentions(" ".join(written)) == Mentions(
        [Snowflake(id)],
        [Snowflake(id)],
        [Snowflake(id)],
        [CommandMention(Snowflake(id), " ".join(names))],
        [EmojiMention(Snowflake(id), "n_1", animated)],
        [TimestampMention(moment.astimezone(UTC).replace(microsecond=0), style)],
    )


def test_everything_is_told_once_and_in_order():
    told = parse_mentions("<@3><@!1><@3> @here <#2> <@2>")
    assert told.users == [3, 1, 2]
    assert told.channels == [2]
    assert (told.everyone, told.here) == (False, True)
    assert all(type(id) is Snowflake for id in told.users)
    assert parse_mentions("@everyone").everyone


@pytest.mark.parametrize(
    "text",
    [
        "",
        "`<@1>` ``<@2> ` @everyone``",
        "```\n<@1> @here\n```",
        r"\<@1> \@everyone",
        "<@> <@x> <@1 <#> <:n:> <t:> <t:1:x> </a:> </a:b> <@&>",
        "<t:999999999999> <t:-99999999999>",
        "<@\uff11>",
        "someone@example",
    ],
)
def test_code_and_what_only_resembles_a_mention_mention_nothing(text):
    assert parse_mentions(text) == Mentions()


def test_a_mention_behind_an_escaped_backtick_or_an_open_fence_counts():
    assert parse_mentions(r"\`<@1>`").users == [1]
    assert parse_mentions("```<@1>").users == [1]
    assert parse_mentions("`a` <@1> `b`").users == [1]


@given(st.lists(st.sampled_from(("<@1>", "@everyone", "<", "@", "1", ">", "`", "\\", " ")), max_size=12).map("".join))
def test_escaped_texts_mention_nobody(text):
    told = parse_mentions(md.escape(text))
    assert (told.users, told.everyone) == ([], False)


def test_long_runs_of_marks_are_read_quickly():
    for mark in ("`", "<", "``` ", "</a ", "\\", "<t:", "` `` "):
        assert parse_mentions(mark * 5_000).users == []
