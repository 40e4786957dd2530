"""The bot that the scripts of hikari have in common, pointed at the bench by the address of its requests."""

import asyncio
import importlib
from typing import Any

import hikari
from meter import TOKEN

NOTHING_KEPT: dict[str, Any] = {
    "cache_settings": hikari.impl.CacheSettings(components=hikari.api.CacheComponents.NONE),
    "auto_chunk_members": False,
}
"""Options of a bot without caches."""


def make_bot(port: int | str, *, uvloop: bool = True, **options: Any) -> hikari.GatewayBot:
    """Return a bot that listens to everything.

    Args:
        port: Where the bench serves.
        uvloop: Whether it runs on uvloop.
        options: What is unlike hikari as it comes.
    """
    if uvloop:
        # As hikari's own README has it.
        asyncio.set_event_loop_policy(importlib.import_module("uvloop").EventLoopPolicy())
    return hikari.GatewayBot(
        TOKEN,
        banner=None,
        logs=None,
        intents=hikari.Intents.ALL,
        rest_url=f"http://127.0.0.1:{port}/api/v10",
        **options,
    )
