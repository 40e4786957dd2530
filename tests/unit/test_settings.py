"""A client that cannot be what it is made with is refused when it is made, each setting under its name."""

import inspect

import pytest

from scurrypy import Client, Intents
from scurrypy.api import ActivityPart, PresencePart
from scurrypy.gateway import IdentifyFuse, SQLiteSessionStore
from scurrypy.http import HTTPClient
from scurrypy.wire.errors import InvalidRequest, MissingIntents
from tests.support.fakes import FakeGateway, FakeHTTP
from tests.support.session_stores import MemoryStore

WRONG = [
    ("shard_count", -1, "at least 1, or 0 for the number Discord recommends, got -1"),
    ("shard_count", "2", "at least 1, or 0 for the number Discord recommends, got '2'"),
    ("shard_count", None, "at least 1, or 0 for the number Discord recommends, got None"),
    ("shard_count", True, "at least 1, or 0 for the number Discord recommends, got True"),
    ("shard_ids", [], "at least one number from 0, and each once, got []"),
    ("shard_ids", [0, 0], "at least one number from 0, and each once, got [0, 0]"),
    ("shard_ids", [-1], "at least one number from 0, and each once, got [-1]"),
    ("shard_ids", ["0"], "at least one number from 0, and each once, got ['0']"),
    ("shard_ids", "0", "a list of numbers, got '0'"),
    ("shard_ids", 3, "a list of numbers, got 3"),
    ("http", "https://proxy.invalid", "an HTTP client, which has start, request, close, got 'https://proxy.invalid'"),
    ("http", HTTPClient, "an HTTP client, which has start, request, close, got 'the class HTTPClient'"),
    ("gateway_impl", 5, "a class of shards, not one of its objects, got 5"),
    ("presence", "online", "a PresencePart, got 'online'"),
    ("presence", {"status": "online"}, "a PresencePart, got 'dict'"),
    ("compress", "gzip", "zstd-stream or zlib-stream, or None, got 'gzip'"),
    ("compress", True, "zstd-stream or zlib-stream, or None, got True"),
    ("handler_concurrency", 0, "a whole number, at least 1, got 0"),
    ("handler_concurrency", "many", "a whole number, at least 1, got 'many'"),
    ("handler_concurrency", 1.5, "a whole number, at least 1, got 1.5"),
    ("drain_timeout", -0.1, "seconds, at least 0, got -0.1"),
    ("drain_timeout", None, "seconds, at least 0, got None"),
    ("drain_timeout", float("nan"), "seconds, at least 0, got nan"),
    ("session_store", "bot.sqlite", """a store, such as SQLiteSessionStore("bot.sqlite"), got 'bot.sqlite'"""),
    ("session_store", SQLiteSessionStore, "a store, such as"),
    ("identify_fuse", 20, "an IdentifyFuse, got 20"),
    ("resume_hosts", "discord.example", """a list of domains, such as ["discord.example"], got 'discord.example'"""),
    ("resume_hosts", [1], "a list of domains"),
    ("resume_hosts", None, "a list of domains"),
    ("watchdog", 0, "seconds above 0, or None for no watchdog, got 0"),
    ("watchdog", "3", "seconds above 0, or None for no watchdog, got '3'"),
]


@pytest.mark.parametrize(("name", "value", "words"), WRONG, ids=lambda value: str(value)[:20])
def test_a_wrong_setting_is_refused_under_its_name(name, value, words):
    with pytest.raises(InvalidRequest) as caught:
        Client(**{"token": "made.up.token", name: value})
    assert str(caught.value).startswith(f"{name}: {words}")
    assert caught.value.field == name


def test_every_setting_but_those_with_errors_of_their_own_is_looked_at():
    settings = set(inspect.signature(Client).parameters)
    assert settings - {name for name, _, _ in WRONG} == {"token", "intents", "error_hook"}


def test_everything_wrong_is_told_at_once():
    with pytest.raises(InvalidRequest) as caught:
        Client(token="made.up.token", shard_count=-1, drain_timeout="long", compress="none")
    assert [problem.field for problem in caught.value.problems] == ["shard_count", "drain_timeout", "compress"]


def test_shard_ids_must_suit_a_count_that_is_given():
    with pytest.raises(InvalidRequest, match=r"shard_ids: each once, from 0 to 1 as there are 2 shard\(s\), got \[7\]"):
        Client(token="made.up.token", shard_count=2, shard_ids=[7])
    assert Client(token="made.up.token", shard_ids=range(7, 9)).shard_ids == [7, 8]


def test_a_presence_that_discord_would_not_take_is_refused():
    with pytest.raises(InvalidRequest, match=r"presence\.status: one of online"):
        Client(token="made.up.token", presence=PresencePart(status="away"))
    with pytest.raises(InvalidRequest, match=r"presence\.activities\[0\]\.name: 1 to 128 characters"):
        Client(token="made.up.token", presence=PresencePart(activities=[ActivityPart(name="")]))


def test_intents_that_are_none_are_refused():
    for intents in (513, "all", None):
        with pytest.raises(MissingIntents, match="Intents members"):
            Client(token="made.up.token", intents=intents)


def test_what_can_be_is_taken():
    client = Client(
        token="made.up.token",
        intents=Intents.DEFAULT,
        shard_count=4,
        http=FakeHTTP(),
        gateway_impl=FakeGateway,
        presence=PresencePart(activities=[ActivityPart(name="chess", type=0)]),
        shard_ids=(1, 3),
        compress=None,
        handler_concurrency=1,
        drain_timeout=0,
        session_store=MemoryStore(),
        identify_fuse=IdentifyFuse(),
        resume_hosts=("discord.example",),
        watchdog=None,
    )
    assert client.shard_ids == [1, 3]
