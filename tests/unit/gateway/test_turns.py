"""Connections that have given way go on in their order, as far as there is room, whatever becomes of one of them."""

import asyncio

from scurrypy.gateway.turns import Turns


async def test_those_that_wait_go_on_in_order_until_there_is_no_room_and_the_rest_a_round_later():
    turns, seen, room = Turns(), [], []

    def go_on(name):
        seen.append(name)
        return room.pop(0)

    for name in "abc":
        turns.wait(lambda name=name: go_on(name))
    assert seen == []
    room[:] = [True, False]
    await asyncio.sleep(0)
    assert seen == ["a", "b"]
    room[:] = [True]
    await asyncio.sleep(0)
    assert seen == ["a", "b", "c"]
    await asyncio.sleep(0)
    assert seen == ["a", "b", "c"]


async def test_one_that_gives_way_again_goes_behind_the_others_and_has_no_second_turn_in_the_same_round():
    turns, seen = Turns(), []

    def greedy():
        seen.append("greedy")
        turns.wait(greedy)
        return True

    turns.wait(greedy)
    turns.wait(lambda: seen.append("modest") or True)
    await asyncio.sleep(0)
    assert seen == ["greedy", "modest"]
    await asyncio.sleep(0)
    assert seen == ["greedy", "modest", "greedy"]


async def test_one_that_fails_does_not_hold_up_the_others():
    turns, seen, told = Turns(), [], []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, context: told.append(context["exception"]))

    def fail():
        raise ValueError

    turns.wait(fail)
    turns.wait(lambda: seen.append("other") or True)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert seen == ["other"]
    assert [type(error) for error in told] == [ValueError]


def test_an_event_loop_that_ended_before_its_next_round_holds_up_nobody_in_another():
    turns, seen = Turns(), []

    async def wait(name):
        turns.wait(lambda: seen.append(name) or True)

    async def wait_to_the_end():
        await wait("first")
        asyncio.get_running_loop().stop()

    async def go_on():
        await wait("second")
        await asyncio.sleep(0)

    loop = asyncio.new_event_loop()
    task = loop.create_task(wait_to_the_end())
    loop.run_forever()
    loop.close()
    assert (task.done(), seen) == (True, [])
    asyncio.run(go_on())
    assert seen == ["first", "second"]
