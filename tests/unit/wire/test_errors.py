"""Errors: the hierarchy drawn at the top of the module is the real one, and a body's complaints keep path and code."""

import copy
import pickle
import re

import pytest

from scurrypy.enums import JSONErrorCode
from scurrypy.wire import errors
from scurrypy.wire.errors import (
    CloudflareBlocked,
    DiscordError,
    FieldError,
    InvalidRequest,
    MissingField,
    Problem,
    RateLimited,
    SessionStartLimitReached,
)

BODY = {
    "code": 50035,
    "message": "Invalid Form Body",
    "errors": {
        "embeds": {
            "0": {
                "title": {
                    "_errors": [
                        {"code": "BASE_TYPE_MAX_LENGTH", "message": "Must be 256 or fewer in length."},
                        {"code": "OTHER", "message": "Odd."},
                    ]
                }
            }
        },
        "_errors": [{"code": "TOP", "message": "The whole."}],
    },
}


def test_the_tree_in_the_docstring_is_the_hierarchy():
    drawn = {}
    stack = []
    for line in errors.__doc__.splitlines():
        match = re.match(r"^    ([│├└─ ]*)(\w+) {2,}", line)
        if match:
            depth = len(match[1]) // 4
            stack[depth:] = [match[2]]
            drawn[match[2]] = stack[depth - 1] if depth else None
    real = {name: kind for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, Exception)}
    assert set(drawn) == set(real)
    for name, parent in drawn.items():
        assert real[name].__bases__[0].__name__ == (parent or "Exception"), name


def test_scurrypy_2_3_bug_only_the_first_error_of_a_field_was_kept_and_codes_were_dropped():
    error = DiscordError(400, BODY)
    assert error.errors == [
        FieldError("embeds.0.title", "BASE_TYPE_MAX_LENGTH", "Must be 256 or fewer in length."),
        FieldError("embeds.0.title", "OTHER", "Odd."),
        FieldError("", "TOP", "The whole."),
    ]
    assert error.details[1] == ("embeds.0.title", "Odd.")
    assert (
        str(error)
        == error.full_message
        == (
            "Invalid Form Body (50035)\n"
            "→ embeds.0.title: Must be 256 or fewer in length. (BASE_TYPE_MAX_LENGTH)\n"
            "→ embeds.0.title: Odd. (OTHER)\n"
            "→ The whole. (TOP)"
        )
    )


@pytest.mark.parametrize(
    "error",
    [
        InvalidRequest("name", "1-3 characters", 4, [Problem("code", "0-9", 10)]),
        SessionStartLimitReached(1, 2, 3.5),
        DiscordError(400, BODY, method="POST", path="/channels/1/messages"),
        RateLimited(429, {}, retry_after=2.5, scope="shared"),
        CloudflareBlocked(403, "page", retry_after=60.0),
        MissingField("plain"),
    ],
)
def test_an_error_survives_the_way_into_another_process(error: Exception):
    for copied in (pickle.loads(pickle.dumps(error)), copy.copy(error)):  # noqa: S301 - pickled here
        assert type(copied) is type(error)
        assert (str(copied), copied.args, vars(copied)) == (str(error), error.args, vars(error))


def test_the_attributes_of_scurrypy_2_3_are_there():
    error = DiscordError(403, {"code": 50013, "message": "Missing Permissions"})
    assert (error.status, error.code, error.reason, error.is_fatal) == (403, 50013, "Missing Permissions", True)
    assert (error.data["code"], error.error_data, error.details) == (50013, None, [])
    assert error.full_message == "Missing Permissions (50013)"


@pytest.mark.parametrize(
    "body", ["<html>502</html>", None, [], "", {"errors": "odd"}, {"errors": {"a": {"_errors": 1}}}]
)
def test_scurrypy_2_3_bug_a_page_instead_of_json_was_a_bare_assertion_error(body):
    error = DiscordError(502, body)
    assert (error.reason, error.code, error.errors) == ("HTTP 502", None, [])


def test_oauth2_errors_are_understood():
    assert DiscordError(400, {"error": "invalid_grant", "error_description": "Code expired"}).reason == "Code expired"


def test_a_local_refusal_names_field_limit_and_what_was_given():
    error = InvalidRequest("content", "at most 2000 characters", 2001)
    assert str(error) == "content: at most 2000 characters, got 2001"
    assert isinstance(error, ValueError)


def test_codes_read_by_name_and_are_the_numbers_they_were():
    error = DiscordError(404, {"message": "Unknown Message", "code": 10008})
    assert error.code is JSONErrorCode.UNKNOWN_MESSAGE
    assert error.code == 10008
    assert str(error) == "Unknown Message (10008)"
    newer = DiscordError(400, {"message": "New", "code": 999_999})
    assert newer.code == 999_999
    assert str(newer) == "New (999999)"
    assert DiscordError(400, {"message": "Odd", "code": "text"}).code is None


def test_what_is_not_there_has_codes_of_ten_thousand():
    unknown = [code for code in JSONErrorCode if code.name.startswith("UNKNOWN_")]
    assert len(unknown) > 40
    assert all(10_000 < code < 11_000 for code in unknown)
