"""File names say what is inside, and packages say what they offer."""

import ast
import re

import pytest

from tests.house.source import Source, everything, package

SAYS_NOTHING = {"utils.py", "util.py", "helpers.py", "helper.py", "common.py", "misc.py", "manager.py"}
PACKAGES = [source for source in package() if source.path.name == "__init__.py" and source.is_public]


def exported(source: Source) -> list[str] | None:
    """Return the names in `__all__`; None where the file has none."""
    for node in source.tree.body:
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "__all__" for t in node.targets):
            return [str(name) for name in ast.literal_eval(node.value)]
    return None


def alphabetical(name: str) -> tuple[int, list[tuple[int, str]]]:
    """Return what `__all__` is sorted by: CONSTANTS, then Classes, then functions, numbers by value (as ruff does)."""
    kind = 0 if name.isupper() and len(name) > 1 else 1 if name[0].isupper() else 2
    return kind, [(int(part) if part.isdigit() else -1, part) for part in re.split(r"(\d+)", name)]


def test_no_file_has_a_name_that_says_nothing() -> None:
    assert [source.name for source in everything() if source.path.name in SAYS_NOTHING] == []


@pytest.mark.parametrize("source", PACKAGES, ids=lambda source: source.name)
def test_a_package_that_offers_names_lists_them_sorted(source: Source) -> None:
    names = exported(source)
    if names is None:
        offers = [node for node in source.tree.body if not isinstance(node, ast.Expr)]
        assert offers == [], f"{source.name} needs an __all__"
        return
    assert names == sorted(names, key=alphabetical)
    assert len(names) == len(set(names))
    assert not [name for name in names if name.startswith("_")]
