"""What one can type at the prompt, and how a line is taken apart."""

import shlex
from dataclasses import dataclass, field

HELP = """\
  hello                    say it, as yourself, in the current channel
  bob: hello               say it as bob
  /ping amount:3 "text:two words"    use a slash command (bob: /ping as bob)
  click LABEL              press the button with that label
  choose LABEL, LABEL      choose from the menu of the latest message that has one
  fill field=text; field=text        fill in and send the form that is open
  react EMOJI · reply TEXT · edit TEXT · delete      about the latest message (edit, delete: your own)
  dm TEXT                  write to the bot in private
  as bob · in random       be somebody else, go to another channel
  who · help · quit"""
"""What `help` prints."""

VERBS = frozenset(
    {"click", "choose", "fill", "react", "reply", "edit", "delete", "dm", "as", "in", "who", "help", "quit"}
)
"""Words that mean something at the beginning of a line."""
WITHOUT_WORDS = frozenset({"delete", "who", "help", "quit"})
"""Verbs that stand alone; with more behind them the line is plain speech."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line, taken apart."""

    verb: str
    """What to do: one of `VERBS`, `say` or `slash`."""
    text: str = ""
    """What stands behind the verb."""
    user: str | None = None
    """Who does it; None for whoever one is at the moment."""


@dataclass(frozen=True, slots=True)
class Slash:
    """A slash command as it was typed."""

    name: str
    """The command and its subcommands, with spaces between."""
    options: dict[str, str] = field(default_factory=dict[str, str])
    """What was given for which option."""


def read_line(line: str, users: set[str]) -> Line | None:
    """Return a line taken apart; None for one without content.

    Args:
        line: The line.
        users: Names that may stand before a colon.
    """
    text = line.strip()
    name, colon, rest = text.partition(":")
    user = None
    if colon and name in users:
        user, text = name, rest.strip()
    if not text:
        return None
    if text.startswith("/") and len(text) > 1:
        return Line("slash", text[1:], user)
    verb, _, words = text.partition(" ")
    words = words.strip()
    if verb in VERBS and bool(words) is (verb not in WITHOUT_WORDS):
        return Line(verb, words, user)
    return Line("say", text, user)


def read_slash(text: str) -> Slash:
    """Return a slash command, given without its slash, taken apart.

    Raises:
        ValueError: A quotation mark is not closed, or something stands where an option must.
    """
    words = shlex.split(text)
    names: list[str] = []
    options: dict[str, str] = {}
    for word in words:
        name, colon, value = word.partition(":")
        if colon:
            options[name] = value
        elif options:
            raise ValueError(f'{word!r} is no option; options look like name:value, or "name:two words"')
        else:
            names.append(word)
    return Slash(" ".join(names), options)


def read_fields(text: str) -> dict[str, str]:
    """Return the fields of a form, given as `name=value; name=value`.

    Raises:
        ValueError: A part has no `=`.
    """
    fields: dict[str, str] = {}
    for part in text.split(";"):
        if not part.strip():
            continue
        name, equals, value = part.partition("=")
        if not equals:
            raise ValueError(f"{part.strip()!r} is no field; fields look like name=text")
        fields[name.strip()] = value.strip()
    return fields
