from scurrypy.api import BulkLobbyMemberPart, JoinLobbyPart, LobbyMemberPart, LobbyPart
from scurrypy.enums import LobbyMemberFlags
from scurrypy.wire.snowflake import Snowflake
from tests.e2e.sandbox_conversations.conftest import Talk


async def test_a_game_opens_a_lobby_fills_it_and_closes_it(talk: Talk) -> None:
    bob, carol = (talk.sandbox.world.user(name) for name in ("bob", "carol"))
    part = LobbyPart(metadata={"map": "1"}, members=[LobbyMemberPart(id=Snowflake(bob.id))])
    made = await talk.client.partner_sdk().create_lobby(part)
    lobby = talk.client.lobby(made.id)
    await lobby.add_member(carol.id, additional_name="Robin", flags=LobbyMemberFlags.CAN_LINK_LOBBY)
    assert [member.additional_name for member in (await lobby.fetch()).members] == [None, "Robin"]
    assert await lobby.bulk_edit_members([BulkLobbyMemberPart(id=Snowflake(bob.id), remove_member=True)]) == []
    assert (await lobby.edit(metadata=None)).metadata is None
    await lobby.remove_member(carol.id)
    assert (await lobby.fetch()).members == []
    await lobby.delete()


async def test_a_player_joins_talks_links_a_channel_and_leaves(talk: Talk) -> None:
    alice = talk.sandbox.world.user("alice")
    player = talk.client.current_user(alice.authorize(talk.application, "sdk.social_layer"))
    joined = await player.create_or_join_lobby(JoinLobbyPart(secret="s"))
    lobby = talk.client.lobby(joined.id)
    await lobby.add_member(alice.id, flags=LobbyMemberFlags.CAN_LINK_LOBBY)
    assert (await player.edit_lobby_channel_link(joined.id, talk.general.id)).linked_channel.id == talk.general.id
    said = await player.create_lobby_message(joined.id, "hello")
    await lobby.edit_message_moderation_metadata(said.id, {"verdict": "fine"})
    (heard,) = await player.fetch_lobby_messages(joined.id)
    assert (heard.content, heard.moderation_metadata) == ("hello", {"verdict": "fine"})
    assert [message.content for message in alice.messages("general")] == ["hello"]
    own, others = await player.create_lobby_invite(joined.id), await lobby.create_invite(alice.id)
    assert {own.code, others.code} == set(talk.sandbox.world.invites)
    await player.leave_lobby(joined.id)
    assert (await lobby.fetch()).members == []
