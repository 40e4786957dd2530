"""When a scheduled event may recur, and when it does.

See [Discord Docs/Recurrence Rule](https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-recurrence-rule-object).
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from scurrypy.sandbox.rules.fields import Field, whole
from scurrypy.sandbox.rules.shapes import items, model, moment
from scurrypy.sandbox.rules.validation import Problems, join

YEARLY, MONTHLY, WEEKLY, DAILY = 0, 1, 2, 3
"""How often an event recurs."""

_WEEKDAY = whole(choices=range(7))
_FIELDS: Mapping[str, Field] = {
    "start": moment(required=True),
    "frequency": whole(required=True, choices=(YEARLY, MONTHLY, WEEKLY, DAILY)),
    "interval": whole(least=1, most=2, default=1),
    "by_weekday": items(_WEEKDAY, most=7, nullable=True, default=None),
    "by_n_weekday": items(
        model({"n": whole(required=True, least=1, most=5), "day": whole(required=True, choices=range(7))}),
        most=7,
        nullable=True,
        default=None,
    ),
    "by_month": items(whole(choices=range(1, 13)), most=12, nullable=True, default=None),
    "by_month_day": items(whole(least=-1, most=31), most=33, nullable=True, default=None),
}
RECURRENCE: Final = model(_FIELDS, nullable=True)
"""The `recurrence_rule` of a scheduled event."""

_DAILY_SETS = ({0, 1, 2, 3, 4}, {1, 2, 3, 4, 5}, {6, 0, 1, 2, 3}, {4, 5}, {5, 6}, {6, 0})


def check_recurrence(rule: Mapping[str, Any], problems: Problems, path: str = "recurrence_rule") -> None:
    """Note where a rule goes beyond what Discord lets events do."""

    def refuse(name: str, words: str) -> None:
        problems.add(join(path, name), "GUILD_SCHEDULED_EVENT_INVALID_RECURRENCE_RULE", words)

    frequency, days = rule["frequency"], rule["by_weekday"]
    if rule["interval"] != 1 and frequency != WEEKLY:
        refuse("interval", "Only weekly events can recur at an interval")
    if days and frequency not in (DAILY, WEEKLY):
        refuse("by_weekday", "Only daily and weekly events can recur on weekdays")
    elif days and frequency == WEEKLY and len(days) != 1:
        refuse("by_weekday", "Weekly events recur on one day")
    elif days and frequency == DAILY and set(days) not in _DAILY_SETS:
        refuse("by_weekday", "This set of weekdays is not supported")
    if rule["by_n_weekday"] and (frequency != MONTHLY or len(rule["by_n_weekday"]) != 1):
        refuse("by_n_weekday", "Only monthly events can recur on one weekday of the month")
    one_date = len(rule["by_month"] or ()) == len(rule["by_month_day"] or ()) == 1
    if (rule["by_month"] or rule["by_month_day"]) and (frequency != YEARLY or not one_date):
        refuse("by_month", "Only yearly events can recur on one date")


def occurs(rule: Mapping[str, Any], moment: str) -> bool:
    """Return whether an event that recurs by a rule begins at a moment, both in wire form."""
    first, at = datetime.fromisoformat(rule["start"]), datetime.fromisoformat(moment)
    if at < first or at.timetz() != first.timetz():
        return False
    frequency, days = rule["frequency"], list[int](rule["by_weekday"] or [])
    if frequency == DAILY:
        return not days or at.weekday() in days
    if frequency == WEEKLY:
        day = days[0] if days else first.weekday()
        weeks = ((at.date() - first.date()).days - day + first.weekday()) // 7
        return at.weekday() == day and bool(weeks % rule["interval"] == 0)
    if frequency == MONTHLY:
        return _is_day_of_month(rule, first, at)
    month, day = (rule["by_month"] or [first.month])[0], (rule["by_month_day"] or [first.day])[0]
    return (at.month, at.day) == (month, day)


def _is_day_of_month(rule: Mapping[str, Any], first: datetime, at: datetime) -> bool:
    if not rule["by_n_weekday"]:
        return at.day == first.day
    wanted = rule["by_n_weekday"][0]
    return (at.weekday(), (at.day - 1) // 7 + 1) == (wanted["day"], wanted["n"])
