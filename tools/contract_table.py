"""Print the contract with Discord: each line of tests/contract.toml, and the tests that show it.

python tools/contract_table.py            # the lines and their tests
python tools/contract_table.py --missing  # the lines without one
"""

import argparse
import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).parents[1] / "tests"

_LINES = re.compile(r"^test_((?:[AB]\d+_)+)")
"""The lines that a test's name says it shows: `test_A10_A11_…` shows two."""


def contract() -> dict[str, str]:
    """Return each line's number and what it says, in order."""
    sections = tomllib.loads((TESTS / "contract.toml").read_text(encoding="utf-8"))
    return {number: title for section in sections.values() for number, title in section.items()}


def lines_of(name: str) -> list[str]:
    """Return the numbers of the lines that a test of this name shows."""
    match = _LINES.match(name)
    return match[1].rstrip("_").split("_") if match else []


def named_tests() -> Iterator[tuple[str, str]]:
    """Yield a line's number and a test that shows it, as pytest names it."""
    for path in sorted(TESTS.rglob("test_*.py")):
        if "node_modules" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                for number in lines_of(node.name):
                    yield number, f"{path.relative_to(TESTS.parent).as_posix()}::{node.name}"


def rows() -> dict[str, list[str]]:
    """Return each number that is in the contract or in a test's name, and its tests."""
    table: dict[str, list[str]] = {number: [] for number in contract()}
    for number, test in named_tests():
        table.setdefault(number, []).append(test)
    return table


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Print each line of the contract with Discord and its tests.")
    parser.add_argument("--missing", action="store_true", help="only the lines without a test")
    only_missing = parser.parse_args().missing
    titles, table = contract(), rows()
    for number, tests in table.items():
        if not (only_missing and tests):
            print(f"{number:<4} {titles.get(number, 'is not in the contract')}")
            print("".join(f"       {test}\n" for test in tests), end="")
    print(f"{sum(bool(tests) for tests in table.values())} of {len(table)} lines have a test")


if __name__ == "__main__":
    main()
