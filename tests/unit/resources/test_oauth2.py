"""What acts for users: secrets stay out of what is shown, and what cannot work is refused before it is sent."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

import pytest
from aiohttp import web

from scurrypy.api.lobby import BulkLobbyMemberPart, JoinLobbyPart
from scurrypy.api.oauth2 import AccessTokenModel
from scurrypy.api.partner_sdk import ProvisionalTokenModel
from scurrypy.enums import ApplicationIdentityProviderAuthType, OAuth2Scope
from scurrypy.resources import CurrentUser, Gateway, Lobby, OAuth2, PartnerSDK, ResourceFactories, User
from scurrypy.wire.errors import InvalidRequest, MissingField, Unauthorized
from scurrypy.wire.snowflake import Snowflake
from tests.unit.http.server import TOKEN, talking
from tests.unit.resources.recorder import ReasonRecorder, Recorder

ONE = Snowflake(1)
GRANTED = {
    "access_token": "acc3ss",
    "token_type": "Bearer",
    "expires_in": 604800,
    "refresh_token": "r3fresh",
    "scope": "identify webhook.incoming novelty",
    "id_token": "s1gned",
    "webhook": {"id": "2", "type": 1, "token": "w3bhook", "url": "https://discord.com/api/webhooks/2/w3bhook"},
}


async def test_a_code_becomes_a_token_with_which_a_user_acts():
    async with talking() as (server, client):
        server.replies = [web.json_response(GRANTED), web.json_response({"id": "80", "username": "nelly"})]
        token = await OAuth2(client, ONE, "hush").exchange_code("c0de", "https://example.org/back?a=b")
        assert server.last.path.endswith("/oauth2/token")
        assert server.last.headers["Authorization"] == "Basic MTpodXNo"
        assert dict(parse_qsl(server.last.body.decode())) == {
            "grant_type": "authorization_code",
            "code": "c0de",
            "redirect_uri": "https://example.org/back?a=b",
        }
        user = await CurrentUser(client, token.access_token).fetch()
        assert server.last.headers["Authorization"] == "Bearer acc3ss"
        assert (token.refresh_token, token.webhook.token, user.id) == ("r3fresh", "w3bhook", 80)
        assert token.scopes == [OAuth2Scope.IDENTIFY, OAuth2Scope.WEBHOOK_INCOMING, "novelty"]


async def test_a_token_of_a_user_that_is_refused_does_not_stop_the_bot():
    async with talking() as (server, client):
        server.replies = [web.json_response({"message": "401: Unauthorized", "code": 0}, status=401)]
        with pytest.raises(Unauthorized):
            await CurrentUser(client, "old").fetch()
        await User(client).fetch_me()
        assert server.last.headers["Authorization"] == f"Bot {TOKEN}"


async def test_what_needs_no_token_is_sent_without_one():
    async with talking() as (server, client):
        server.replies = [web.json_response({"url": "wss://gateway.discord.gg"}), web.json_response({"keys": []})]
        assert (await Gateway(client).fetch()).url == "wss://gateway.discord.gg"
        assert await OAuth2(client).fetch_keys() == []
        await PartnerSDK(client).create_token(1, ApplicationIdentityProviderAuthType.OIDC, "t")
        assert ["Authorization" in arrival.headers for arrival in server.arrivals] == [False] * 3


@pytest.mark.parametrize(
    "shown",
    [
        AccessTokenModel.from_dict(GRANTED),
        ProvisionalTokenModel.from_dict(GRANTED),
        CurrentUser(Recorder(), "acc3ss"),
        OAuth2(Recorder(), ONE, "r3fresh"),
        JoinLobbyPart("acc3ss"),
    ],
    ids=lambda shown: type(shown).__name__,
)
def test_no_secret_is_shown(shown: object):
    assert [secret for secret in ("acc3ss", "r3fresh", "s1gned", "w3bhook") if secret in repr(shown)] == []


Act = Callable[[Any], Any]

REFUSED: dict[str, Act] = {
    "limit": lambda http: CurrentUser(http, "a").fetch_guilds(limit=201),
    "limit of the bot's own": lambda http: User(http).fetch_guilds(limit=0),
    "limit of messages": lambda http: CurrentUser(http, "a").fetch_lobby_messages(1, limit=0),
    "members": lambda http: Lobby(http, ONE).bulk_edit_members([]),
    "too many members": lambda http: Lobby(http, ONE).bulk_edit_members([BulkLobbyMemberPart(ONE)] * 26),
    "metadata": lambda http: Lobby(http, ONE).edit_message_moderation_metadata(1, dict.fromkeys("abcdef", "x")),
    "text in metadata": lambda http: PartnerSDK(http).edit_message_moderation_metadata(1, 2, 3, {"a": "x" * 2001}),
    "name in metadata": lambda http: Lobby(http, ONE).edit_message_moderation_metadata(1, {"x" * 1025: "a"}),
    "external_user_id": lambda http: PartnerSDK(http).create_token_as_bot(""),
    "preferred_global_name": lambda http: PartnerSDK(http).create_token_as_bot("a", preferred_global_name="x" * 33),
    "external_auth_token": lambda http: PartnerSDK(http).create_token(1, ApplicationIdentityProviderAuthType.OIDC, ""),
    "external_user_id to unmerge": lambda http: PartnerSDK(http).unmerge_provisional_account_as_bot(""),
}


@pytest.mark.parametrize("act", REFUSED.values(), ids=REFUSED)
async def test_what_discord_would_refuse_is_not_sent(act: Act):
    http = Recorder()
    with pytest.raises(InvalidRequest):
        await act(http)
    assert http.calls == []


@pytest.mark.parametrize("oauth2", [OAuth2(Recorder()), OAuth2(Recorder(), ONE)])
async def test_tokens_need_the_id_and_the_secret(oauth2: OAuth2):
    for act in (
        oauth2.exchange_code("c", "https://example.org"),
        oauth2.refresh_token("r"),
        oauth2.create_client_token([OAuth2Scope.IDENTIFY]),
        oauth2.revoke_token("t"),
    ):
        with pytest.raises(MissingField, match="client_secret"):
            await act
    assert oauth2.http.calls == []


def test_factories_hand_out_what_acts_for_users():
    factories = ResourceFactories(Recorder())
    assert factories.current_user("abc") == CurrentUser(factories.http, "abc")
    assert factories.oauth2(1, "hush") == OAuth2(factories.http, ONE, "hush")
    assert factories.oauth2().client_id is None
    assert factories.lobby(1) == Lobby(factories.http, ONE)
    assert factories.partner_sdk() == PartnerSDK(factories.http)
    assert factories.gateway() == Gateway(factories.http)


@pytest.mark.parametrize(
    "scopes", ["identify guilds", ["identify", "guilds"], (OAuth2Scope.IDENTIFY, OAuth2Scope.GUILDS)]
)
async def test_scopes_of_a_client_token_may_be_one_text(scopes):
    http = ReasonRecorder(answer={})
    await OAuth2(http, ONE, "secret").create_client_token(scopes)
    assert http.call.form["scope"] == "identify guilds"
