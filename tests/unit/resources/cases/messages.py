"""Calls of the methods that are about messages."""

from scurrypy.api.emoji import EmojiModel
from scurrypy.resources import (
    Message,
)
from tests.unit.resources.cases.case import ONE, THREE, TWO, Case, Resources, case

RESOURCES: Resources = {
    "message": lambda http: Message(http, ONE, TWO),
}

CASES: list[Case] = [
    case("message.fetch", to="GET_MESSAGE", path="/channels/2/messages/1"),
    case(
        "message.edit",
        kwargs={"content": None},
        to="UPDATE_MESSAGE",
        path="/channels/2/messages/1",
        data={"content": None},
    ),
    case("message.delete", to="DELETE_MESSAGE", path="/channels/2/messages/1"),
    case("message.crosspost", to="CROSSPOST_MESSAGE", path="/channels/2/messages/1/crosspost"),
    case("message.pin", to="CREATE_PIN", path="/channels/2/messages/pins/1"),
    case("message.unpin", to="DELETE_PIN", path="/channels/2/messages/pins/1"),
    case(
        "message.add_reaction",
        "😀",
        to="ADD_MY_MESSAGE_REACTION",
        path="/channels/2/messages/1/reactions/%F0%9F%98%80/@me",
    ),
    case(
        "message.remove_reaction",
        EmojiModel("a", THREE, True),
        to="DELETE_MY_MESSAGE_REACTION",
        path="/channels/2/messages/1/reactions/a:3/@me",
    ),
    case(
        "message.remove_user_reaction",
        "a:3",
        9,
        to="DELETE_USER_MESSAGE_REACTION",
        path="/channels/2/messages/1/reactions/a:3/9",
    ),
    case(
        "message.remove_emoji_reaction",
        "<a:a:3>",
        to="DELETE_ALL_MESSAGE_REACTIONS_BY_EMOJI",
        path="/channels/2/messages/1/reactions/a:3",
    ),
    case("message.remove_all_reactions", to="DELETE_ALL_MESSAGE_REACTIONS", path="/channels/2/messages/1/reactions"),
    case(
        "message.fetch_emoji_reactions",
        "a:3",
        kwargs={"after": 5},
        to="LIST_MESSAGE_REACTIONS_BY_EMOJI",
        path="/channels/2/messages/1/reactions/a:3",
        params={"type": 0, "after": 5, "limit": 25},
        answer=[],
    ),
    case(
        "message.fetch_poll_voters",
        3,
        kwargs={"after": 5, "limit": 100},
        to="GET_ANSWER_VOTERS",
        path="/channels/2/polls/1/answers/3",
        params={"after": 5, "limit": 100},
        answer={"users": []},
    ),
    case("message.expire_poll", to="POLL_EXPIRE", path="/channels/2/polls/1/expire"),
    case("message.deprecated_pin", to="DEPRECATED_CREATE_PIN", path="/channels/2/pins/1"),
    case("message.deprecated_unpin", to="DEPRECATED_DELETE_PIN", path="/channels/2/pins/1"),
]

AUDITED = {
    "CREATE_PIN",
    "DELETE_MESSAGE",
    "DELETE_PIN",
}
"""Operations whose documentation takes the header X-Audit-Log-Reason."""
