"""The project's own files, read once and parsed, for the tests that judge them."""

import ast
import io
import tokenize
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, TypeAlias

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "scurrypy"

Function: TypeAlias = "ast.FunctionDef | ast.AsyncFunctionDef"


@dataclass(frozen=True)
class Source:
    """One Python file."""

    path: Path

    @cached_property
    def name(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, self.name)

    @cached_property
    def lines(self) -> int:
        return len(self.text.splitlines())

    @property
    def is_public(self) -> bool:
        """Whether users may import it: no part of its path starts with an underscore, but for `__init__`."""
        parts = self.path.relative_to(PACKAGE).with_suffix("").parts
        return not any(part.startswith("_") and part not in ("__init__", "__main__") for part in parts)

    def nodes(self, *kinds: type[ast.AST]) -> Iterator[Any]:
        return (node for node in ast.walk(self.tree) if isinstance(node, kinds))

    def functions(self) -> Iterator[Function]:
        return self.nodes(ast.FunctionDef, ast.AsyncFunctionDef)

    def comments(self) -> Iterator[tuple[int, str]]:
        """Yield line number and text of every comment; what stands in a string is none."""
        for token in tokenize.generate_tokens(io.StringIO(self.text).readline):
            if token.type == tokenize.COMMENT:
                yield token.start[0], token.string


def _read(folder: Path) -> tuple[Source, ...]:
    return tuple(Source(path) for path in sorted(folder.rglob("*.py")) if not _foreign(path))


def _foreign(path: Path) -> bool:
    """Whether a file was installed or generated rather than written."""
    return any(part in ("node_modules", "__pycache__") or part.startswith(".") for part in path.relative_to(ROOT).parts)


@cache
def package() -> tuple[Source, ...]:
    """Return every file of the package itself."""
    return _read(PACKAGE)


@cache
def suite() -> tuple[Source, ...]:
    """Return every file below tests/."""
    return _read(ROOT / "tests")


@cache
def everything() -> tuple[Source, ...]:
    """Return every Python file of the project."""
    others = (ROOT / name for name in ("bench", "docs", "examples", "tools"))
    return package() + suite() + tuple(source for folder in others if folder.is_dir() for source in _read(folder))


@cache
def allowed() -> dict[str, Any]:
    """Return the exceptions of allowed.toml."""
    return tomllib.loads((Path(__file__).parent / "allowed.toml").read_text(encoding="utf-8"))
