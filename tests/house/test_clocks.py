"""What waits counts by the event loop's clock: the wall clock may be set by an hour at any moment."""

import ast

import pytest

from tests.house.source import PACKAGE, allowed, package

COUNTS = ("gateway", "http", "dispatch")
"""Packages in which everything is counted by the event loop's clock."""
WALL_CLOCKS = {
    "time": {"time", "time_ns", "localtime", "gmtime", "ctime", "asctime", "strftime", "clock_gettime"},
    "datetime": {"datetime", "date"},
}
"""Names that tell the time of the wall clock, by the module they come from."""


def wall_clocks(tree: ast.Module) -> list[str]:
    """Return what a module takes from the wall clock, however it is imported."""
    modules: dict[str, str] = {}
    found: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            modules |= {alias.asname or alias.name: alias.name for alias in node.names if alias.name in WALL_CLOCKS}
        elif isinstance(node, ast.ImportFrom) and node.module in WALL_CLOCKS:
            found += [f"{node.module}.{alias.name}" for alias in node.names if alias.name in WALL_CLOCKS[node.module]]
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules:
            module = modules[node.value.id]
            found += [f"{module}.{node.attr}"] if node.attr in WALL_CLOCKS[module] else []
    return found


def test_the_transport_reads_no_wall_clock_unless_a_reason_is_named() -> None:
    sources = [source for source in package() if source.path.relative_to(PACKAGE).parts[0] in COUNTS]
    assert len(sources) > 50
    reading = {source.name: wall_clocks(source.tree) for source in sources}
    named = allowed()["wall-clock"]
    assert {name: found for name, found in reading.items() if found and name not in named} == {}
    assert [name for name in named if not reading.get(name)] == [], "no longer needed in allowed.toml"


@pytest.mark.parametrize(
    "code",
    [
        "import time\ntime.time()",
        "import time as t\nt.time_ns()",
        "from time import time",
        "from datetime import datetime",
        "import datetime\ndatetime.datetime.now()",
    ],
)
def test_a_wall_clock_is_found(code: str) -> None:
    assert wall_clocks(ast.parse(code)) != []


def test_a_clock_that_only_goes_forward_is_none() -> None:
    assert wall_clocks(ast.parse("import time\nfrom time import monotonic\ntime.monotonic(); loop.time()")) == []
