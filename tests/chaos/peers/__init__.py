"""The chaos harness for other libraries, unmodified: the same gateway in memory, the same faults, the same oracle."""

PEERS = ("discord.py", "hikari")
CANNOT_RUN = {
    3: "has no event, hook or error that says that a session is lost",
    22: "has no place where a session outlives its process",
    23: "has another state machine than the one whose states are counted",
}
"""Figures without a counterpart in these libraries, and why."""
