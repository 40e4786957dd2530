"""A test that cannot fail is a defect."""

import ast

from tests.house.source import Function, Source, suite

CLAIMS = ("assert", "check", "expect", "raises", "warns", "fail")


def claims(function: Function) -> bool:
    """Whether a function asserts something, itself or through a call whose name says so."""
    for node in ast.walk(function):
        if isinstance(node, ast.Assert):
            return True
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func).rsplit(".", maxsplit=1)[-1]
            if called.lstrip("_").startswith(CLAIMS):
                return True
    return False


def is_test(source: Source, function: Function) -> bool:
    return source.path.name.startswith("test_") and function.name.startswith("test")


def test_every_test_asserts_something() -> None:
    assert [
        f"{source.name}:{function.lineno} {function.name}"
        for source in suite()
        for function in source.functions()
        if is_test(source, function) and not claims(function)
    ] == []


def test_no_test_name_stands_twice_in_a_file() -> None:
    twice: list[str] = []
    for source in suite():
        for scope in (source.tree, *source.nodes(ast.ClassDef)):
            names = [node.name for node in scope.body if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]
            twice += [
                f"{source.name} {name}" for name in set(names) if name.startswith("test") and names.count(name) > 1
            ]
    assert twice == []


def test_a_test_without_a_claim_is_found() -> None:
    body = ast.parse("def a():\n  with raises(E): f()\nasync def b():\n  g()\ndef c():\n  self.check_it(1)").body
    assert [claims(node) for node in body if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))] == [
        True,
        False,
        True,
    ]
