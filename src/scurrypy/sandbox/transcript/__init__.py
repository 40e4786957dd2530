"""Writes down what happens in a world while it happens, for people or for programs."""

from collections.abc import Callable
from typing import Any, Literal, TypeAlias

import msgspec

from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.state import State
from scurrypy.sandbox.transcript.events import Entry, entry_for, modal_entry

__all__ = ["Entry", "Format", "Transcript", "write_entry"]

Format: TypeAlias = Literal["text", "jsonl"]
"""`text` for people, `jsonl` for programs: one JSON object per event."""

PLACE_WIDTH = 12
"""Columns for the name of the channel."""
_BOLD, _DIM, _CYAN, _YELLOW, _RED, _END = "\x1b[1m", "\x1b[2m", "\x1b[36m", "\x1b[33m", "\x1b[31m", "\x1b[0m"


class Transcript:
    """The conversation in one world, line by line."""

    def __init__(
        self, state: State, write: Callable[[str], None], *, format: Format = "text", colour: bool = False
    ) -> None:
        """Begin to write.

        Args:
            state: The world to watch.
            write: Called with each line, without a line break at its end.
            format: For people or for programs.
            colour: Whether lines for people carry the codes for colours.
        """
        self._state = state
        self._write = write
        self._format = format
        self._colour = colour
        self._close = state.subscribe(self._hear)

    def close(self) -> None:
        """Stop writing."""
        self._close()

    def note_refusal(self, operation: str, status: int, words: str) -> None:
        """Write down that a bot asked for something and was refused.

        Args:
            operation: Name of the operation.
            status: HTTP status of the answer.
            words: What the answer says.
        """
        if self._format == "jsonl":
            self._write_json({"refused": operation, "status": status, "message": words})
        else:
            # Some of Discord's words begin with the status already.
            said = words.removeprefix(f"{status}: ")
            self._write(self._paint(_RED, f"! {operation}: {status} {said}".rstrip()))

    def note_modal(self, interaction_id: int) -> None:
        """Write down the form that an interaction opened, if it opened one: no event tells of it."""
        entry = modal_entry(self._state, interaction_id)
        if entry is not None and self._format == "text":
            self._write_entry(entry)

    def _hear(self, dispatch: Dispatch) -> None:
        if self._format == "jsonl":
            # An interaction's token lets anyone answer in the bot's name.
            data = {key: value for key, value in dispatch.data.items() if key != "token"}
            self._write_json({"event": dispatch.name, "application_id": dispatch.application_id, "data": data})
            return
        entry = entry_for(self._state, dispatch)
        if entry is not None:
            self._write_entry(entry)

    def _write_json(self, record: dict[str, Any]) -> None:
        self._write(msgspec.json.encode({"at": self._state.clock.iso(), **record}).decode())

    def _write_entry(self, entry: Entry) -> None:
        for line in write_entry(entry, self._paint):
            self._write(line)

    def _paint(self, code: str, text: str) -> str:
        return f"{code}{text}{_END}" if self._colour and text else text


def write_entry(entry: Entry, paint: Callable[[str, str], str]) -> list[str]:
    """Return an entry as lines of text.

    Args:
        entry: The entry.
        paint: Gives a text the colour of a code.
    """
    head = f"{paint(_CYAN, entry.place.ljust(PLACE_WIDTH))} {paint(_BOLD, entry.who)}"
    if entry.deed:
        head += f"{' ' if entry.who else ''}{paint(_YELLOW, entry.deed)}"
    if entry.is_private:
        head += paint(_DIM, " (only they see this)")
    if not entry.lines:
        return [head]
    margin = " " * (max(PLACE_WIDTH, len(entry.place)) + 1)
    return [f"{head}: {entry.lines[0]}", *(f"{margin}{line}" for line in entry.lines[1:])]
