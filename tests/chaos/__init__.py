"""The chaos harness: a gateway in memory that fails on purpose, and an oracle that knows what must have arrived."""
