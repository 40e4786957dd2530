"""What the server of a game asks for its players."""

from scurrypy.enums.oauth2 import OAuth2Scope
from scurrypy.wire.model import DataModel
from scurrypy.wire.types import REQUIRED


class ProvisionalTokenModel(DataModel):
    """A token that acts for a player who has no account with Discord.

    See [Discord Docs/Bot Token Endpoint](https://docs.discord.com/developers/discord-social-sdk/development-guides/provisional-accounts/bot-token-endpoint).
    """

    _secrets = ("access_token", "id_token", "refresh_token")

    token_type: str = REQUIRED
    """How it is sent: `Bearer`."""
    access_token: str = REQUIRED
    """The token; a secret."""
    expires_in: int = REQUIRED
    """Seconds it is valid."""
    scope: str = REQUIRED
    """What it is good for, with spaces between."""
    id_token: str = REQUIRED
    """Who the player is, as a signed token of OpenID Connect; a secret."""
    refresh_token: str | None = None
    """What a new token is had for; a secret. Deprecated: ask for a new token instead."""
    scopes: list[OAuth2Scope] | None = None
    """What it is good for, one by one."""
    expires_at_s: int | None = None
    """When it expires, in Unix seconds."""
