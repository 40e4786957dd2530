"""Links for OAuth2, against the examples of Discord's documentation and of RFC 7636."""

from urllib.parse import parse_qsl, urlsplit

import pytest

from scurrypy.enums import ApplicationIntegrationType, OAuth2Scope, Permissions
from scurrypy.links import authorization_link, bot_install_link, user_install_link
from scurrypy.wire.errors import InvalidRequest

VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"


def query(link: str) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(link).query, strict_parsing=True))


def test_the_example_of_the_documentation():
    link = authorization_link(
        157730590492196864,
        ["identify", "guilds.join"],
        state="15773059ghq9183habn",
        redirect_uri="https://nicememe.website",
        prompt="consent",
        integration_type=ApplicationIntegrationType.GUILD_INSTALL,
    )
    assert link.startswith("https://discord.com/oauth2/authorize?client_id=157730590492196864&response_type=code&")
    assert "scope=identify%20guilds.join&" in link
    assert "redirect_uri=https%3A%2F%2Fnicememe.website&" in link
    assert query(link) == {
        "client_id": "157730590492196864",
        "response_type": "code",
        "scope": "identify guilds.join",
        "integration_type": "0",
        "redirect_uri": "https://nicememe.website",
        "state": "15773059ghq9183habn",
        "prompt": "consent",
    }


def test_a_bot_is_added_with_permissions_to_a_guild_chosen_beforehand():
    asked = Permissions.SEND_MESSAGES | Permissions.BYPASS_SLOWMODE
    link = bot_install_link(5, permissions=asked, guild_id=6, disable_guild_select=True)
    assert query(link) == {
        "client_id": "5",
        "scope": "bot",
        "permissions": str(int(asked)),
        "guild_id": "6",
        "disable_guild_select": "true",
        "integration_type": "0",
    }
    assert query(bot_install_link(5, permissions=Permissions(0)))["permissions"] == "0"
    assert set(query(bot_install_link(5))) == {"client_id", "scope", "integration_type"}


def test_an_application_is_installed_to_a_user():
    assert query(user_install_link(5)) == {"client_id": "5", "scope": "applications.commands", "integration_type": "1"}


def test_without_scopes_the_portal_decides():
    assert authorization_link(5) == "https://discord.com/oauth2/authorize?client_id=5"


@pytest.mark.parametrize(
    ("scopes", "options", "expected"),
    [
        (["bot"], {}, None),
        (["bot", "applications.commands"], {}, None),
        (["bot", "identify"], {}, "code"),
        (["webhook.incoming"], {}, "code"),
        (["bot"], {"redirect_uri": "https://a.example"}, "code"),
        (["bot"], {"state": "x"}, "code"),
        (["identify"], {"response_type": "token"}, "token"),
    ],
)
def test_a_code_comes_back_where_something_has_to(scopes, options, expected):
    assert query(authorization_link(5, scopes, **options)).get("response_type") == expected


def test_the_hash_of_the_verifier_goes_into_the_link_and_the_verifier_does_not():
    link = authorization_link(5, ["identify"], code_verifier=VERIFIER)
    assert query(link)["code_challenge"] == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    assert query(link)["code_challenge_method"] == "S256"
    assert VERIFIER not in link


@pytest.mark.parametrize("verifier", ["too-short-secret", "x" * 129, "secret " * 8, "sécret" * 10])
def test_a_wrong_verifier_is_refused_and_not_repeated(verifier):
    with pytest.raises(InvalidRequest, match="characters") as refused:
        authorization_link(5, ["identify"], code_verifier=verifier)
    assert verifier not in str(refused.value)
    assert verifier not in repr(vars(refused.value))


def test_what_does_not_go_without_a_code_is_refused():
    with pytest.raises(InvalidRequest, match=r"role_connections\.write"):
        authorization_link(5, ["role_connections.write"], response_type="token")
    with pytest.raises(InvalidRequest, match="response_type"):
        authorization_link(5, ["identify"], response_type="token", code_verifier=VERIFIER)


def test_nothing_that_is_given_can_add_a_parameter():
    link = authorization_link(5, ["identify"], state="a&prompt=none#b c+d", redirect_uri="https://a.example/?x=1&y=2")
    assert query(link)["state"] == "a&prompt=none#b c+d"
    assert query(link)["redirect_uri"] == "https://a.example/?x=1&y=2"
    assert "prompt" not in query(link)
    assert query(authorization_link(5, ["identify", "identify"]))["scope"] == "identify"


def test_scopes_may_be_one_text_as_oauth2_writes_them():
    assert authorization_link(1, "identify guilds") == authorization_link(1, ["identify", "guilds"])
    assert authorization_link(1, OAuth2Scope.IDENTIFY) == authorization_link(1, ["identify"])
