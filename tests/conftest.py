"""Settings that hold for every test: hypothesis is seeded, what is counted is counted anew, no secret is told."""

from collections import Counter
from collections.abc import Generator, Iterator

import pytest
from hypothesis import HealthCheck, settings

from scurrypy.http import invalid_requests
from tests.support.leaks import Leaks, watching

settings.register_profile("scurrypy", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("scurrypy")

LEAKS = pytest.StashKey[Leaks]()
LOOKED = pytest.StashKey[Counter[str]]()
"""What the watch looked at and found, over all tests."""


@pytest.fixture(autouse=True)
def _no_invalid_requests_yet() -> None:
    """Forget what earlier tests were refused: the count is kept by port, and ports are used again."""
    invalid_requests._COUNTS.clear()


@pytest.fixture(autouse=True)
def leaks(request: pytest.FixtureRequest) -> Iterator[Leaks]:
    """Watch for secrets in what is logged, printed and raised; a test in which one is told fails."""
    leaks = request.node.stash[LEAKS] = Leaks()
    with pytest.MonkeyPatch.context() as patch:
        yield from (leaks for _ in watching(leaks, patch))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let a test fail that told a secret; only now is known what it printed."""
    report = yield
    if call.when == "teardown" and LEAKS in item.stash:
        found = item.stash[LEAKS].found(report.capstdout + report.capstderr)
        # Only what a test leaves behind: those of the watch itself tell secrets on purpose.
        looked = item.stash[LEAKS].looked + Counter({"secrets": len(found)})
        item.config.stash.setdefault(LOOKED, Counter()).update(looked)
        if found and report.passed:
            report.outcome = "failed"
            report.longrepr = "secrets were told:\n" + "\n".join(found)
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say how much was looked at for secrets: none found in nothing would be worth nothing."""
    looked = config.stash.get(LOOKED, Counter[str]())
    terminalreporter.write_line(
        f"{looked['secrets']} secrets told in {looked['records']:,} log records at every level and "
        f"{looked['texts']:,} texts, {looked['characters']:,} characters"
    )
