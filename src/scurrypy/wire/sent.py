"""What may be given where text or an id is sent, though only that is ever received.

parent_id: SentId | None = None
scheduled_start_time: SentTime | None = None
"""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from scurrypy.wire.limits import Limit
from scurrypy.wire.snowflake import Snowflake


class Moment(Limit, frozen=True):
    """A moment that is the same for everyone: text, or a time with a time zone."""

    def problem(self, value: Any) -> tuple[str, object] | None:
        """Return what is wrong with a time that Discord would take for another, or not at all."""
        if isinstance(value, datetime) and value.tzinfo is None:
            return f"{_WORDS}, such as `datetime.now(UTC)`", "one without"
        if isinstance(value, (int, float, date)) and not isinstance(value, datetime):
            return f"ISO 8601 text, or {_WORDS}", type(value).__name__
        return None


_WORDS = "a datetime with a time zone"

if TYPE_CHECKING:
    SentId: TypeAlias = int
    SentTime: TypeAlias = str | datetime
else:
    # As these are read from JSON; what is sent msgspec does not check.
    SentId = Snowflake
    SentTime = Annotated[str, Moment()]
