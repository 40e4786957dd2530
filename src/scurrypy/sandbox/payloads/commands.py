"""Application commands on the wire.

See [Discord Docs/Application Commands](https://docs.discord.com/developers/interactions/application-commands).
"""

import copy
from typing import Any

from scurrypy.sandbox.records.commands import Command

LOCALIZED = ("name", "description")
"""Fields that may come in more than one language."""

_FALLBACKS = {"en-US": "en-GB", "en-GB": "en-US", "es-419": "es-ES"}


def command_payload(command: Command) -> dict[str, Any]:
    """Return a command with everything in every language."""
    payload: dict[str, Any] = {
        "id": str(command.id),
        "application_id": str(command.application_id),
        "version": str(command.version),
        **copy.deepcopy(command.definition),
    }
    if command.guild_id is not None:
        payload["guild_id"] = str(command.guild_id)
    return payload


def listed_command_payload(command: Command, locale: str | None) -> dict[str, Any]:
    """Return a command as lists have it: with the texts of one language beside the texts that always apply."""
    return _localized(command_payload(command), locale)


def _localized(node: dict[str, Any], locale: str | None) -> dict[str, Any]:
    for field in LOCALIZED:
        texts: dict[str, str] = node.pop(f"{field}_localizations", None) or {}
        text = texts.get(locale or "") or texts.get(_FALLBACKS.get(locale or "", ""))
        if text is not None:
            node[f"{field}_localized"] = text
    for nested in ("options", "choices"):
        for child in node.get(nested, ()):
            _localized(child, locale)
    return node
