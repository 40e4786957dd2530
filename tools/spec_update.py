"""Fetches Discord's HTTP spec anew and says what changed, in terms of our own code.

    .venv/bin/python tools/spec_update.py                  # fetch, compare with DISCORD_SPEC_DIR, print
    .venv/bin/python tools/spec_update.py --file new.json  # compare with a file that is at hand
    .venv/bin/python tools/spec_update.py --write          # and keep the new one

Exit status: 0 where nothing changed, 1 where something did, 2 where the new spec cannot be had.
"""

import argparse
import json
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.official.checks import findings, methods_of
from tests.official.ours import Method
from tests.official.spec import FOLDER, METHODS, Operation, enum_values, is_enum, read

SOURCE = "https://raw.githubusercontent.com/discord/discord-api-spec/main/specs/openapi.json"
TIMEOUT = 60
"""Seconds to wait for an answer."""

Spec = dict[str, Any]


def changes(old: Spec, new: Spec) -> Iterator[str]:
    """Yield a line for each difference, with the place of ours that it concerns."""
    yield from _operation_changes(_operations(old), _operations(new))
    before, after = old["components"]["schemas"], new["components"]["schemas"]
    for name in sorted(before.keys() | after.keys()):
        yield from _schema_changes(name, before.get(name, {}), after.get(name, {}))


def _operations(spec: Spec) -> dict[str, tuple[str, str, Spec]]:
    return {
        item[method]["operationId"]: (method.upper(), path, item[method])
        for path, item in spec["paths"].items()
        for method in METHODS
        if method in item
    }


def _operation_changes(
    before: dict[str, tuple[str, str, Spec]], after: dict[str, tuple[str, str, Spec]]
) -> Iterator[str]:
    for name in sorted(before.keys() | after.keys()):
        if name not in before:
            method, path, _ = after[name]
            yield f"+ operation {name}: {method} {path} -> routes.{name.upper()}, and a method of a resource"
        elif name not in after:
            yield f"- operation {name} -> {_methods(name)}"
        elif before[name][:2] != after[name][:2]:
            yield f"~ operation {name}: {' '.join(after[name][:2])} -> routes.{name.upper()}"
        else:
            yield from _query_changes(name, _query(before[name][2]), _query(after[name][2]))


def _query(operation: Spec) -> set[str]:
    return {each["name"] for each in operation.get("parameters", ()) if each["in"] == "query"}


def _query_changes(name: str, before: set[str], after: set[str]) -> Iterator[str]:
    for mark, parameters in (("+", after - before), ("-", before - after)):
        for parameter in sorted(parameters):
            yield f"{mark} query parameter {name}?{parameter} -> {_methods(name)}"


def _methods(name: str) -> str:
    found: tuple[Method, ...] = methods_of(Operation(name, "", ""))
    return ", ".join(map(str, found)) or "nothing of ours"


def _schema_changes(name: str, before: Spec, after: Spec) -> Iterator[str]:
    if is_enum(before) or is_enum(after):
        old, new = (enum_values(each) if is_enum(each) else {} for each in (before, after))
        for mark, values in (("+", new.keys() - old.keys()), ("-", old.keys() - new.keys())):
            for value in sorted(values, key=str):
                yield f"{mark} {name}.{(new | old)[value]} = {value!r} -> {_ours(name)}"
        return
    old, new = before.get("properties", {}), after.get("properties", {})
    for field in sorted(old.keys() | new.keys()):
        if field not in old:
            yield f"+ {name}.{field}: {_said(after, field)} -> {_ours(name)}"
        elif field not in new:
            yield f"- {name}.{field} -> {_ours(name)}"
        elif _said(before, field) != _said(after, field):
            yield f"~ {name}.{field}: {_said(before, field)} became {_said(after, field)} -> {_ours(name)}"


def _said(schema: Spec, field: str) -> str:
    """Return what a schema says of a property, without its description."""
    told = {key: value for key, value in schema["properties"][field].items() if key != "description"}
    presence = "required" if field in schema.get("required", ()) else "optional"
    return f"{presence} {json.dumps(told, sort_keys=True)}"


def _ours(name: str) -> str:
    """Return what of ours stands for a schema."""
    reports = (findings().body_report, findings().answer_report)
    found = {each for report in reports for table in (report.models, report.enums) for each in table.get(name, ())}
    return ", ".join(sorted(f"{each.__module__}.{each.__name__}" for each in found)) or "nothing of ours"


def fetch(source: str) -> bytes:
    """Return what stands at an https address."""
    if not source.startswith("https://"):
        raise ValueError(f"an https address is needed, not {source!r}")
    with urllib.request.urlopen(source, timeout=TIMEOUT) as answer:  # noqa: S310 - https, as checked above
        return answer.read()


def main() -> int:
    """Compare, print, and keep the new spec where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--file", type=Path, help="the new spec, where it is at hand already")
    parser.add_argument("--source", default=SOURCE, help="where to fetch it from (default: %(default)s)")
    parser.add_argument("--write", action="store_true", help="replace the old one by it")
    options = parser.parse_args()
    try:
        content = options.file.read_bytes() if options.file else fetch(options.source)
        new = json.loads(content)
    except (OSError, ValueError) as error:
        print(f"the new spec cannot be had: {error}", file=sys.stderr)
        return 2
    lines = list(changes(read("openapi.json"), new))
    print("\n".join(lines) or "nothing changed")
    if options.write:
        (FOLDER / "openapi.json").write_bytes(content)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
