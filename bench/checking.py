"""What the check of a request costs before it is sent: microseconds for a message, the least of several rounds.

.venv/bin/python bench/checking.py
"""

import timeit
from collections.abc import Callable

from scurrypy.api.commands import CommandOptionChoicePart, CommandOptionPart, SlashCommandPart
from scurrypy.api.components import ActionRow, Button, ButtonStyle
from scurrypy.api.messages import Embed, EmbedField, MessagePart
from scurrypy.enums import CommandOptionType
from scurrypy.resources.message_body import create_body
from scurrypy.wire.checking import check

CALLS, ROUNDS = 5000, 9

PLAIN = MessagePart("hello world")
RICH = MessagePart(
    "hello",
    embeds=[Embed("title", "text", fields=[EmbedField("name", "value")] * 5)],
    components=[ActionRow([Button(ButtonStyle.PRIMARY, "yes", "Yes"), Button(ButtonStyle.DANGER, "no", "No")])],
)
COMMAND = SlashCommandPart(
    "paint",
    "Paint something",
    [
        CommandOptionPart(
            CommandOptionType.STRING,
            f"option-{number}",
            "An option",
            choices=[CommandOptionChoicePart(f"choice {each}", f"{each}") for each in range(10)],
        )
        for number in range(5)
    ],
)


def microseconds(call: Callable[[], object]) -> float:
    """Return what one call costs."""
    return min(timeit.repeat(call, number=CALLS, repeat=ROUNDS)) / CALLS * 1e6


def main() -> None:
    """Print a line for each kind of request."""
    print(f"{'':32}{'check':>10}{'whole body':>14}")
    for name, part in (("plain text message", PLAIN), ("embed, 5 fields, 2 buttons", RICH)):
        print(
            f"{name:32}{microseconds(lambda part=part: check(part)):>7.1f} µs"
            f"{microseconds(lambda part=part: create_body(part)):>11.1f} µs"
        )
    print(f"{'command, 5 options, 50 choices':32}{microseconds(lambda: check(COMMAND)):>7.1f} µs")


if __name__ == "__main__":
    main()
