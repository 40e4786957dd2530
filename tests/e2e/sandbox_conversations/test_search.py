from scurrypy.enums import HasOption, SortingOrder
from scurrypy.sandbox.world.threads import create_thread
from tests.e2e.sandbox_conversations.conftest import Talk


async def test_messages_and_threads_are_found_once_the_index_is_ready(talk: Talk) -> None:
    world = talk.sandbox.world
    for name in ("alice", "bob"):
        world.user(name).send("general", f"{name} says https://example.com", files=[("a.txt", b"x")])
    world.search_index.not_ready = 1
    guild = talk.client.guild(talk.guild.id)
    found = await guild.search_messages(has=[HasOption.LINK, HasOption.FILE], sort_order=SortingOrder.ASC)
    assert world.search_index.not_ready == 0
    assert [message.author.username for (message,) in found.messages] == ["alice", "bob"]
    found = await guild.search_messages(content="says", author_id=[world.user("bob").id, 1], mention_everyone=False)
    assert found.total_results == 1
    create_thread(world, world.user("bob").actor, talk.general.id, {"name": "red fish", "type": 11})
    threads = await talk.client.channel(talk.general.id).search_threads(name="fish", archived=False)
    assert [thread.name for thread in threads.threads] == ["red fish"]
