import pytest
from hypothesis import given
from hypothesis import strategies as st

from scurrypy.sandbox.rules import shapes
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.fields import ABSENT, Field, flag, read_field, read_fields, text, whole
from scurrypy.sandbox.rules.validation import Problems, invalid
from scurrypy.sandbox.world.drafts import FIELDS

json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def test_problems_nest_as_the_request_does() -> None:
    problems = Problems()
    problems.add("embeds.0.title", "BASE_TYPE_MAX_LENGTH", "Must be 256 or fewer in length.")
    problems.add("", "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType")
    assert problems.error().body() == {
        "message": "Invalid Form Body",
        "code": 50035,
        "errors": {
            "embeds": {
                "0": {
                    "title": {
                        "_errors": [{"code": "BASE_TYPE_MAX_LENGTH", "message": "Must be 256 or fewer in length."}]
                    }
                }
            },
            "_errors": [{"code": "DICT_TYPE_CONVERT", "message": "Only dictionaries may be used in a DictType"}],
        },
    }


def test_no_problems_refuse_nothing() -> None:
    problems = Problems()
    problems.raise_if_any()
    assert not problems


def test_every_refusal_has_one_number_and_http_status() -> None:
    numbers = [code.value[1] for code in Code if code.value[1]]
    assert len(numbers) == len(set(numbers))
    for code in Code:
        error = code.error()
        assert 400 <= error.status < 600
        assert error.body() == {"message": code.value[2], "code": code.value[1]}


@pytest.mark.parametrize(
    ("field", "value", "stored"),
    [
        (shapes.identity(), "12", 12),
        (shapes.ids(), ["1", 1, "2"], [1, 2]),
        (shapes.permission_bits(), str((1 << 60) + 5), 5),
        (shapes.moment(), "2026-01-02T03:04:05Z", "2026-01-02T03:04:05.000000+00:00"),
        (shapes.url(), "https://example.org/a", "https://example.org/a"),
        (shapes.items(text(most=2), most=2), ["a", "b"], ["a", "b"]),
        (shapes.model({"a": whole(), "b": flag(default=False)}), {"a": "1", "z": 2}, {"a": 1, "b": False}),
    ],
)
def test_values_are_stored_in_one_form(field: Field, value: object, stored: object) -> None:
    problems = Problems()
    assert read_field(value, field, problems, "x") == stored
    assert not problems


@pytest.mark.parametrize(
    ("field", "value", "path"),
    [
        (shapes.identity(), "x", ("x",)),
        (shapes.identity(), "-1", ("x",)),
        (shapes.identity(), str(1 << 64), ("x",)),
        (shapes.ids(most=1), ["1", "2"], ("x",)),
        (shapes.items(text(most=2)), ["a", "long"], ("x", "1")),
        (shapes.model({"a": whole(required=True)}), {}, ("x", "a")),
        (shapes.model({}), [], ("x",)),
        (shapes.url(), "http://[", ("x",)),
        (shapes.url(), "x" * 3000, ("x",)),
        (shapes.url(), 5, ("x",)),
        (shapes.image(), "data:text/plain;base64,AAAA", ("x",)),
        (shapes.image(), 5, ("x",)),
    ],
)
def test_what_is_wrong_is_noted_at_its_path(field: Field, value: object, path: tuple[str, ...]) -> None:
    problems = Problems()
    read_field(value, field, problems, "x")
    node = problems.error().errors
    for step in path:
        node = node[step]
    assert node["_errors"]


@given(st.dictionaries(st.sampled_from(sorted(FIELDS)), json))
def test_any_json_is_read_or_refused_and_never_an_error(body: dict) -> None:
    problems = Problems()
    read = read_fields(body, FIELDS, problems)
    assert ABSENT not in read.values()
    assert set(read) | set(problems.error().errors) >= {name for name, value in body.items() if value is not None}


def test_one_problem_alone() -> None:
    assert invalid("a.b", "C", "m").errors == {"a": {"b": {"_errors": [{"code": "C", "message": "m"}]}}}
