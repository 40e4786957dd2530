"""Users on the wire.

See [Discord Docs/User Resource](https://docs.discord.com/developers/resources/user).
"""

from typing import Any

from scurrypy.sandbox.records import User


def user_payload(user: User) -> dict[str, Any]:
    """Return a user as anyone sees them."""
    payload: dict[str, Any] = {
        "id": str(user.id),
        "username": user.username,
        "discriminator": user.discriminator,
        "global_name": user.global_name,
        "avatar": user.avatar,
        "avatar_decoration_data": None,
        "collectibles": None,
        "primary_guild": None,
        "public_flags": user.public_flags,
        "flags": user.public_flags,
        "banner": user.banner,
        "accent_color": user.accent_color,
    }
    if user.bot:
        payload["bot"] = True
    if user.system:
        payload["system"] = True
    return payload


def own_user(user: User) -> dict[str, Any]:
    """Return a user as the user sees itself."""
    return user_payload(user) | {
        "mfa_enabled": True,
        "locale": user.locale,
        "premium_type": 0,
        "email": None,
        "verified": True,
        "bio": "",
    }
