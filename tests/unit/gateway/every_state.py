"""The table of `states.md`: reading it, and playing its cells."""

import re
from dataclasses import dataclass
from pathlib import Path

from tests.support.virtual_clock import run_virtual
from tests.unit.gateway.inputs import INPUTS
from tests.unit.gateway.outcomes import OUTCOMES
from tests.unit.gateway.situations import SITUATIONS, scene_of

TABLE = Path(__file__).with_name("states.md")


@dataclass(frozen=True)
class Cell:
    """What comes of an input in a situation."""

    situation: str
    row: str
    word: str

    def __str__(self) -> str:
        return f"{self.situation}, {self.row}"

    @property
    def is_asserted(self) -> bool:
        """Whether it names a situation, an input and an outcome that exist."""
        return self.situation in SITUATIONS and self.row in INPUTS and self.word in OUTCOMES

    def play(self, *, every_form: bool = True) -> None:
        """Play every form of the input in the situation, or only the first.

        Raises:
            AssertionError: something else came of it.
        """
        for act in INPUTS[self.row][: None if every_form else 1]:
            run_virtual(self._story(act))

    def holds(self, *, every_form: bool) -> bool:
        """Whether that comes of the input."""
        try:
            self.play(every_form=every_form)
        except (AssertionError, LookupError, ValueError):
            return False
        return True

    async def _story(self, act) -> None:
        async with scene_of(self.situation) as scene:
            act(scene)
            await OUTCOMES[self.word](scene, self.row)


def read_cells(text: str) -> list[Cell]:
    """Return the cells of every table whose first column is `input`."""
    cells: list[Cell] = []
    head: list[str] = []
    for line in text.splitlines():
        row = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
        if not row or row[0] == "input":
            head = row
        elif head and not re.fullmatch("[-:]+", row[0]):
            cells += [Cell(situation, row[0], word) for situation, word in zip(head[1:], row[1:], strict=True)]
    return cells


def read_table() -> list[Cell]:
    """Return the cells of the table as it stands in its file."""
    return read_cells(TABLE.read_text(encoding="utf-8"))
