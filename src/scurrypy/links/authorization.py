"""Links where people install an application, or let it act for them (OAuth2).

See [Discord Docs/OAuth2](https://docs.discord.com/developers/topics/oauth2).
"""

import hashlib
import re
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from typing import Final, Literal
from urllib.parse import quote, urlencode

from scurrypy.enums.application import ApplicationIntegrationType
from scurrypy.enums.permissions import Permissions
from scurrypy.links.hosts import SITE
from scurrypy.wire.errors import InvalidRequest

_INSTALLING: Final = frozenset(("bot", "applications.commands"))
"""Scopes that give the application no token, so that nothing comes back from those who install it."""

_VERIFIER = re.compile(r"[A-Za-z0-9._~-]{43,128}")


def bot_install_link(
    client_id: int,
    *,
    permissions: Permissions | None = None,
    guild_id: int | None = None,
    disable_guild_select: bool = False,
) -> str:
    """Return the link where people add a bot, its commands included, to a guild that they manage.

        bot_install_link(client_id, permissions=Permissions.SEND_MESSAGES | Permissions.EMBED_LINKS)

    Args:
        client_id: Id of the application.
        permissions: What the bot asks for; people may take some of it away. None for nothing.
        guild_id: The guild that is chosen beforehand.
        disable_guild_select: Whether it cannot be changed.
    """
    return authorization_link(
        client_id,
        ["bot"],
        permissions=permissions,
        guild_id=guild_id,
        disable_guild_select=disable_guild_select,
        integration_type=ApplicationIntegrationType.GUILD_INSTALL,
    )


def user_install_link(client_id: int) -> str:
    """Return the link where people install an application for themselves, to have its commands everywhere.

    The application must allow that: the developer portal has the switch, under Installation.
    """
    return authorization_link(
        client_id, ["applications.commands"], integration_type=ApplicationIntegrationType.USER_INSTALL
    )


def authorization_link(
    client_id: int,
    scopes: Iterable[str] = (),
    *,
    redirect_uri: str | None = None,
    state: str | None = None,
    code_verifier: str | None = None,
    prompt: Literal["consent", "none"] | None = None,
    response_type: Literal["code", "token"] | None = None,
    permissions: Permissions | None = None,
    guild_id: int | None = None,
    disable_guild_select: bool = False,
    integration_type: ApplicationIntegrationType | None = None,
) -> str:
    """Return the link where people let an application do what the scopes say.

        authorization_link(
            client_id, ["identify", "guilds"], redirect_uri="https://example.com/back", state=session_secret
        )

    With no scopes, redirect and integration type it leads to what the developer portal has as the default.

    Args:
        client_id: Id of the application.
        scopes: What is asked for, such as `identify`, `guilds.join` or `bot`; text with spaces names several.
        redirect_uri: Where people go afterwards, exactly as the developer portal has it.
        state: What comes back to `redirect_uri`; made anew for each visitor, it shows that the visitor began here.
        code_verifier: A secret of 43-128 letters, digits and `-._~` (PKCE). Its hash goes into the link; the secret
            itself goes along when the code is exchanged, which a thief of the code could not do.
        prompt: Whether people who agreed before are asked again (`consent`) or not (`none`).
        response_type: What comes back: `code`, or `token` for pages without a server. Where it is not given, it is
            `code` as soon as a scope, `redirect_uri`, `state` or `code_verifier` need something to come back.
        permissions: What the bot asks for, with the scope `bot`.
        guild_id: The guild that is chosen beforehand, with the scope `bot`.
        disable_guild_select: Whether that cannot be changed.
        integration_type: Whether the application is installed to a guild or to the user.

    Raises:
        InvalidRequest: the verifier is none, or does not go with `token`; or `role_connections.write` does not.
    """
    wanted = list(dict.fromkeys(scopes.split() if isinstance(scopes, str) else (str(scope) for scope in scopes)))
    returning = redirect_uri is not None or state is not None or code_verifier is not None
    if response_type is None and (returning or not _INSTALLING.issuperset(wanted)):
        response_type = "code"
    if response_type == "token" and "role_connections.write" in wanted:
        raise InvalidRequest("response_type", "`code`, for the scope role_connections.write", response_type)
    if response_type == "token" and code_verifier is not None:
        raise InvalidRequest("response_type", "`code`, for there is no code to verify otherwise", response_type)
    parameters: dict[str, str | int | None] = {
        "client_id": int(client_id),
        "response_type": response_type,
        "scope": " ".join(wanted) or None,
        "permissions": None if permissions is None else int(permissions),
        "guild_id": guild_id,
        "disable_guild_select": "true" if disable_guild_select else None,
        "integration_type": None if integration_type is None else int(integration_type),
        "redirect_uri": redirect_uri,
        "state": state,
        "prompt": prompt,
        "code_challenge": None if code_verifier is None else _challenge(code_verifier),
        "code_challenge_method": None if code_verifier is None else "S256",
    }
    given = {name: value for name, value in parameters.items() if value is not None}
    return f"{SITE}/oauth2/authorize?{urlencode(given, quote_via=quote, safe='')}"


def _challenge(verifier: str) -> str:
    if not _VERIFIER.fullmatch(verifier):
        # It is a secret, so it is not repeated.
        raise InvalidRequest("code_verifier", "43-128 letters, digits and -._~", f"{len(verifier)} characters")
    return urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
