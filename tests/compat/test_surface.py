"""Everything public in ScurryPy 2.3.0.2 is here, under the same path, and takes the same arguments."""

from fnmatch import fnmatchcase
from functools import cache

import pytest

from tests.compat import surface
from tests.compat.surface import Difference


@cache
def all_differences() -> list[Difference]:
    found = surface.event_differences()
    for module in surface.manifest()["modules"]:
        found += surface.module_differences(module)
    return found


def allowed(where: str) -> bool:
    return any(fnmatchcase(where, entry) for entries in surface.deviations().values() for entry in entries)


@pytest.mark.parametrize("module", surface.manifest()["modules"])
def test_module_offers_what_2_3_offered(module: str):
    unexpected = [found for found in surface.module_differences(module) if not allowed(found[0])]
    assert unexpected == []


def test_every_dispatch_of_2_3_has_the_class_it_had():
    assert [found for found in surface.event_differences() if not allowed(found[0])] == []


def test_every_deviation_is_still_needed():
    places = [where for where, _ in all_differences()]
    unused = [
        entry
        for entries in surface.deviations().values()
        for entry in entries
        if not any(fnmatchcase(place, entry) for place in places)
    ]
    assert unused == []


def test_deviations_are_sorted_and_reasoned():
    for reason, entries in surface.deviations().items():
        assert reason.endswith(".")
        assert entries == sorted(set(entries))


def test_counts(capsys: pytest.CaptureFixture[str]):
    missing = [found for found in all_differences() if not allowed(found[0])]
    with capsys.disabled():
        print(f"\nScurryPy 2.3 surface: {surface.count_names()} names checked, {len(missing)} missing")
    assert surface.count_names() > 1500
    assert missing == []


def test_a_difference_is_found():
    """The comparison itself: each kind of difference is reported, and an extension is not."""

    class Ours:
        async def renamed(self, second: int) -> None: ...
        def was_async(self) -> None: ...
        async def wider(self, a: int = 1, *, reason: str | None = None) -> None: ...
        async def narrower(self, a: int, b: int) -> None: ...
        async def other_default(self, a: int = 2) -> None: ...

    def found(name: str, *signature: str) -> list[Difference]:
        entry = {"methods": {name: {"signature": ["self", *signature], "async": True}}}
        return list(surface._class("Ours", Ours, entry))

    assert found("gone") == [("Ours.gone", "is missing")]
    assert found("renamed", "first")
    assert found("was_async") == [("Ours.was_async", "is not async as it was")]
    assert found("narrower", "a") == [("Ours.narrower", "needs b, too")]
    assert found("other_default", "a=1")
    assert found("wider", "a=1") == []
