"""The rate limits of the HTTP API: per route, global, per resource, and the ban for invalid requests."""

from scurrypy.sandbox.limits.buckets import Limit, Verdict, Windows
from scurrypy.sandbox.limits.invalid import INVALID_REQUESTS, InvalidRequests
from scurrypy.sandbox.limits.limiter import Mode, RateLimits, Refusal

__all__ = ["INVALID_REQUESTS", "InvalidRequests", "Limit", "Mode", "RateLimits", "Refusal", "Verdict", "Windows"]
