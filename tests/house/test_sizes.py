"""Files stay short enough to be read in one go, functions short enough to be seen at once."""

import ast
import statistics

from tests.house.source import Function, allowed, everything, package

LONGEST_FILE = 600
LONGEST_FUNCTION = 60


def code_lines(function: Function) -> int:
    """Return the lines of a function below its signature, its docstring left out."""
    first = function.body[0]
    if ast.get_docstring(function) is None:
        return (function.end_lineno or 0) - first.lineno + 1
    return (function.end_lineno or 0) - (first.end_lineno or 0)


def test_no_file_is_longer_than_600_lines_unless_it_is_a_table() -> None:
    tables = allowed()["tables"]
    long = {source.name for source in everything() if source.lines > LONGEST_FILE}
    assert long - set(tables) == set(), "split these, by subject"
    assert set(tables) - long == set(), "no longer needed in allowed.toml"


def test_no_function_is_longer_than_one_screen() -> None:
    exceptions = allowed()["long-functions"]
    long = {
        f"{source.name}:{function.name}"
        for source in everything()
        for function in source.functions()
        if code_lines(function) > LONGEST_FUNCTION
    }
    assert long - set(exceptions) == set(), "split these, by step"
    assert set(exceptions) - long == set(), "no longer needed in allowed.toml"


def test_the_median_file_is_near_100_lines() -> None:
    sizes = sorted((source.lines, source.name) for source in package() if source.path.name != "__init__.py")
    median = statistics.median(lines for lines, _ in sizes)
    longest = ", ".join(f"{name} {lines}" for lines, name in sizes[:-6:-1])
    print(f"\nmedian file: {median:.0f} lines of {len(sizes)} files; longest: {longest}")
    assert median <= 150
