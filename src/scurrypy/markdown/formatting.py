"""Formatting: what is passed in is Markdown itself, so that formats can be put into each other."""

import re
from collections.abc import Iterable

from scurrypy.wire.errors import InvalidRequest

INVISIBLE = "\u200b"
"""A zero width space, which keeps two characters from meaning something together."""

_LANGUAGE = re.compile(r"[A-Za-z0-9_+\-.#]*")
_NOT_IN_AN_ADDRESS = {ord(character): f"%{ord(character):02X}" for character in ' ()<>\\"\n\r\t'}


def bold(text: str) -> str:
    """Return the text in bold type."""
    return f"**{text}**"


def italic(text: str) -> str:
    """Return the text in italics; no letter or digit may stand right before or behind."""
    # Underscores: asterisks beside those of bold type would run together.
    return f"_{text}_"


def underline(text: str) -> str:
    """Return the text underlined."""
    return f"__{text}__"


def strikethrough(text: str) -> str:
    """Return the text struck through."""
    return f"~~{text}~~"


def spoiler(text: str) -> str:
    """Return the text hidden until someone clicks it."""
    return f"||{text}||"


def quote(text: str) -> str:
    """Return the text as a quote; every line becomes part of it."""
    return _each_line("> ", text)


def block_quote(text: str) -> str:
    """Return the text as a quote that reaches to the end of the message, whatever follows."""
    return f">>> {text}"


def heading(text: str, level: int = 1) -> str:
    """Return the text as a heading; every line becomes one.

    Args:
        text: The text.
        level: From 1, the largest, to 3.

    Raises:
        InvalidRequest: there is no such level.
    """
    if level not in (1, 2, 3):
        raise InvalidRequest("level", "1-3", level)
    return _each_line(f"{'#' * level} ", text)


def subtext(text: str) -> str:
    """Return the text in small print; every line on its own."""
    return _each_line("-# ", text)


def bullet_list(items: Iterable[str]) -> str:
    r"""Return the items as a list with bullets.

    Further lines of an item stand below it, and so a list can stand in a list:

        bullet_list(["Fruit\n" + bullet_list(["Apple", "Pear"]), "Bread"])
    """
    return "\n".join(_item("- ", item) for item in items)


def numbered_list(items: Iterable[str], start: int = 1) -> str:
    """Return the items as a numbered list; further lines of an item stand below it.

    Args:
        items: The items.
        start: Number of the first.

    Raises:
        InvalidRequest: `start` is below 0.
    """
    if start < 0:
        raise InvalidRequest("start", "at least 0", start)
    return "\n".join(_item(f"{number}. ", item) for number, item in enumerate(items, start))


def code(text: str) -> str:
    """Return the text as code within a line: nothing in it is formatting, and nothing needs to be escaped.

    Between two backticks in a row stands an invisible character, as they would end the code.
    """
    if "`" not in text:
        return f"`{text or INVISIBLE}`"
    return f"``{INVISIBLE}{_apart(text)}{INVISIBLE}``"


def code_block(text: str, language: str = "") -> str:
    """Return the text as a block of code: nothing in it is formatting, and nothing needs to be escaped.

    Where three backticks in a row would end the block, an invisible character stands among them.

        code_block('print("hello")', "py")

    Args:
        text: The text.
        language: What its words are coloured as, such as `py`, `json` or `diff`; none where empty.

    Raises:
        InvalidRequest: the language is none that can stand there.
    """
    if not _LANGUAGE.fullmatch(language):
        raise InvalidRequest("language", "letters, digits and _ + - . #", language)
    shown = _apart(text) if text.strip("\n") else INVISIBLE
    return f"```{language}\n{shown}\n```"


def masked_link(text: str, url: str, *, preview: bool = True) -> str:
    """Return the text as a link.

    Args:
        text: What is shown; no link itself.
        url: Where it leads, beginning with `https://` or `http://`.
        preview: Whether what it leads to may be shown below the message.

    Raises:
        InvalidRequest: the address begins otherwise, which clients would show as plain text.
    """
    if not url.lower().startswith(("https://", "http://")):
        raise InvalidRequest("url", "an address that begins with https:// or http://", url)
    address = url.translate(_NOT_IN_AN_ADDRESS)
    return f"[{text}]({address})" if preview else f"[{text}](<{address}>)"


def _apart(text: str) -> str:
    # The second time finds the pairs that began within those of the first.
    return text.replace("``", f"`{INVISIBLE}`").replace("``", f"`{INVISIBLE}`")


def _each_line(mark: str, text: str) -> str:
    return "\n".join(f"{mark}{line}" for line in text.split("\n"))


def _item(mark: str, item: str) -> str:
    return mark + item.replace("\n", f"\n{' ' * len(mark)}")
