"""Every enum of Discord's published HTTP spec, against ours that stands in the same places."""

import pytest

import scurrypy.enums
from tests.official.checks import findings
from tests.official.deviations import judge, reasons
from tests.official.spec import enums, needs_spec

needs_spec()


def ours_for(name: str) -> set[type]:
    """Return our enums that stand where Discord's enum of that name stands, in what is sent or received."""
    reports = (findings().body_report, findings().answer_report)
    found = {enum for report in reports for enum in report.enums.get(name, ())}
    stated = reasons("enum-names").get(name)
    return found or ({getattr(scurrypy.enums, stated)} if stated else set())


def lacking() -> dict[str, str]:
    """Return the enums that none of ours stands for."""
    return {name: "none of ours" for name in enums() if not ours_for(name)}


def missing(name: str) -> dict[str, str]:
    """Return the values of an enum that ours lack."""
    return {
        f"{enum.__name__}.{title or value}": f"no {value!r}"
        for enum in ours_for(name)
        for value, title in enums()[name].items()
        if value not in {member.value for member in enum.__members__.values()}
    }


@pytest.mark.parametrize("name", enums())
def test_an_enum_has_every_value(name: str):
    assert ours_for(name) or name in reasons("enums")
    assert missing(name).keys() <= reasons("enum-values").keys()


def test_what_is_explained_differs():
    assert judge("enums", lacking()) == []
    assert judge("enum-values", {place: why for name in enums() for place, why in missing(name).items()}) == []
    print(f"\nenums: {len(enums()) - len(lacking())}/{len(enums())}, values: {sum(map(len, enums().values()))}")
