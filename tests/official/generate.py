"""Values that Discord might send: drawn at random from its own schemas."""

import random
from typing import Any

from tests.official.spec import Leaf, Schema, enum_values, is_enum, leaves

DEEPEST = 5
"""Objects inside objects inside …: below this, everything that may be left out is."""

TEXTS = ("", "hello", "Ünïcödé 😀", "a" * 50)
BITFIELDS = frozenset({"allow", "deny", "permissions", "default_member_permissions", "app_permissions", "flags_new"})
"""Properties that the spec calls text, and that are numbers written as text."""
FORMATS = {
    "date-time": "2026-11-25T12:34:56.789000+00:00",
    "uri": "https://example.com/a?b=c",
    "date": "2026-11-25",
}


class Generator:
    """Draws values of schemas; the same seed draws the same values."""

    def __init__(self, seed: int) -> None:
        self._rng = random.Random(seed)

    def value(self, schema: Schema, depth: int = 0) -> Any:
        """Return a value that the schema allows."""
        options = list(leaves(schema))
        scalars = [leaf for leaf in options if leaf.kind not in ("object", "array")]
        return self._leaf(self._rng.choice(scalars if depth > DEEPEST and scalars else options), depth)

    def _leaf(self, leaf: Leaf, depth: int) -> Any:
        schema = leaf.schema
        if "const" in schema:
            return schema["const"]
        if is_enum(schema):
            values = list(enum_values(schema))
            return self._rng.choice([value for value in values if value in schema.get("enum", values)])
        if "enum" in schema:
            return self._rng.choice(schema["enum"])
        draw = getattr(self, f"_{leaf.kind}", None)
        return draw(schema, depth) if draw else None

    def _bits(self, schema: Schema, depth: int) -> Any:
        value = self.value(schema, depth + 1)
        return str(self._rng.randrange(1 << 50)) if isinstance(value, str) else value

    def _snowflake(self, _schema: Schema, _depth: int) -> str:
        return str(self._rng.randrange(1 << 62))

    def _string(self, schema: Schema, _depth: int) -> str:
        if "format" in schema and schema["format"] in FORMATS:
            return FORMATS[schema["format"]]
        if schema.get("pattern"):
            return str(self._rng.randrange(1 << 31))
        text = self._rng.choice(TEXTS)
        return text.ljust(schema.get("minLength", 0), "x")[: schema.get("maxLength", 100)]

    def _integer(self, schema: Schema, _depth: int) -> int:
        # Flags and counts are never negative, although the spec's types would let them be.
        least, most = max(schema.get("minimum", 0), 0), schema.get("maximum", (1 << 31) - 1)
        return self._rng.choice((least, most, self._rng.randint(least, most)))

    def _number(self, schema: Schema, depth: int) -> float:
        return self._integer(schema, depth) + 0.5

    def _boolean(self, _schema: Schema, _depth: int) -> bool:
        return self._rng.random() < 0.5

    def _array(self, schema: Schema, depth: int) -> list[Any]:
        items, least = schema.get("items", {"type": "null"}), schema.get("minItems", 0)
        size = max(least, 0 if depth > DEEPEST else self._rng.randint(0, 2))
        return [self.value(items, depth + 1) for _ in range(size)]

    def _object(self, schema: Schema, depth: int) -> dict[str, Any]:
        required = schema.get("required", ())
        drawn = {
            name: self._bits(inner, depth) if name in BITFIELDS else self.value(inner, depth + 1)
            for name, inner in schema.get("properties", {}).items()
            if name in required or (depth <= DEEPEST and self._rng.random() < 0.6)
        }
        extra = schema.get("additionalProperties")
        if not drawn and isinstance(extra, dict) and extra:
            drawn = {str(self._rng.randrange(1 << 62)): self.value(extra, depth + 1) for _ in range(2)}
        return drawn
