import pytest

from scurrypy.sandbox.rules.intents import ALL, PRIVILEGED, Intent, censor

BOT = 7


def message(**fields: object) -> dict:
    return {
        "id": "1",
        "guild_id": "10",
        "author": {"id": "3"},
        "mentions": [],
        "content": "secret",
        "embeds": [{"title": "secret"}],
        "attachments": [{"id": "4"}],
        "components": [{"type": 1}],
        "poll": {"question": {}},
        "flags": 0,
        **fields,
    }


def test_without_message_content_a_message_says_nothing() -> None:
    data = message()
    assert censor(data, BOT, Intent.GUILD_MESSAGES) == {
        "id": "1",
        "guild_id": "10",
        "author": {"id": "3"},
        "mentions": [],
        "content": "",
        "embeds": [],
        "attachments": [],
        "components": [],
        "flags": 0,
    }
    assert data == message()


@pytest.mark.parametrize(
    ("fields", "intents"),
    [
        ({}, Intent.MESSAGE_CONTENT),
        ({"author": {"id": str(BOT)}}, 0),
        ({"mentions": [{"id": str(BOT)}]}, 0),
    ],
)
def test_with_it_and_in_ones_own_messages_and_where_one_is_mentioned_it_says_everything(
    fields: dict, intents: int
) -> None:
    assert censor(message(**fields), BOT, intents) == message(**fields)


def test_direct_messages_say_everything() -> None:
    data = message()
    del data["guild_id"]
    assert censor(data, BOT, 0) == data


def test_the_message_replied_to_is_judged_by_itself() -> None:
    referenced = message(author={"id": str(BOT)})
    del referenced["guild_id"]
    censored = censor(message(referenced_message=referenced), BOT, 0)
    assert censored["content"] == ""
    assert censored["referenced_message"] == referenced
    other = message()
    del other["guild_id"]
    assert censor(message(referenced_message=other), BOT, 0)["referenced_message"]["content"] == ""
    assert censor(message(referenced_message=None), BOT, 0)["referenced_message"] is None


def test_the_known_intents() -> None:
    assert PRIVILEGED == 1 << 1 | 1 << 8 | 1 << 15
    assert sum(1 << bit for bit in (*range(18), 20, 21, 24, 25)) == ALL
