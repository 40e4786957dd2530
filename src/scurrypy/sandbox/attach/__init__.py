"""Points a bot written with another library at the local Discord, without a change to the bot.

A Python bot meets `hook/sitecustomize.py`, a Node bot meets `shim/shim.cjs`; both act only where `SCURRYPY_SANDBOX_URL`
is set, and both import nothing of ScurryPy, since they run inside somebody else's program.
"""

import os
from collections.abc import Mapping
from pathlib import Path

from scurrypy.config import API_VERSION

__all__ = ["HOOK_DIRECTORY", "SHIM", "environment"]

HOOK_DIRECTORY = Path(__file__).parent / "hook"
"""Folder with the `sitecustomize` that Python imports as it starts."""

SHIM = Path(__file__).parent / "shim" / "shim.cjs"
"""Module that Node requires as it starts."""


def environment(
    base_url: str, inherited: Mapping[str, str] | None = None, *, control_token: str | None = None
) -> dict[str, str]:
    """Return the variables that make a child process talk to the local Discord.

    Args:
        base_url: Address of the local Discord, as `http://127.0.0.1:8123`.
        inherited: Variables the child gets anyway, whose lists are kept; those of this process unless given.
        control_token: What opens the control API, for a child that steers the local Discord itself.

    Returns:
        Only the variables to set; lay them over the inherited ones.
    """
    inherited = os.environ if inherited is None else inherited
    base_url = base_url.rstrip("/")
    variables = {
        "SCURRYPY_SANDBOX_URL": base_url,
        "SCURRYPY_API_URL": f"{base_url}/api/v{API_VERSION}",
        "PYTHONPATH": _before(str(HOOK_DIRECTORY), inherited.get("PYTHONPATH"), os.pathsep),
        # Node reads a path with spaces only in quotes, and takes a backslash inside them for an escape.
        "NODE_OPTIONS": _before(f'--require "{SHIM.as_posix()}"', inherited.get("NODE_OPTIONS"), " "),
    }
    return variables if control_token is None else variables | {"SCURRYPY_SANDBOX_TOKEN": control_token}


def _before(first: str, rest: str | None, separator: str) -> str:
    """Return the list with `first` in front, once."""
    if not rest:
        return first
    return rest if first in rest else f"{first}{separator}{rest}"
