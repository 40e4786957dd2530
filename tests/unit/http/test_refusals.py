"""What a 429 means, by its headers and its body."""

import pytest

from scurrypy.http.refusals import Refusal, refusal_of
from tests.unit.http.model import answer, limited, quota

GLOBAL = {"message": "x", "retry_after": 2.5, "global": True}
TABLE = [
    (limited(2.5, headers=quota(5, 0, 2.5)), Refusal("bucket", 2.5, "user")),
    (limited(2.5), Refusal("bucket", 2.5, "user")),
    (limited(2.5, headers=quota(5, 3, 2.5)), Refusal("hidden", 2.5, "user")),
    (limited(600.0, headers=quota(5, 0, 2.5)), Refusal("hidden", 600.0, "user")),
    (limited(2.6, headers=quota(5, 0, 2.5)), Refusal("bucket", 2.6, "user")),
    (limited(1336.57, scope="shared", headers=quota(10, 9, 64.57)), Refusal("shared", 1336.57, "shared")),
    (limited(2.5, scope="global"), Refusal("global", 2.5, "global")),
    (answer(429, GLOBAL), Refusal("global", 2.5, "global")),
    (answer(429, {"retry_after": 2.5}, {"X-RateLimit-Global": "true"}), Refusal("global", 2.5, "global")),
    (answer(429, {"retry_after": 2.5}, {"X-RateLimit-Scope": "global"}), Refusal("global", 2.5, "global")),
    (answer(429, {}, {"Retry-After": "65"}), Refusal("bucket", 65.0, "user")),
    (answer(429, b"<html>", {"Retry-After": "65"}, content_type="text/html"), Refusal("cloudflare", 65.0, "user")),
    (answer(429, b"error code: 1015", content_type="text/plain"), Refusal("cloudflare", 300.0, "user")),
]


@pytest.mark.parametrize(("reply", "refusal"), TABLE)
def test_B16_each_kind_of_429_is_told_apart(reply, refusal):
    assert refusal_of(reply, reply.value()) == refusal
