"""Writes docs/coverage.md: every operation, dispatch and enum that Discord publishes, and what here stands for it.

    .venv/bin/python tools/coverage.py            # write it
    .venv/bin/python tools/coverage.py --check    # fail if it is not current

It says what tests/official finds; Discord's files are read from DISCORD_SPEC_DIR (default ../shared/discord).
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.official.checks import findings, methods_of
from tests.official.compare import Report
from tests.official.deviations import FILE, groups
from tests.official.spec import Operation, enums, operations
from tests.official.test_enums import ours_for
from tests.official.test_gateway import DISPATCHES, documented

from scurrypy.enums import EventType
from scurrypy.events import EVENTS
from scurrypy.sandbox.http.app import served_operations

PAGE = Path(__file__).parents[1] / "docs" / "coverage.md"


def page() -> str:
    """Return the whole page."""
    return "\n".join([*_summary(), *_operations(), *_dispatches(), *_enums(), *_deviations()]) + "\n"


def _summary() -> Iterator[str]:
    found, served = findings(), _served()
    offered = [operation for operation in operations().values() if methods_of(operation)]
    known = [name for name in DISPATCHES if EventType(name) in EVENTS]
    stood_for = [name for name in enums() if ours_for(name)]
    yield "# Coverage"
    yield ""
    yield "What Discord publishes, and what stands for it here. Written by `tools/coverage.py` from what"
    yield "`tests/official` finds; a test fails when it is not current."
    yield ""
    yield "| what | there | here |"
    yield "|---|---|---|"
    yield f"| operations with a method | {len(operations())} | {len(offered)} |"
    yield f"| query parameters | {found.query_count} | {found.query_count - len(found.query)} |"
    yield f"| fields that are sent, compared | {len(found.body_report.fields)} | {_held(found.body_report)} |"
    yield f"| fields that are received, compared | {len(found.answer_report.fields)} | {_held(found.answer_report)} |"
    yield f"| dispatches of the gateway | {len(DISPATCHES)} | {len(known)} |"
    yield f"| enums | {len(enums())} | {len(stood_for)} |"
    yield f"| operations that the local Discord serves | {len(operations())} | {len(served & operations().keys())} |"


def _held(report: Report) -> int:
    return len(report.fields - report.problems.keys())


def _served() -> set[str]:
    return {name.lower() for name in served_operations()}


def _operations() -> Iterator[str]:
    yield ""
    yield "## Operations"
    yield ""
    yield "| operation | request | here | local Discord |"
    yield "|---|---|---|---|"
    served = _served()
    for operation in operations().values():
        mark = "yes" if operation.id in served else ""
        yield f"| `{operation.id}` | {operation.method} `{operation.path}` | {_calls(operation)} | {mark} |"


def _calls(operation: Operation) -> str:
    return ", ".join(f"`{method}`" for method in methods_of(operation))


def _dispatches() -> Iterator[str]:
    yield ""
    yield "## Dispatches"
    yield ""
    yield "| dispatch | event | fields of its own |"
    yield "|---|---|---|"
    for name in DISPATCHES:
        yield f"| `{name}` | `{EVENTS[EventType(name)].__name__}` | {len(documented(name))} |"


def _enums() -> Iterator[str]:
    yield ""
    yield "## Enums"
    yield ""
    yield "| Discord's | here | values |"
    yield "|---|---|---|"
    for name, values in enums().items():
        found = ", ".join(sorted(f"`{enum.__name__}`" for enum in ours_for(name)))
        yield f"| `{name}` | {found} | {len(values)} |"


def _deviations() -> Iterator[str]:
    yield ""
    yield "## Where it differs, and why"
    yield ""
    yield f"From `tests/official/{FILE.name}`; an entry that no longer differs fails."
    yield ""
    yield "| check | reason | places |"
    yield "|---|---|---|"
    for check, entries in groups().items():
        for entry in entries:
            yield f"| {check} | {entry['reason']} | {len(entry['places'])} |"


def main() -> int:
    """Write the page, or say that it is not current."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if the page is not current")
    if parser.parse_args().check:
        is_current = PAGE.exists() and PAGE.read_text(encoding="utf-8") == page()
        print("current" if is_current else f"{PAGE.name} is not current: .venv/bin/python tools/coverage.py")
        return 0 if is_current else 1
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
