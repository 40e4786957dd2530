import pytest
from hypothesis import given
from hypothesis import strategies as st

from scurrypy.sandbox.records import Channel, Guild, Member, Overwrite, Role
from scurrypy.sandbox.records.channels import PRIVATE_THREAD, PUBLIC_THREAD, TEXT, VOICE
from scurrypy.sandbox.rules import permissions as p

OWNER, USER = 1, 2
bits = st.integers(0, (1 << 53) - 1)


def make(everyone: int, *roles: int) -> tuple[Guild, Member]:
    guild = Guild(10, "g", OWNER, 0.0)
    guild.roles[10] = Role(10, 10, "@everyone", everyone)
    for number, granted in enumerate(roles, 1):
        guild.roles[100 + number] = Role(100 + number, 10, str(number), granted, position=number)
    member = Member(USER, 10, 0.0, role_ids=[100 + number for number in range(1, len(roles) + 1)])
    guild.members = {USER: member, OWNER: Member(OWNER, 10, 0.0)}
    return guild, member


def text_channel(*overwrites: Overwrite) -> Channel:
    return Channel(50, TEXT, 10, "c", overwrites={overwrite.id: overwrite for overwrite in overwrites})


def of(guild: Guild, member: Member, channel: Channel, parent: Channel | None = None, now: float = 0.0) -> int:
    return p.channel_permissions(guild, member, channel, parent, now)


@given(bits, bits)
def test_the_owner_and_administrators_may_do_everything_whatever_a_channel_denies(everyone: int, deny: int) -> None:
    guild, member = make(everyone, p.ADMINISTRATOR)
    channel = text_channel(Overwrite(10, 0, deny=deny), Overwrite(USER, 1, deny=deny))
    assert of(guild, member, channel) == p.ALL
    assert of(guild, guild.members[OWNER], channel) == p.ALL


@given(st.lists(bits, min_size=1, max_size=4))
def test_roles_add_up(granted: list[int]) -> None:
    guild, member = make(*granted)
    total = 0
    for each in granted:
        total |= each
    expected = p.ALL if total & p.ADMINISTRATOR else total
    assert p.guild_permissions(guild, member, 0.0) == expected


@given(st.tuples(*[bits] * 7))
def test_overwrites_apply_in_order_everyone_roles_member(drawn: tuple[int, ...]) -> None:
    base, deny0, allow0, deny1, allow1, deny2, allow2 = drawn
    base = base & ~p.ADMINISTRATOR
    guild, member = make(base, 0, 0)
    channel = text_channel(
        Overwrite(10, 0, allow0, deny0),
        Overwrite(101, 0, allow1, deny1),
        Overwrite(102, 0, 0, deny2),
        Overwrite(USER, 1, allow2 | p.VIEW_CHANNEL | p.SEND_MESSAGES, 0),
    )
    expected = 0
    for bit in (1 << n for n in range(53)):
        has = bool(base & bit)
        for deny, allow in ((deny0, allow0), (deny1 | deny2, allow1), (0, allow2 | p.VIEW_CHANNEL | p.SEND_MESSAGES)):
            has = bool(allow & bit) or (has and not deny & bit)
        expected |= bit if has else 0
    assert of(guild, member, channel) == expected


@given(bits)
def test_without_view_channel_nothing_is_left(granted: int) -> None:
    guild, member = make(granted & ~(p.VIEW_CHANNEL | p.ADMINISTRATOR))
    assert of(guild, member, text_channel()) == 0


def test_without_send_messages_there_are_no_embeds_files_or_pings() -> None:
    guild, member = make(p.VIEW_CHANNEL | p.EMBED_LINKS | p.ATTACH_FILES | p.MENTION_EVERYONE | p.ADD_REACTIONS)
    assert of(guild, member, text_channel()) == p.VIEW_CHANNEL | p.ADD_REACTIONS


def test_without_connect_a_voice_channel_is_silent() -> None:
    guild, member = make(p.VIEW_CHANNEL | p.SPEAK | p.STREAM | p.MANAGE_CHANNELS)
    assert of(guild, member, Channel(51, VOICE, 10, "v")) == p.VIEW_CHANNEL | p.MANAGE_CHANNELS


@given(bits)
def test_a_timeout_leaves_only_looking_and_reading(granted: int) -> None:
    guild, member = make(granted & ~p.ADMINISTRATOR)
    member.timeout_until = 100.0
    allowed = p.VIEW_CHANNEL | p.READ_MESSAGE_HISTORY
    channel = text_channel(Overwrite(USER, 1, allow=p.SEND_MESSAGES))
    assert of(guild, member, channel, now=99.9) & ~allowed == 0
    member.timeout_until = 99.9
    assert of(guild, member, channel, now=99.9) == of(guild, member, channel, now=1e9)


def test_a_thread_takes_its_parents_overwrites_and_its_own_send_permission() -> None:
    guild, member = make(p.VIEW_CHANNEL | p.SEND_MESSAGES | p.SEND_MESSAGES_IN_THREADS | p.EMBED_LINKS)
    parent = text_channel(Overwrite(10, 0, deny=p.SEND_MESSAGES))
    thread = Channel(60, PUBLIC_THREAD, 10, "t", parent_id=50)
    assert of(guild, member, thread, parent) & p.EMBED_LINKS
    parent.overwrites[10].deny = p.SEND_MESSAGES_IN_THREADS
    assert not of(guild, member, thread, parent) & p.EMBED_LINKS


@pytest.mark.parametrize(("granted", "sees"), [(0, False), (p.MANAGE_THREADS, True)])
def test_a_private_thread_is_for_members_and_moderators(granted: int, sees: bool) -> None:
    guild, member = make(p.VIEW_CHANNEL | granted)
    thread = Channel(60, PRIVATE_THREAD, 10, "t", parent_id=50)
    assert bool(of(guild, member, thread, text_channel())) is sees


def test_of_two_roles_in_one_position_the_older_stands_higher() -> None:
    guild, member = make(0, 0, 0)
    guild.roles[101].position = guild.roles[102].position = 5
    member.role_ids = [102]
    assert not p.outranks_role(guild, member, guild.roles[101])
    member.role_ids = [101]
    assert p.outranks_role(guild, member, guild.roles[102])


def test_ranks_decide_between_members_and_the_owner_is_above_all() -> None:
    guild, member = make(0, 0)
    owner, other = guild.members[OWNER], Member(3, 10, 0.0)
    assert p.outranks_member(guild, owner, member)
    assert not p.outranks_member(guild, member, owner)
    assert p.outranks_member(guild, member, other)
    assert not p.outranks_member(guild, other, other)
