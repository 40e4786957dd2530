"""Settings that hold for every test: hypothesis without deadlines and, so that CI tells the same each time, seeded."""

import pytest
from hypothesis import HealthCheck, settings

from scurrypy.http import invalid_requests

settings.register_profile("scurrypy", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("scurrypy")


@pytest.fixture(autouse=True)
def _no_invalid_requests_yet() -> None:
    """Forget what earlier tests were refused: the count is kept by port, and ports are used again."""
    invalid_requests._COUNTS.clear()
