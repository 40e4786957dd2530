"""Texts of strangers, shown as they were written: no formatting, no links, nobody notified."""

import re

from scurrypy.markdown.formatting import INVISIBLE

_LINK = r"(?P<link>https?://[^\s<]+)"
"""A bare link, which ends before white space and `<`."""
_MARK = r"""
    [\\*_~`|\[<@]      # these mean something wherever they stand
    | :(?=//)          # a bare link
    | :(?=[^\s:]*:)    # an emoji by its name
"""
_MARKS = re.compile(_MARK, re.VERBOSE)
_LINKS_AND_MARKS = re.compile(f"{_LINK} | {_MARK}", re.VERBOSE)
_LINE = re.compile(r"[^\n\r]+")
_AT_ITS_START = re.compile(
    r"""
    (?P<before> [\s\ufeff]* )
    (?:
        (?= > | \#{1,3}(?:\s|$) | [+-](?:[\s\#]|$) )    # quotes, headings, lists, small print
        | (?P<number> \d+ ) (?= \.(?:\s|$) )           # numbered lists
    )
    """,
    re.VERBOSE,
)
_NOTIFIES = re.compile(r"@(?=everyone|here|[!&]?\d)")


def escape(text: str) -> str:
    """Return a text that shows as `text` does in a plain text field, and notifies nobody: what strangers wrote.

        bold(escape("*** @everyone ***"))

    It is `escape_mentions` and then `escape_markdown`. A code block needs no `escape_markdown`, which would show there.
    """
    return escape_markdown(escape_mentions(text))


def escape_markdown(text: str, *, keep_links: bool = False) -> str:
    r"""Return a text in which nothing is formatting, a mention, an emoji or a link: `*a*` becomes `\*a\*`.

    Backslashes do not show in messages and embeds. They do in code blocks, and in places that know no formatting,
    such as the names of channels. `@everyone` still notifies; `escape_mentions` takes care of that.

    Args:
        text: The text.
        keep_links: Whether bare links stay links: a backslash within one would break it.
    """
    marks = _LINKS_AND_MARKS if keep_links else _MARKS

    def escape_mark(found: re.Match[str]) -> str:
        return found[0] if found.lastgroup == "link" else f"\\{found[0]}"

    def escape_line(found: re.Match[str]) -> str:
        start = _AT_ITS_START.match(found[0])
        if start is None:
            return marks.sub(escape_mark, found[0])
        rest = found[0][start.end() :]
        return f"{start[0]}\\{rest[0]}{marks.sub(escape_mark, rest[1:])}"

    return _LINE.sub(escape_line, text)


def escape_mentions(text: str) -> str:
    """Return a text that notifies nobody: an invisible character stands behind every @ that begins a mention.

    That holds for users, roles, `@everyone` and `@here`; channels notify nobody. The message's `allowed_mentions` is
    the surer way, and needs no change of the text: `AllowedMentionsPart(parse=[])`.
    """
    return _NOTIFIES.sub(f"@{INVISIBLE}", text)
