"""Lists that come in pages, against a model of Discord's lists that change while they are read."""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scurrypy.resources.pages import Pages
from scurrypy.resources.walks import Answered, IdWalk, OffsetWalk, TimeWalk, sent
from scurrypy.wire.errors import InvalidRequest, MissingField, RequestFailed
from scurrypy.wire.limits import Range
from tests.support.virtual_clock import run_virtual

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
SIZES = Range(1, 100)


@dataclass
class Item:
    """Something in a list: an id, and a time that others may share."""

    id: int
    tick: int = 0

    @property
    def time(self):
        return (BEGIN + timedelta(microseconds=500 * self.tick)).isoformat()


@dataclass
class Listing:
    """A list at Discord. `mood` decides the order on a page by id, which is not the same for all of them."""

    items: dict[int, Item] = field(default_factory=dict)
    mood: bool = False
    asked: list[dict] = field(default_factory=list)
    trouble: str | None = None
    tells: bool = False

    def add(self, id, tick=0):
        self.items.setdefault(id, Item(id, tick))

    async def answer(self, query, chosen, more):
        self.asked.append(query)
        trouble, self.trouble = self.trouble, None
        await asyncio.sleep(0)
        if trouble == "hang":
            await asyncio.Event().wait()
        if trouble == "fail":
            raise RequestFailed("the line is down")
        return Answered(chosen, more) if self.tells else chosen

    async def by_id(self, limit, before=None, after=None, around=None):
        ids = sorted(self.items)
        if after is not None:
            found = [id for id in ids if id > after]
            chosen = found[:limit]
        elif around is not None:
            place = sum(id < around for id in ids)
            found = chosen = ids[max(0, place - limit // 2) : place + (limit + 1) // 2]
        else:
            found = [id for id in ids if before is None or id < before]
            chosen = found[-limit:]
        ordered = sorted(chosen, reverse=self.mood)
        query = {"limit": limit, "before": before, "after": after, "around": around}
        return await self.answer(query, [self.items[id] for id in ordered], len(found) > len(chosen))

    async def by_time(self, limit, before=None):
        found = [item for item in self.items.values() if before is None or item.time < before]
        # Those of one time come in the order in which they came to be, which no id tells.
        found.sort(key=lambda item: item.tick, reverse=True)
        return await self.answer({"limit": limit, "before": before}, found[:limit], len(found) > limit)

    async def by_offset(self, limit, offset):
        found = list(self.items.values())[offset:]
        return await self.answer({"limit": limit, "offset": offset}, found[:limit], len(found) > limit)

    def pages(self, *, size=3, limit=None, **options):
        walk = IdWalk(self.by_id, lambda item: item.id, **options)
        return Pages(walk, limit=limit, page_size=size, sizes=SIZES)

    def pages_by_time(self, *, size=3, limit=None, before=None):
        self.tells = True
        walk = TimeWalk(self.by_time, lambda item: item.id, lambda item: item.time, before=before)
        return Pages(walk, limit=limit, page_size=size, sizes=SIZES)

    def pages_by_offset(self, *, size=3, limit=None, most=9975):
        self.tells = True
        walk = OffsetWalk(self.by_offset, lambda item: item.id, most=most)
        return Pages(walk, limit=limit, page_size=size, sizes=SIZES)


def listing(count, **options):
    made = Listing(**options)
    for number in range(1, count + 1):
        made.add(number * 10, number)
    return made


def ids(items):
    return [item.id for item in items]


async def cancelled(pages, how):
    task = asyncio.ensure_future(how(pages))
    await asyncio.sleep(0.01)
    task.cancel()
    return await asyncio.gather(task, return_exceptions=True)


async def one(pages):
    return [await anext(pages)]


async def page(pages):
    return await anext(pages.by_page())


async def three(pages):
    return await pages.collect(limit=3)


async def rest(pages):
    return await pages.collect()


WAYS = {"one": one, "page": page, "three": three}

steps = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(list(WAYS)), st.sampled_from([None, None, "hang", "fail"])),
        st.tuples(st.just("resume"), st.integers(1, 5)),
        st.tuples(st.just("add"), st.tuples(st.integers(1, 60), st.integers(0, 8))),
        st.tuples(st.just("remove"), st.integers(1, 60)),
    ),
    max_size=25,
)
beginnings = st.dictionaries(st.integers(1, 60), st.integers(0, 8), max_size=40)


async def walk(source, make, story):
    """Read a list to its end as the story goes; return the ids that came, and those that were there all the time."""
    always, came = set(source.items), []
    pages = make(3)
    for what, detail in story:
        if what == "add":
            source.add(*detail)
        elif what == "remove":
            source.items.pop(detail, None)
            always.discard(detail)
        elif what == "resume":
            pages = make(detail).resume(pages.cursor)
        else:
            source.trouble = detail
            result = (await cancelled(pages, WAYS[what]))[0]
            if isinstance(result, list):
                came += ids(result)
            source.trouble = None
    return came + ids(await rest(pages)), always


@given(beginnings, steps, st.booleans(), st.booleans(), st.booleans())
def test_by_id_nothing_comes_twice_and_nothing_is_left_out_whatever_happens(start, story, forwards, mood, tells):
    source = Listing({id: Item(id) for id in start}, mood=mood, tells=tells)
    came, always = run_virtual(walk(source, lambda size: source.pages(size=size, forwards=forwards), story))
    assert came == sorted(set(came), reverse=not forwards)
    assert always <= set(came)


@given(st.lists(st.integers(0, 2), max_size=20), steps, st.integers(3, 6), st.randoms())
def test_by_time_nothing_comes_twice_and_nothing_is_left_out_whatever_happens(crowds, story, size, random):
    """At each time there are up to two, less than fit on a page; what is added meanwhile is later than all others."""
    times = [3 * tick for tick, crowd in enumerate(crowds) for _ in range(crowd)]
    ids_ = random.sample(range(1, 61), len(times))
    source = Listing({id: Item(id, tick) for id, tick in zip(ids_, times, strict=True)})
    story = [("add", (what[0], 900 + what[1])) if how == "add" else (how, what) for how, what in story]
    came, always = run_virtual(walk(source, lambda _: source.pages_by_time(size=size), story))
    assert len(came) == len(set(came))
    assert always <= set(came)


@given(st.integers(0, 40), steps)
def test_by_offset_nothing_comes_twice_while_items_are_added_at_the_end(count, story):
    source = listing(count)
    story = [step for step in story if step[0] != "remove"]
    came, always = run_virtual(walk(source, lambda size: source.pages_by_offset(size=size), story))
    assert len(came) == len(set(came))
    assert always <= set(came)


@given(
    st.sets(st.integers(1, 60)),
    st.tuples(*[st.integers(0, 70) | st.none()] * 3),
    st.booleans(),
    st.integers(1, 7),
)
def test_bounds_and_limit_hold_in_both_directions(there, numbers, forwards, size):
    before, after, limit = numbers
    source = Listing({id: Item(id) for id in there})
    pages = source.pages(size=size, limit=limit, before=before, after=after, forwards=forwards)
    came = ids(run_virtual(rest(pages)))
    wanted = sorted(
        (id for id in there if (before is None or id < before) and (after is None or id > after)), reverse=not forwards
    )
    assert came == wanted[:limit]
    assert pages.requests <= len(came) // size + 2


async def test_nothing_is_sent_before_the_first_item_is_asked_for():
    source = listing(7)
    pages = source.pages(size=3)
    assert (source.asked, pages.requests, pages.cursor) == ([], 0, None)
    assert ids([item async for item in pages]) == [10, 20, 30, 40, 50, 60, 70]
    assert pages.requests == len(source.asked) == 3
    assert repr(pages) == "<Pages of 3, 3 requests answered, cursor '70'>"


async def test_no_more_is_asked_for_than_the_limit_leaves():
    source = listing(50)
    assert len(await source.pages(size=20, limit=25).collect()) == 25
    assert [query["limit"] for query in source.asked] == [20, 5]
    assert len(await source.pages(size=20).collect(limit=3)) == 3
    assert source.asked[-1]["limit"] == 3


async def test_a_least_page_size_is_kept_and_what_is_too_much_waits():
    source = listing(9)
    pages = Pages(IdWalk(source.by_id, lambda item: item.id), limit=None, page_size=4, sizes=Range(2, 100))
    assert ids(await pages.collect(limit=1)) == [10]
    assert source.asked[-1]["limit"] == 2
    assert ids(await pages.collect(limit=2)) == [20, 30]


async def test_pages_come_whole_and_the_last_as_it_is():
    source = listing(7)
    assert [ids(page) async for page in source.pages(size=3).by_page()] == [[10, 20, 30], [40, 50, 60], [70]]
    assert [ids(page) async for page in source.pages(size=3, limit=4).by_page()] == [[10, 20, 30], [40]]
    assert [page async for page in listing(0).pages().by_page()] == []


async def test_an_iteration_that_was_left_goes_on():
    source = listing(8)
    pages = source.pages(size=3)
    async for item in pages:
        if item.id == 20:
            break
    assert pages.cursor == "20"
    assert ids(await page(pages)) == [30]
    assert ids(await pages.collect(limit=2)) == [40, 50]
    assert ids([item async for item in pages]) == [60, 70, 80]


async def test_an_iterator_over_pages_goes_on_after_a_cancellation():
    source = listing(5)
    by_page = source.pages(size=3).by_page()
    assert ids(await anext(by_page)) == [10, 20, 30]
    source.trouble = "hang"
    await cancelled(by_page, anext)
    assert ids(await anext(by_page)) == [40, 50]


async def test_what_was_collected_until_an_error_is_kept():
    source = listing(9)
    pages = source.pages(size=3)
    await pages.collect(limit=2)
    source.trouble = "fail"
    with pytest.raises(RequestFailed):
        await pages.collect()
    assert pages.cursor == "20"
    assert ids(await pages.collect()) == [30, 40, 50, 60, 70, 80, 90]


async def test_several_tasks_share_one_iteration():
    source = listing(20)
    pages = source.pages(size=3)

    async def worker():
        return [item async for item in pages]

    shares = await asyncio.gather(*(worker() for _ in range(4)))
    assert sorted(id for share in shares for id in ids(share)) == sorted(source.items)
    assert pages.requests == 7


async def test_several_collections_share_one_iteration():
    source = listing(20)
    pages = source.pages(size=3)
    shares = await asyncio.gather(pages.collect(limit=7), pages.collect(limit=7), page(pages))
    assert [len(share) for share in shares] == [7, 7, 3]
    assert sorted(id for share in shares for id in ids(share)) == ids(source.items.values())[:17]


async def test_around_an_id_is_where_it_begins():
    source = listing(20)
    pages = source.pages(size=4, around=100, forwards=False)
    assert ids(await page(pages)) == [110, 100, 90, 80]
    assert ids(await pages.collect()) == [70, 60, 50, 40, 30, 20, 10]
    assert ids(await source.pages(size=4, around=100).collect()) == list(range(80, 201, 10))
    assert ids(await source.pages(around=100, forwards=False).resume("50").collect()) == [40, 30, 20, 10]
    assert await Listing().pages(around=5).collect() == []


async def test_forwards_begins_at_the_oldest():
    source = listing(3)
    await source.pages().collect()
    assert source.asked[0]["after"] == 0


async def same_page(limit, **_):
    return [Item(number, number) for number in range(1, limit + 1)]


async def empty_page_and_more(limit, **_):
    return Answered([], has_more=True)


async def same_page_and_more(limit, **_):
    return Answered(await same_page(limit), has_more=True)


@pytest.mark.parametrize("fetch", [same_page, same_page_and_more, empty_page_and_more])
@pytest.mark.parametrize("forwards", [True, False])
async def test_a_page_that_goes_no_further_is_an_error_not_an_endless_loop(fetch, forwards):
    pages = Pages(IdWalk(fetch, lambda item: item.id, forwards=forwards), limit=None, page_size=3, sizes=SIZES)
    with pytest.raises(RequestFailed, match="no further"):
        await pages.collect()


@pytest.mark.parametrize("fetch", [same_page_and_more, empty_page_and_more])
async def test_a_page_by_time_that_goes_no_further_is_an_error_too(fetch):
    walk = TimeWalk(fetch, lambda item: item.id, lambda item: item.time)
    pages = Pages(walk, limit=None, page_size=3, sizes=SIZES)
    with pytest.raises(RequestFailed, match="no further"):
        await pages.collect()


async def test_two_of_one_time_may_stand_on_either_side_of_a_pages_end():
    source = Listing({id: Item(id, tick) for id, tick in [(1, 9), (2, 5), (3, 5), (4, 5), (5, 1)]})
    pages = source.pages_by_time(size=3)
    assert ids(await pages.collect(limit=3)) == [1, 2, 3]
    assert pages.cursor == "2026-01-01T00:00:00.002500+00:00|2|3"
    assert ids(await source.pages_by_time(size=3).resume(pages.cursor).collect()) == [4, 5]
    assert ids(await pages.collect()) == [4, 5]


async def test_a_page_full_of_one_time_is_passed():
    source = Listing({id: Item(id, 50 if id < 9 else 1) for id in range(1, 10)})
    # Of the eight of one time only four can be had: no page reaches behind them.
    assert ids(await source.pages_by_time(size=4).collect()) == [1, 2, 3, 4, 9]


async def test_a_time_without_a_zone_is_in_utc_and_what_is_no_time_is_refused():
    source = listing(3)
    await source.pages_by_time(before="2026-01-01").collect()
    assert source.asked[0]["before"] == "2026-01-01T00:00:00+00:00"
    with pytest.raises(InvalidRequest, match="before"):
        source.pages_by_time(before="yesterday")


async def test_a_short_page_of_a_search_is_not_its_end():
    async def search(limit, offset):
        found = [Item(number) for number in range(offset, min(offset + limit, 10)) if number % 2]
        return Answered(found, offset + limit < 10)

    pages = Pages(OffsetWalk(search, lambda item: item.id, most=9975), limit=None, page_size=3, sizes=SIZES)
    assert ids(await pages.collect()) == [1, 3, 5, 7, 9]
    assert pages.requests == 4


async def test_where_no_offset_leads_is_an_error_and_what_came_is_kept():
    source = listing(30)
    pages = source.pages_by_offset(size=4, most=10)
    with pytest.raises(InvalidRequest, match="offset"):
        await pages.collect()
    assert [query["offset"] for query in source.asked] == [0, 4, 8, 10]
    assert len(await pages.collect(limit=14)) == 14
    exact = listing(14).pages_by_offset(size=4, most=10)
    assert len(await exact.collect()) == 14


@pytest.mark.parametrize("cursor", ["", "x", "1|x", "2026-01-01T00:00:00+00:00|x"])
@pytest.mark.parametrize("kind", ["pages", "pages_by_time", "pages_by_offset"])
def test_what_is_no_cursor_is_refused(kind, cursor):
    if kind == "pages" and cursor.isdecimal():
        return
    with pytest.raises(InvalidRequest, match="cursor"):
        getattr(listing(3), kind)().resume(cursor)


async def test_no_cursor_is_the_beginning():
    assert ids(await listing(2).pages().resume(None).collect()) == [10, 20]


async def test_an_iteration_at_its_end_may_be_sent_back():
    source = listing(4)
    pages = source.pages(size=3)
    await pages.collect()
    assert ids(await pages.resume("20").collect()) == [30, 40]


@pytest.mark.parametrize("options", [{"size": 0}, {"size": 101}, {"limit": -1}])
def test_numbers_out_of_range_are_refused_at_once(options):
    with pytest.raises(InvalidRequest):
        listing(1).pages(**options)


async def test_an_item_without_its_id_is_told():
    async def fetch(limit, **_):
        return [Item(None)]

    pages = Pages(IdWalk(fetch, lambda item: sent(item.id, "id")), limit=None, page_size=3, sizes=SIZES)
    with pytest.raises(MissingField, match="id"):
        await pages.collect()
