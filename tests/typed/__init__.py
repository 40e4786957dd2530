"""What users write, for the type checker alone: `scripts/check` reads it with pyright, and nothing runs it."""
