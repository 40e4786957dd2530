"""Calls of the methods that are about OAuth2, and about the gateway's address."""

from scurrypy.enums import ApplicationIdentityProviderAuthType, OAuth2Scope
from scurrypy.resources import Gateway, OAuth2
from tests.unit.resources.cases.case import ONE, Case, Resources, case

RESOURCES: Resources = {
    "gateway": Gateway,
    "oauth2": lambda http: OAuth2(http, ONE, "hush"),
    "oauth2_without_secret": OAuth2,
}

BASIC = "Basic MTpodXNo"

CASES: list[Case] = [
    case("gateway.fetch", to="GET_GATEWAY", path="/gateway", authorization=None),
    case("gateway.fetch_bot", to="GET_BOT_GATEWAY", path="/gateway/bot"),
    case(
        "oauth2.exchange_code",
        "c0de",
        "https://example.org/back",
        to="OAUTH2_TOKEN",
        path="/oauth2/token",
        form={"grant_type": "authorization_code", "code": "c0de", "redirect_uri": "https://example.org/back"},
        authorization=BASIC,
    ),
    case(
        "oauth2.exchange_code",
        "c0de",
        "https://example.org/back",
        kwargs={
            "code_verifier": "v",
            "external_auth_type": ApplicationIdentityProviderAuthType.OIDC,
            "external_auth_token": "t",
        },
        to="OAUTH2_TOKEN",
        path="/oauth2/token",
        form={
            "grant_type": "authorization_code",
            "code": "c0de",
            "redirect_uri": "https://example.org/back",
            "code_verifier": "v",
            "external_auth_type": "OIDC",
            "external_auth_token": "t",
        },
        authorization=BASIC,
    ),
    case(
        "oauth2.refresh_token",
        "r",
        to="OAUTH2_TOKEN",
        path="/oauth2/token",
        form={"grant_type": "refresh_token", "refresh_token": "r"},
        authorization=BASIC,
    ),
    case(
        "oauth2.create_client_token",
        [OAuth2Scope.IDENTIFY, "connections"],
        to="OAUTH2_TOKEN",
        path="/oauth2/token",
        form={"grant_type": "client_credentials", "scope": "identify connections"},
        authorization=BASIC,
    ),
    case(
        "oauth2.revoke_token",
        "a",
        kwargs={"token_type_hint": "access_token"},
        to="OAUTH2_TOKEN_REVOKE",
        path="/oauth2/token/revoke",
        form={"token": "a", "token_type_hint": "access_token"},
        authorization=BASIC,
    ),
    case("oauth2_without_secret.fetch_application", to="GET_MY_OAUTH2_APPLICATION", path="/oauth2/applications/@me"),
    case(
        "oauth2_without_secret.fetch_keys",
        to="GET_PUBLIC_KEYS",
        path="/oauth2/keys",
        answer={"keys": [{"kty": "RSA"}]},
        authorization=None,
    ),
]
