"""Everything a user can reach says what it is."""

import ast
from collections.abc import Iterator

import pytest

from tests.house.source import Function, Source, package

PUBLIC = [source for source in package() if source.is_public]


def is_public(name: str) -> bool:
    return not name.startswith("_")


def documented(body: list[ast.stmt], index: int) -> str | None:
    """Return the string under statement `index`, if one stands there."""
    follower = body[index + 1] if index + 1 < len(body) else None
    if isinstance(follower, ast.Expr) and isinstance(follower.value, ast.Constant):
        return follower.value.value if isinstance(follower.value.value, str) else None
    return None


def is_overload(function: Function) -> bool:
    """Whether it adds a signature or a setter to a name that is documented elsewhere."""
    names = [ast.unparse(decorator) for decorator in function.decorator_list]
    return any(name.endswith((".setter", ".deleter")) or name in ("overload", "typing.overload") for name in names)


def field_name(node: ast.stmt, owner: str) -> str | None:
    """Return the name of the public field that a statement declares: `name: T` in a class, `self.name = …` in init."""
    match node:
        case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation) if owner == "":
            # A ClassVar tells the class about itself; it is no field of its objects.
            return name if is_public(name) and "ClassVar" not in ast.unparse(annotation) else None
        case (
            ast.AnnAssign(target=ast.Attribute(value=ast.Name(id="self"), attr=name))
            | ast.Assign(targets=[ast.Attribute(value=ast.Name(id="self"), attr=name)])
        ) if owner == "__init__":
            return name if is_public(name) else None
    return None


def undocumented_fields(cls: ast.ClassDef) -> Iterator[tuple[int, str]]:
    """Yield the public fields of a class that have no text under them, or one whose summary does not end."""
    init = next((node for node in cls.body if isinstance(node, ast.FunctionDef) and node.name == "__init__"), None)
    seen: set[str] = set()
    for owner, body in (("", cls.body), ("__init__", init.body if init else [])):
        for index, node in enumerate(body):
            name = field_name(node, owner)
            if name is None or name in seen:
                continue
            seen.add(name)
            text = documented(body, index)
            if text is None or not text.strip().split("\n\n")[0].rstrip().endswith((".", "…")):
                yield node.lineno, f"{cls.name}.{name}"


def undocumented(body: list[ast.stmt], prefix: str = "") -> Iterator[tuple[int, str]]:
    """Yield line and name of every public class, function and field in `body` that lacks its text."""
    for node in body:
        match node:
            case ast.ClassDef(name=name) if is_public(name):
                if ast.get_docstring(node) is None:
                    yield node.lineno, prefix + name
                for line, field in undocumented_fields(node):
                    yield line, prefix + field
                yield from undocumented(node.body, f"{prefix}{name}.")
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) if is_public(name):
                if ast.get_docstring(node) is None and not is_overload(node):
                    yield node.lineno, prefix + name
            case ast.If(body=then, orelse=otherwise):
                yield from undocumented(then, prefix)
                yield from undocumented(otherwise, prefix)


@pytest.mark.parametrize("source", PUBLIC, ids=lambda source: source.name)
def test_every_public_name_is_documented(source: Source) -> None:
    missing = [f"{source.name}:{line} {name}" for line, name in undocumented(source.tree.body)]
    if ast.get_docstring(source.tree) is None:
        missing.insert(0, f"{source.name}:1 the module")
    assert missing == []


def test_the_walk_finds_what_is_undocumented() -> None:
    text = '''
class Told:
    """Told."""
    good: int
    """Good."""
    endless: int
    """no full stop"""
    bare: int
    KIND: ClassVar[int] = 1
    def __init__(self):
        self.late = 1
        self._hidden = 2
    @overload
    def over(self): ...
    def method(self): ...
def _private(): ...
async def public(): ...
'''
    found = [name for _, name in undocumented(ast.parse(text).body)]
    assert found == ["Told.endless", "Told.bare", "Told.late", "Told.method", "public"]
