"""What a table of requests cannot show about applications: refusals on this side, and whose token goes out."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from scurrypy.api.application import ApplicationModel
from scurrypy.api.commands import CommandPermissionPart, MessageCommandPart
from scurrypy.api.role_connection_metadata import RoleConnectionMetadataPart
from scurrypy.enums import EventType
from scurrypy.resources import SKU, Application, CurrentApplication, GlobalCommand, GuildCommand
from scurrypy.resources.factories import ResourceFactories
from scurrypy.wire.errors import InvalidRequest
from scurrypy.wire.snowflake import Snowflake
from tests.unit.resources.recorder import Recorder

ONE = Snowflake(1)

TOO_MUCH: dict[str, Callable[[Any], Awaitable[object]]] = {
    "sku_ids": lambda http: Application(http, ONE).fetch_entitlements(sku_ids=range(101)),
    "limit": lambda http: Application(http, ONE).fetch_entitlements(limit=101),
    "metadata": lambda http: Application(http, ONE).edit_role_connections_metadata([RoleConnectionMetadataPart()] * 6),
    "permissions": lambda http: GuildCommand(http, ONE, ONE).edit_permissions(
        2, [CommandPermissionPart()] * 101, access_token="theirs"
    ),
    "commands": lambda http: GlobalCommand(http, ONE).bulk_overwrite([MessageCommandPart("x")] * 131),
}


@pytest.mark.parametrize("path", TOO_MUCH)
async def test_more_than_discord_takes_is_refused_before_it_is_sent(path: str):
    http = Recorder(answer=[])
    with pytest.raises(InvalidRequest) as caught:
        await TOO_MUCH[path](http)
    assert caught.value.field == path
    assert http.calls == []


async def test_no_subscriptions_cannot_be_asked_for():
    with pytest.raises(InvalidRequest, match="limit"):
        await SKU(Recorder(answer=[]), ONE).fetch_subscriptions(limit=0)


async def test_as_much_as_discord_takes_is_sent():
    http = Recorder(answer=[])
    application = Application(http, ONE)
    await application.fetch_entitlements(sku_ids=range(100), limit=100)
    await application.edit_role_connections_metadata([RoleConnectionMetadataPart()] * 5)
    await GuildCommand(http, ONE, ONE).bulk_overwrite([MessageCommandPart(f"x{number}") for number in range(130)])
    assert len(http.calls) == 3


async def test_the_application_asked_for_is_the_one_fetched_2_3_always_fetched_its_own():
    http = Recorder(answer={"id": "7"})
    fetched = await ResourceFactories(http).application(7).fetch()
    assert (http.call.endpoint, fetched.id) == ("/applications/7", 7)


async def test_the_bots_own_application_is_known_by_its_token_alone():
    http = Recorder(answer={"id": "7", "event_webhooks_types": ["ENTITLEMENT_CREATE", "TOMORROW"]})
    own = await ResourceFactories(http).current_application().fetch()
    assert (type(own), own.id) == (ApplicationModel, 7)
    assert own.event_webhooks_types == [EventType.ENTITLEMENT_CREATE, "TOMORROW"]
    assert not hasattr(CurrentApplication(http), "id")


def test_a_sku_is_made_by_its_id():
    assert ResourceFactories(Recorder()).sku(5) == SKU(Recorder(), Snowflake(5))
