import pytest

from scurrypy.sandbox.rules.fields import read_field
from scurrypy.sandbox.rules.recurrence import RECURRENCE, check_recurrence, occurs
from scurrypy.sandbox.rules.validation import Problems

START = "2026-11-25T18:00:00+00:00"
"""A Wednesday, the fourth of its month."""


def recurrence(**fields: object) -> dict:
    problems = Problems()
    rule = read_field({"start": START, **fields}, RECURRENCE, problems, "")
    assert not problems
    return rule


@pytest.mark.parametrize(
    ("fields", "moments", "others"),
    [
        ({"frequency": 3}, ["11-25", "11-26", "12-06"], ["11-24"]),
        ({"frequency": 3, "by_weekday": [4, 5]}, ["11-27", "11-28"], ["11-25", "11-29"]),
        ({"frequency": 2}, ["11-25", "12-02"], ["11-26"]),
        ({"frequency": 2, "by_weekday": [0]}, ["11-30", "12-07"], ["11-25"]),
        ({"frequency": 2, "interval": 2, "by_weekday": [2]}, ["11-25", "12-09"], ["12-02"]),
        ({"frequency": 1}, ["11-25", "12-25"], ["12-23"]),
        ({"frequency": 1, "by_n_weekday": [{"n": 4, "day": 2}]}, ["11-25", "12-23"], ["12-25"]),
        ({"frequency": 0, "by_month": [12], "by_month_day": [24]}, ["12-24"], ["11-25", "12-25"]),
        ({"frequency": 0}, ["11-25"], ["12-25"]),
    ],
)
def test_an_event_recurs_as_its_rule_says(fields: dict, moments: list[str], others: list[str]) -> None:
    rule = recurrence(**fields)
    for moment in [*moments, *others]:
        assert occurs(rule, f"2026-{moment}T18:00:00+00:00") == (moment in moments)
    assert not occurs(rule, f"2026-{moments[0]}T18:30:00+00:00")


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"frequency": 3, "interval": 2}, "interval"),
        ({"frequency": 1, "by_weekday": [1]}, "by_weekday"),
        ({"frequency": 2, "by_weekday": [1, 2]}, "by_weekday"),
        ({"frequency": 3, "by_weekday": [0, 2]}, "by_weekday"),
        ({"frequency": 2, "by_n_weekday": [{"n": 1, "day": 1}]}, "by_n_weekday"),
        ({"frequency": 0, "by_month": [1]}, "by_month"),
        ({"frequency": 1, "by_month": [1], "by_month_day": [1]}, "by_month"),
    ],
)
def test_what_discord_does_not_let_events_do_is_refused(fields: dict, path: str) -> None:
    problems = Problems()
    check_recurrence(recurrence(**fields), problems)
    assert set(problems.error().errors["recurrence_rule"]) == {path}
