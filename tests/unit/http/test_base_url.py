"""Where requests go."""

import pytest

from scurrypy.config import DEFAULT_API_URL
from scurrypy.http import HTTPClient
from scurrypy.http.base_url import VARIABLE
from scurrypy.wire.errors import InvalidRequest


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)


def test_B1_requests_go_to_version_10_of_the_api():
    assert HTTPClient().base_url == DEFAULT_API_URL == "https://discord.com/api/v10"


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/api/v10"),
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080/api/v10"),
        ("http://127.0.0.1:8080/api", "http://127.0.0.1:8080/api/v10"),
        ("http://127.0.0.1:8080/api/v10/", "http://127.0.0.1:8080/api/v10"),
        ("http://[::1]:8080", "http://[::1]:8080/api/v10"),
        ("http://localhost:8080", "http://localhost:8080/api/v10"),
        ("https://proxy.example/discord/api/v10", "https://proxy.example/discord/api/v10"),
    ],
)
def test_B1_another_address_is_taken_from_the_environment_or_the_code(monkeypatch, given, used):
    assert HTTPClient(base_url=given).base_url == used
    monkeypatch.setenv(VARIABLE, given)
    assert HTTPClient().base_url == used
    assert HTTPClient(base_url="http://127.0.0.1:1").base_url == "http://127.0.0.1:1/api/v10"


def test_B1_the_environment_is_read_when_a_client_is_made(monkeypatch):
    before = HTTPClient()
    monkeypatch.setenv(VARIABLE, "http://127.0.0.1:1")
    assert before.base_url == DEFAULT_API_URL
    assert HTTPClient().base_url == "http://127.0.0.1:1/api/v10"


@pytest.mark.parametrize("given", ["http://example.com", "http://127.0.0.1.example.com", "http://10.0.0.1"])
def test_a_token_does_not_travel_in_the_open_because_of_a_variable(monkeypatch, given):
    monkeypatch.setenv(VARIABLE, given)
    with pytest.raises(InvalidRequest, match=VARIABLE):
        HTTPClient()
    assert HTTPClient(base_url=given).base_url == f"{given}/api/v10"


@pytest.mark.parametrize("given", ["discord.com", "ftp://discord.com", "https://", "https://discord.com/api?x=1"])
def test_what_is_no_address_is_refused(given):
    with pytest.raises(InvalidRequest, match="base_url"):
        HTTPClient(base_url=given)


def test_credentials_in_an_address_are_refused_and_not_shown():
    with pytest.raises(InvalidRequest) as caught:
        HTTPClient(base_url="https://user:secret@discord.com")
    assert "secret" not in str(caught.value)


def test_a_global_limit_of_nothing_is_refused():
    with pytest.raises(InvalidRequest, match="global_limit"):
        HTTPClient(global_limit=0)
