"""What the command line prints, and where."""

import os
import sys
from dataclasses import dataclass
from typing import Literal, Self, TextIO, TypeAlias

from scurrypy.sandbox.transcript import Transcript
from scurrypy.sandbox.world import World

Choice: TypeAlias = Literal["text", "jsonl", "none"]
"""How the transcript is printed."""


@dataclass(frozen=True, slots=True)
class Output:
    """Two streams: the transcript, and what the command line itself has to say."""

    transcript: TextIO
    """Where the transcript goes."""
    notes: TextIO
    """Where everything else goes."""
    choice: Choice = "text"
    """How the transcript is printed."""
    colour: bool = False
    """Whether the transcript carries the codes for colours."""

    @classmethod
    def of_process(cls, choice: Choice) -> Self:
        """Return the output of this process: the transcript to stdout, everything else to stderr."""
        colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
        return cls(sys.stdout, sys.stderr, choice, colour)

    def say(self, *lines: str) -> None:
        """Print lines that are no part of the transcript."""
        for line in lines:
            print(line, file=self.notes, flush=True)

    def problem(self, text: str) -> None:
        """Print what went wrong."""
        self.say(f"scurrypy: {text}")

    def follow(self, world: World) -> Transcript | None:
        """Print what happens in a world from here on; None where nobody wants to know."""
        if self.choice == "none":
            return None
        return Transcript(world, self._line, format=self.choice, colour=self.colour)

    def _line(self, line: str) -> None:
        print(line, file=self.transcript, flush=True)
