"""Access tokens, and what can be learned with one."""

from scurrypy.api.application import ApplicationModel
from scurrypy.api.guilds.guild import GuildModel
from scurrypy.api.user import UserModel
from scurrypy.api.webhook import WebhookModel
from scurrypy.enums.oauth2 import OAuth2Scope
from scurrypy.wire.model import DataModel
from scurrypy.wire.types import REQUIRED


class AccessTokenModel(DataModel):
    """A token that acts for a user, or for the owner of the application.

    See [Discord Docs/Access Token Response](https://docs.discord.com/developers/topics/oauth2#authorization-code-grant-access-token-response).
    """

    _secrets = ("access_token", "refresh_token", "id_token")

    access_token: str = REQUIRED
    """The token; a secret."""
    token_type: str = REQUIRED
    """How it is sent: `Bearer`."""
    expires_in: int = REQUIRED
    """Seconds it is valid."""
    refresh_token: str | None = None
    """What a new token is had for when this one expires; a secret. Absent for client credentials."""
    scope: str = REQUIRED
    """What was granted, with spaces between."""
    guild: GuildModel | None = None
    """The guild that the bot was added to; `bot` scope only."""
    webhook: WebhookModel | None = None
    """The webhook that was created; `webhook.incoming` scope only."""
    id_token: str | None = None
    """Who the user is, as a signed token of OpenID Connect; a secret. `openid` scope only."""

    @property
    def scopes(self) -> list[OAuth2Scope]:
        """What was granted, one by one."""
        return [OAuth2Scope(scope) for scope in (self.scope or "").split()]


class AuthorizationModel(DataModel):
    """What an access token is good for.

    See [Discord Docs/Get Current Authorization Information](https://docs.discord.com/developers/topics/oauth2#get-current-authorization-information).
    """

    application: ApplicationModel = REQUIRED
    """The application it was granted to, in part."""
    scopes: list[OAuth2Scope] = REQUIRED
    """What was granted."""
    expires: str = REQUIRED
    """When it expires, ISO 8601."""
    user: UserModel | None = None
    """Who granted it; needs the `identify` scope."""


class OAuth2KeyModel(DataModel):
    """A public key with which the signature of an OpenID Connect token is checked.

    See [RFC 7517](https://www.rfc-editor.org/rfc/rfc7517).
    """

    kty: str = REQUIRED
    """Kind of key, such as `RSA`."""
    use: str = REQUIRED
    """What it is for, such as `sig`."""
    kid: str = REQUIRED
    """Id of the key, which a token names."""
    n: str = REQUIRED
    """Modulus, in base64url."""
    e: str = REQUIRED
    """Exponent, in base64url."""
    alg: str = REQUIRED
    """Algorithm, such as `RS256`."""


class UserInfoModel(DataModel):
    """Who a user is, as OpenID Connect tells it.

    See [Discord Docs/OAuth2 Scopes](https://docs.discord.com/developers/topics/oauth2#shared-resources-oauth2-scopes).
    """

    sub: str = REQUIRED
    """Id of the user, as text."""
    email: str | None = None
    """Email address; needs the `email` scope."""
    email_verified: bool | None = None
    """Whether it is verified; needs the `email` scope."""
    preferred_username: str | None = None
    """Unique name; needs the `identify` scope."""
    nickname: str | None = None
    """Name that is shown; needs the `identify` scope."""
    picture: str | None = None
    """Address of the avatar; needs the `identify` scope."""
    locale: str | None = None
    """Language; needs the `identify` scope."""
