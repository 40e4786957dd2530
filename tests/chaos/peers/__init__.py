"""The chaos harness for other libraries, unmodified: the same gateway in memory, the same faults, the same oracle."""

PEERS = ("discord.py", "hikari")
_NEITHER = {
    3: "has no event, hook or error that says that a session is lost",
    22: "has no place where a session outlives its process",
    23: "has another state machine than the one whose states are counted",
}
CANNOT_RUN = {
    "discord.py": _NEITHER,
    "hikari": _NEITHER
    | {18: "comes to no end: by a clock that is an hour behind, some of its requests wait for ever for their bucket"},
}
"""Figures that cannot be had of a library, and why."""
