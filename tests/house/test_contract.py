"""Every line of the contract with Discord has a test that is named after it."""

from tools.contract_table import contract, lines_of, rows


def test_every_line_of_the_contract_has_a_test() -> None:
    assert [f"{number} {contract()[number]}" for number, tests in rows().items() if not tests] == []


def test_no_test_names_a_line_that_the_contract_lacks() -> None:
    assert {number: tests for number, tests in rows().items() if number not in contract()} == {}


def test_the_contract_is_numbered_without_a_gap() -> None:
    gateway = [f"A{number}" for number in range(1, 44)]
    rest = [f"B{number}" for number in range(1, 25)]
    assert list(contract()) == gateway + rest


def test_a_test_may_show_several_lines() -> None:
    assert lines_of("test_A10_A11_slow_is_not_dead") == ["A10", "A11"]
    assert lines_of("test_B7_uploads_are_rebuilt") == ["B7"]
    assert lines_of("test_A_line") == []
