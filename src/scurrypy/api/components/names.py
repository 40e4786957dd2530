"""What Discord accepts as the number and the name that components are known by."""

from typing import Annotated, TypeAlias

from scurrypy.wire.limits import Length, Range

ComponentId: TypeAlias = Annotated[int, Range(0, 2147483647)]
"""Number of a component, unique in its message or modal."""

CustomId: TypeAlias = Annotated[str, Length(1, 100)]
"""Name of a component or modal, which comes back in its interactions."""
