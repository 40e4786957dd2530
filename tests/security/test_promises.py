"""SECURITY.md names tests that exist, and all of those that stand here."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROMISES = (ROOT / "SECURITY.md").read_text(encoding="utf-8")


def test_every_promise_names_tests_that_exist() -> None:
    rows = [line for line in PROMISES.splitlines() if line.startswith("| **")]
    assert len(rows) >= 10
    for row in rows:
        named = re.findall(r"tests/[\w./]+\w", row)
        assert named, row
        assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_test_of_security_shows_a_promise() -> None:
    here = {f"tests/security/{path.name}" for path in Path(__file__).parent.glob("test_*.py")} - {
        "tests/security/test_promises.py"
    }
    assert {name for name in here if name not in PROMISES} == set()
