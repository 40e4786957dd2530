"""OAuth2: how an application gets the tokens with which it acts for users."""

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from scurrypy.api.application import ApplicationModel
from scurrypy.api.oauth2 import AccessTokenModel, OAuth2KeyModel
from scurrypy.enums.lobby import ApplicationIdentityProviderAuthType
from scurrypy.resources.base_resource import BaseResource, models
from scurrypy.routes import GET_MY_OAUTH2_APPLICATION, GET_PUBLIC_KEYS, OAUTH2_TOKEN, OAUTH2_TOKEN_REVOKE, Route
from scurrypy.wire.errors import MissingField
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import HTTPResponse


@dataclass
class OAuth2(BaseResource):
    """An application among those that Discord's OAuth2 server knows. Tokens need its id and its secret.

    What is done with a user's token is done by `CurrentUser`.

    See [Discord Docs/OAuth2](https://docs.discord.com/developers/topics/oauth2).
    """

    client_id: Snowflake | None = None
    """Id of the application."""
    client_secret: str | None = field(default=None, repr=False)
    """Secret of the application, from the developer portal."""

    async def exchange_code(
        self,
        code: str,
        redirect_uri: str,
        *,
        code_verifier: str | None = None,
        external_auth_type: ApplicationIdentityProviderAuthType | None = None,
        external_auth_token: str | None = None,
    ) -> AccessTokenModel:
        """Exchange the code that a user came back with for an access token. Check the `state` before.

        Args:
            code: The code; it can be exchanged once.
            redirect_uri: Where the user came back to, exactly as it was when the user was sent away.
            code_verifier: What the `code_challenge` was made of, where there was one.
            external_auth_type: Service of the player whose provisional account the user's is to take over.
            external_auth_token: That service's token for the player.

        Raises:
            BadRequest: the code is wrong, expired or used, or the address is another.
            Unauthorized: the id and secret do not fit.
            MissingField: there is no id or no secret.
        """
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": redirect_uri,
            "code_verifier": code_verifier,
            "external_auth_type": external_auth_type,
            "external_auth_token": external_auth_token,
        }
        return AccessTokenModel.from_dict(await self._as_application(OAUTH2_TOKEN, form))

    async def refresh_token(self, refresh_token: str) -> AccessTokenModel:
        """Exchange a refresh token for a new access token, and a new refresh token.

        Args:
            refresh_token: The refresh token that came with the last access token.

        Raises:
            BadRequest: the token is no longer valid: the user withdrew what was granted, or too much time passed.
            Unauthorized: the id and secret do not fit.
            MissingField: there is no id or no secret.
        """
        form = {"grant_type": "refresh_token", "refresh_token": refresh_token}
        return AccessTokenModel.from_dict(await self._as_application(OAUTH2_TOKEN, form))

    async def create_client_token(self, scopes: Iterable[str]) -> AccessTokenModel:
        """Create an access token that acts for the owner of the application; there is no refresh token.

        Args:
            scopes: What it is to be good for, such as `OAuth2Scope.IDENTIFY`; text with spaces names several. An
                application of a team gets only `identify` and `applications.commands.update`.

        Raises:
            BadRequest: a scope is not one that can be had.
            Unauthorized: the id and secret do not fit.
            MissingField: there is no id or no secret.
        """
        form = {"grant_type": "client_credentials", "scope": " ".join([scopes] if isinstance(scopes, str) else scopes)}
        return AccessTokenModel.from_dict(await self._as_application(OAUTH2_TOKEN, form))

    async def revoke_token(
        self, token: str, *, token_type_hint: Literal["access_token", "refresh_token"] | None = None
    ) -> None:
        """Give up a token; every access and refresh token of the same user becomes invalid.

        Args:
            token: The access token or the refresh token.
            token_type_hint: Which of the two it is.

        Raises:
            Unauthorized: the id and secret do not fit.
            MissingField: there is no id or no secret.
        """
        await self._as_application(OAUTH2_TOKEN_REVOKE, {"token": token, "token_type_hint": token_type_hint})

    async def fetch_application(self) -> ApplicationModel:
        """Fetch the application of the bot; its id and secret are not needed."""
        return await self._request(GET_MY_OAUTH2_APPLICATION, into=ApplicationModel)

    async def fetch_keys(self) -> list[OAuth2KeyModel]:
        """Fetch the keys with which signatures of OpenID Connect tokens are checked; needs no token."""
        return models(OAuth2KeyModel, (await self._request(GET_PUBLIC_KEYS, authorization=None))["keys"])

    async def _as_application(self, route: Route, form: Mapping[str, str | None]) -> HTTPResponse:
        if self.client_id is None or self.client_secret is None:
            raise MissingField("client_id, client_secret: tokens are given only to who knows them")
        credentials = base64.b64encode(f"{self.client_id}:{self.client_secret}".encode()).decode()
        return await self._request(route, form=form, authorization=f"Basic {credentials}")
