"""Where we differ from what Discord publishes, and why: `deviations.toml`, an entry for each place."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("deviations.toml")


@cache
def groups() -> dict[str, list[dict[str, Any]]]:
    """Return every group of places with its reason, by check."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


@cache
def reasons(check: str) -> dict[str, str]:
    """Return the places that a check lets pass, each with its reason."""
    return {place: group["reason"] for group in groups().get(check, []) for place in group["places"]}


def judge(check: str, problems: dict[str, str]) -> list[str]:
    """Return what is wrong: problems that nothing explains, and explanations that nothing needs any more."""
    explained = reasons(check)
    unexplained = [f"{place}: {problem}" for place, problem in problems.items() if place not in explained]
    unused = [f"{place}: explained in {FILE.name}, but no longer so" for place in explained if place not in problems]
    return sorted(unexplained) + sorted(unused)
