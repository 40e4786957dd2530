"""The JSON examples in Discord's documentation pages, read where they lie: `DISCORD_DOCS_DIR`."""

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.official.spec import ROOT

FOLDER = Path(os.environ.get("DISCORD_DOCS_DIR") or ROOT.parent / "shared" / "discord-api-docs" / "developers")

LANGUAGES = ("json", "jsonc")
FENCE = re.compile(r"^\s*```(\w*)")
HEADING = re.compile(r"^#+\s+(.*)")
RELAXED = re.compile(r'("(?:[^"\\]|\\.)*")|//[^\n]*|^\s*\.\.\.[^\n]*$|\.\.\.,?', re.MULTILINE)
"""Text, which stays; comments, and dots that stand for the rest, which JSON does not know."""
TRAILING = re.compile(r",(?=\s*[}\]])")
"""Commas before an end, which JSON does not know either."""


@dataclass(frozen=True)
class Example:
    """One example: the page and heading it stands under, and its place among those of that heading."""

    page: str
    heading: str
    number: int
    text: str

    def __str__(self) -> str:
        return f"{self.page}:{self.heading}:{self.number}"

    @property
    def value(self) -> Any:
        text = RELAXED.sub(lambda match: match[1] or "", self.text)
        if not text.lstrip().startswith(("{", "[")):
            text = f"{{{text}}}"
        return json.loads(TRAILING.sub("", text))


def needs_docs() -> None:
    """Skip the module that calls this where Discord's pages are not at hand."""
    if not FOLDER.is_dir():
        pytest.skip(
            f"Discord's documentation is not at {FOLDER}; name its folder in DISCORD_DOCS_DIR", allow_module_level=True
        )


@cache
def examples() -> tuple[Example, ...]:
    """Return every example, page by page."""
    return tuple(example for page in sorted(FOLDER.rglob("*.mdx")) for example in _in_page(page))


def _in_page(page: Path) -> Iterator[Example]:
    heading, counts = "", dict[str, int]()
    block: list[str] | None = None
    for line in page.read_text(encoding="utf-8").splitlines():
        fence = FENCE.match(line)
        if fence and block is None:
            block, language = [], fence[1]
        elif fence and block is not None:
            if language in LANGUAGES:
                counts[heading] = counts.get(heading, 0) + 1
                yield Example(page.relative_to(FOLDER).as_posix(), heading, counts[heading], "\n".join(block))
            block = None
        elif block is not None:
            block.append(line)
        elif title := HEADING.match(line):
            heading = title[1]
