import aiohttp
import pytest
from yarl import URL

from scurrypy.api import RoleConnectionMetadataPart
from scurrypy.enums import RoleConnectionMetadataType
from scurrypy.wire.errors import Forbidden, Unauthorized
from scurrypy.wire.upload import Upload
from tests.e2e.sandbox_conversations.conftest import Talk


async def test_a_user_lets_the_application_act_and_proves_something(talk: Talk) -> None:
    bob = talk.sandbox.world.user("bob")
    application = talk.client.application(talk.application.id)
    level = RoleConnectionMetadataPart(
        type=RoleConnectionMetadataType.INTEGER_GREATER_THAN_OR_EQUAL,
        key="level",
        name="Level",
        description="of the hero",
    )
    (record,) = await application.edit_role_connections_metadata([level])
    assert [record] == await application.fetch_role_connections_metadata()
    token = bob.authorize(talk.application, "identify", "guilds", "role_connections.write", "guilds.members.read")
    user = talk.client.current_user(token)
    assert (await user.fetch()).username == "bob"
    assert [guild.name for guild in await user.fetch_guilds()] == ["Local"]
    assert (await user.fetch_guild_member(talk.guild.id)).user.id == bob.id
    authorization = await user.fetch_authorization()
    assert (authorization.application.name, authorization.user.id) == ("robot", bob.id)
    proved = await user.edit_role_connection(talk.application.id, platform_name="Dungeon", metadata={"level": "7"})
    assert (await user.fetch_role_connection(talk.application.id)).metadata == proved.metadata == {"level": "7"}
    await user.delete_role_connection(talk.application.id)
    assert (await user.fetch_role_connection(talk.application.id)).metadata == {}
    sword = talk.sandbox.world.create_sku(talk.application, "Sword", 2)
    bought = bob.buy(sword)
    assert [each.id for each in await user.fetch_entitlements(talk.application.id)] == [bought.id]


async def test_an_access_token_is_good_for_what_was_granted_and_for_a_week(talk: Talk) -> None:
    token = talk.sandbox.world.user("bob").authorize(talk.application, "identify")
    user = talk.client.current_user(token)
    with pytest.raises(Forbidden) as refused:
        await user.fetch_guilds()
    assert refused.value.code == 50026
    with pytest.raises(Unauthorized):
        await talk.client.current_user("made-up").fetch()
    talk.sandbox.world.clock.advance(8 * 24 * 3600)
    with pytest.raises(Unauthorized):
        await user.fetch()


async def test_a_bot_has_no_part_in_what_is_a_users_own(talk: Talk) -> None:
    other = talk.sandbox.world.create_application("other")
    token = talk.sandbox.world.user("bob").authorize(other, "role_connections.write")
    with pytest.raises(Forbidden) as refused:
        await talk.client.current_user(token).fetch_role_connection(talk.application.id)
    assert refused.value.code == 20012


async def test_a_user_is_told_of_and_uploads_a_file_for_the_activity(talk: Talk) -> None:
    bob = talk.sandbox.world.user("bob")
    bob.user.connections.append(CONNECTION)
    token = bob.authorize(talk.application, "identify", "openid", "connections")
    user = talk.client.current_user(token)
    info = await user.fetch_userinfo()
    assert (info.sub, info.preferred_username) == (str(bob.id), "bob")
    assert [connection.name for connection in await user.fetch_connections()] == ["bobby"]
    application = talk.client.application(talk.application.id)
    for owner in (None, token):
        uploaded = await application.upload_attachment(Upload("a.txt", b"abc"), access_token=owner)
        assert (uploaded.filename, uploaded.size) == ("a.txt", 3)
        async with aiohttp.ClientSession() as http, http.get(URL(uploaded.url, encoded=True)) as response:
            assert await response.read() == b"abc"


CONNECTION = {
    "id": "1",
    "name": "bobby",
    "type": "github",
    "verified": True,
    "friend_sync": False,
    "show_activity": False,
    "two_way_link": False,
    "visibility": 1,
}
