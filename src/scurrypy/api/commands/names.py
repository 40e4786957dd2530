"""What Discord accepts as names and descriptions of commands, in one language and in all of them."""

from typing import Annotated, Any, TypeAlias

from scurrypy.wire.limits import Count, Length, Pattern

_LOCALES = Count(0, 34)


class _Small(Pattern, frozen=True):
    """A text of a certain form, without any letter that has a small form."""

    def problem(self, value: Any) -> tuple[str, object] | None:
        """Return what is wrong with the form of a text."""
        if isinstance(value, str) and value != value.lower():
            return self.words, value
        return super().problem(value)


# Devanagari and Thai write vowels with combining marks, which are neither letters nor digits.
_WORD = _Small(r"[-'\w\u0900-\u097f\u0e00-\u0e7f]*", "letters without capitals, digits, -, _ and '")

SlashName: TypeAlias = Annotated[str, Length(1, 32), _WORD]
"""Name of a slash command, or of an option."""

SlashNames: TypeAlias = Annotated[dict[str, SlashName], _LOCALES]
"""The same in other languages, by locale."""

MenuName: TypeAlias = Annotated[str, Length(1, 32)]
"""Name of a command in a menu, which may have capitals and spaces."""

MenuNames: TypeAlias = Annotated[dict[str, MenuName], _LOCALES]
"""The same in other languages, by locale."""

ChoiceName: TypeAlias = Annotated[str, Length(1, 100)]
"""Text of a choice."""

ChoiceNames: TypeAlias = Annotated[dict[str, ChoiceName], _LOCALES]
"""The same in other languages, by locale."""

Description: TypeAlias = Annotated[str, Length(1, 100)]
"""Description of a command, or of an option."""

Descriptions: TypeAlias = Annotated[dict[str, Description], _LOCALES]
"""The same in other languages, by locale."""
