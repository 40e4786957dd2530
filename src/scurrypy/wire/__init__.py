"""Bytes to values and back: the model base, snowflakes, the JSON codec, and every error this package raises."""
