"""What arrives over HTTP only: installations, and the messages of the Social SDK."""

import logging
from typing import Any

import pytest

from scurrypy.enums import ApplicationIntegrationType, MessageFlags, MessageType
from scurrypy.events import (
    EVENTS,
    ApplicationAuthorizedEvent,
    GameDirectMessageDeleteEvent,
    LobbyMessageCreateEvent,
    LobbyMessageDeleteEvent,
    LobbyMessageUpdateEvent,
)
from scurrypy.wire.codec import encode

USER: dict[str, Any] = {"id": "80351110224678912", "username": "nelly", "discriminator": "0", "global_name": None}
LOBBY_MESSAGE: dict[str, Any] = {
    "id": "1397729799727878254",
    "type": 0,
    "content": "to the tower",
    "lobby_id": "1397729744753266719",
    "channel_id": "1397729744753266719",
    "author": USER,
    "flags": 65536,
    "metadata": {"team": "red"},
    "application_id": "1234567765431056709",
}


def test_an_installation_says_who_where_and_for_what():
    body = {
        "integration_type": 0,
        "scopes": ["bot", "applications.commands"],
        "user": USER,
        "guild": {"id": "5", "name": "Tower"},
    }
    event = ApplicationAuthorizedEvent.from_json(encode(body))
    assert event.integration_type is ApplicationIntegrationType.GUILD_INSTALL
    assert event.scopes == ["bot", "applications.commands"]
    assert event.user.username == "nelly"
    assert event.guild is not None
    assert event.guild.id == 5


def test_a_message_of_a_lobby_is_read_whole_when_written_and_when_edited(caplog: pytest.LogCaptureFixture):
    written = LobbyMessageCreateEvent.from_json(encode(LOBBY_MESSAGE))
    assert (written.lobby_id, written.author.id) == (1397729744753266719, 80351110224678912)
    assert written.type is MessageType.DEFAULT
    assert written.flags == MessageFlags(65536)
    assert written.metadata == {"team": "red"}
    edited = LobbyMessageUpdateEvent.from_json(
        encode(LOBBY_MESSAGE | {"edited_timestamp": "2025-08-05T20:39:19+00:00"})
    )
    assert edited.edited_timestamp == "2025-08-05T20:39:19+00:00"
    assert not isinstance(edited, LobbyMessageCreateEvent)
    gone = LobbyMessageDeleteEvent.from_json(encode({"id": "1", "lobby_id": "2"}))
    assert (gone.id, gone.lobby_id) == (1, 2)
    assert caplog.records == []


@pytest.mark.parametrize("name", ["GAME_DIRECT_MESSAGE_CREATE", "GAME_DIRECT_MESSAGE_UPDATE"])
def test_a_direct_message_between_provisional_accounts_has_few_fields(name: str, caplog: pytest.LogCaptureFixture):
    body = {
        "id": "1",
        "type": 0,
        "content": "ready?",
        "author": USER,
        "flags": 0,
        "application_id": "9",
        "channel": {"id": "3", "type": 1, "recipients": [USER]},
        "recipient_id": "80351110224678913",
    }
    with caplog.at_level(logging.DEBUG):
        event: Any = EVENTS[name].from_json(encode(body))
    assert event.channel.recipients[0].username == "nelly"
    assert (event.application_id, event.recipient_id, event.attachments) == (9, 80351110224678913, None)
    assert caplog.records == []


def test_a_deleted_direct_message_is_told_with_what_it_held():
    body = {"id": "1", "channel_id": "3", "type": 0, "content": "late", "author": USER, "attachments": []}
    event = GameDirectMessageDeleteEvent.from_json(encode(body | {"components": [], "lobby_id": "4"}))
    assert (event.content, event.attachments, event.lobby_id) == ("late", [], 4)
