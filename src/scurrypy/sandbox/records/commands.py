"""Application commands."""

from dataclasses import dataclass
from typing import Any

CHAT_INPUT, USER, MESSAGE, ENTRY_POINT = 1, 2, 3, 4
"""Types of command."""


@dataclass(slots=True)
class Command:
    """A command of an application, global or of one guild."""

    id: int
    """Id of the command."""
    application_id: int
    """Application it belongs to."""
    guild_id: int | None
    """Guild it belongs to; None for a global command."""
    version: int
    """Id that changes with every change of the command."""
    definition: dict[str, Any]
    """Everything the application says about it, checked, in wire form."""

    @property
    def type(self) -> int:
        """Type of the command."""
        return int(self.definition["type"])

    @property
    def name(self) -> str:
        """Name of the command."""
        return str(self.definition["name"])

    @property
    def options(self) -> list[dict[str, Any]]:
        """Options of the command, in wire form."""
        options: list[dict[str, Any]] = self.definition.get("options", [])
        return options
