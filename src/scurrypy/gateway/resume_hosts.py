"""Where a session may be resumed: READY names the address, and RESUME carries the token there."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

DISCORD_DOMAINS = ("discord.gg", "discord.com", "discord.media")
"""Domains that are Discord's, each with its subdomains."""

_PORTS = {"ws": 80, "wss": 443}
_HOST_NAME = re.compile(r"[a-z0-9.-]+")
"""What names under a domain consist of: with anything else, two parsers may disagree about where the host ends."""


def may_resume_at(address: str, url: str, domains: Iterable[str]) -> bool:
    """Whether the token may be sent to an address that READY named.

    It may go where the session was opened, and by `wss` to Discord. A proxy or a local Discord that names itself needs
    no setting, nor does a proxy that lets Discord's own address through.

    Args:
        address: What READY, or a stored session, says.
        url: Where new sessions are opened.
        domains: Domains allowed beside Discord's, each with its subdomains.
    """
    try:
        there, here = urlsplit(address), urlsplit(url)
        port, usual = there.port or _PORTS.get(there.scheme), here.port or _PORTS.get(here.scheme)
    except ValueError:
        return False
    host = there.hostname or ""
    if not host or there.username is not None or there.scheme not in ("wss", here.scheme):
        return False
    if (host, port) == (here.hostname, usual) or _is_within(host, domains):
        return True
    return there.scheme == "wss" and _is_within(host, DISCORD_DOMAINS)


def _is_within(host: str, domains: Iterable[str]) -> bool:
    if _HOST_NAME.fullmatch(host) is None:
        return False
    return any(f".{host}".endswith(f".{domain.lower().strip('.')}") for domain in domains if domain.strip("."))
