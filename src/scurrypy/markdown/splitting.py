"""Cuts long texts into messages."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from scurrypy.wire.limits import Range

_FENCE = "```"
_SHORTEST = 50
"""Characters below which there would be no room for the marks of a code block and something between them."""

_WHOLE = re.compile(
    r"""
    (?P<escaped> \\[^\w\s] )
    | (?P<block> ```.*?``` )
    | (?<! (?<!\\)` ) (?P<ticks> `++ ) [^\n]*? [^`\n] (?P=ticks) (?!`)
    | < [^<>\n]+ >
    """,
    re.VERBOSE | re.DOTALL,
)
"""What is not cut in two: code, mentions and the like."""

_MARK = re.compile(r"[\\`<]")
"""How what is not cut may begin."""

_OPENING = re.compile(r"```(?:(?P<language>[A-Za-z0-9_+\-.#]{1,20})\n|\n?)")


class _Cut(NamedTuple):
    """One piece, and what is left to be cut."""

    piece: str
    rest: str


def split(text: str, limit: int = 2000) -> list[str]:
    r"""Return a text in pieces that each fit into a message.

        for piece in split(log):
            await channel.send(piece)

    Each piece is cut behind the last line break that fits; where there is none, behind the last space; where there is
    none either, at the limit. No cut goes through a code block, code within a line or a mention: a block that does not
    fit begins the next piece. Only a block that is longer than the limit by itself is cut, at its line breaks; it is
    closed, and opened again in its language.

    But for the marks of such a block, the pieces joined are the text. Pieces of white space alone, which Discord
    refuses, are left out. Other formatting that spans lines is not opened again.

    Args:
        text: The text.
        limit: Characters of the longest piece, at least 50: 2000 for messages, 4096 for descriptions of embeds.

    Raises:
        InvalidRequest: the limit is below 50.
    """
    Range(_SHORTEST).check("limit", limit)
    pieces: list[str] = []
    rest = text
    while len(rest) > limit:
        piece, rest = _cut(rest, limit)
        pieces.append(piece)
    pieces.append(rest)
    return [piece for piece in pieces if piece.strip()]


def _cut(text: str, limit: int) -> _Cut:
    """Cut the first piece off a text that is longer than `limit`."""
    whole: list[tuple[int, int]] = []
    for found in _whole(text, limit):
        start, end = found.span()
        if found["block"] is not None and end > limit:
            return _at(text, start) if text[:start].strip() else _tear(text, start, limit)
        if found["escaped"] is None:
            whole.append((start, end))
    for separator in ("\n", " "):
        place = _behind_last(separator, text, limit, whole)
        if text[:place].strip():
            return _at(text, place)
    start = next((start for start, end in whole if start < limit < end and text[:start].strip()), limit)
    return _at(text, start)


def _whole(text: str, limit: int) -> Iterator[re.Match[str]]:
    """Yield what is not cut and begins within the first `limit` characters; the rest of the text is left unread."""
    place = 0
    while (mark := _MARK.search(text, place, limit)) is not None:
        found = _WHOLE.match(text, mark.start())
        if found is not None:
            yield found
        place = mark.end() if found is None else found.end()


def _behind_last(separator: str, text: str, limit: int, whole: list[tuple[int, int]]) -> int:
    """Return the place behind the last separator that fits and is in nothing whole; 0 where there is none."""
    place = text.rfind(separator, 0, limit)
    while place >= 0:
        around = next(((start, end) for start, end in whole if start < place < end), None)
        if around is None:
            return place + 1
        start, end = around
        if end <= limit:
            return end
        place = text.rfind(separator, 0, start)
    return 0


def _at(text: str, place: int) -> _Cut:
    return _Cut(text[:place], text[place:])


def _tear(text: str, start: int, limit: int) -> _Cut:
    """Cut a text through the code block at `start`, which is too long by itself."""
    opening = _OPENING.match(text, start)
    first = start + len(_FENCE) if opening is None else opening.end()
    again = f"{_FENCE}{(opening and opening['language']) or ''}\n"
    place = text.rfind("\n", first, limit - len(_FENCE)) + 1
    if text[first:place].strip():
        return _Cut(text[:place] + _FENCE, again + text[place:])
    place = limit - len(_FENCE) - 1
    return _Cut(f"{text[:place]}\n{_FENCE}", again + text[place:])
