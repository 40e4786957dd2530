"""The local Discord computes permissions with rules of its own, which share no code with these: both must agree."""

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from scurrypy.api import GuildMemberModel
from scurrypy.api.channels import ChannelModel
from scurrypy.api.guilds import GuildModel
from scurrypy.enums import ChannelType, Permissions
from scurrypy.permissions import (
    ALL,
    channel_permissions,
    explain,
    guild_permissions,
    highest_role,
    may_act_on,
    outranks,
)
from scurrypy.sandbox import records
from scurrypy.sandbox.records.channels import ANNOUNCEMENT_THREAD, PRIVATE_THREAD, PUBLIC_THREAD, STAGE, TEXT, VOICE
from scurrypy.sandbox.rules import permissions as oracle

GUILD, USERS, ROLES, NOW = 10, (1, 2, 3), tuple(range(101, 105)), 1_000.0
THREADS = (PUBLIC_THREAD, PRIVATE_THREAD, ANNOUNCEMENT_THREAD)

# Bits on which rules turn come up often, ADMINISTRATOR seldom enough.
DECISIVE = (
    oracle.VIEW_CHANNEL, oracle.SEND_MESSAGES, oracle.SEND_MESSAGES_IN_THREADS, oracle.CONNECT, oracle.MANAGE_THREADS,
    oracle.READ_MESSAGE_HISTORY, oracle.EMBED_LINKS, oracle.SPEAK, oracle.MANAGE_CHANNELS,
)  # fmt: skip
some_bits = st.integers(0, 2 ** len(DECISIVE) - 1).map(
    lambda chosen: sum(bit for n, bit in enumerate(DECISIVE) if chosen >> n & 1)
)
any_bits = st.integers(0, (1 << 53) - 1).map(lambda bits: bits & oracle.ALL & ~oracle.ADMINISTRATOR)
BITS = st.one_of(some_bits, any_bits, st.just(oracle.ADMINISTRATOR | oracle.SPEAK))
MASKS = any_bits | some_bits
OVERWRITES = st.dictionaries(st.sampled_from((GUILD, *ROLES, *USERS)), st.tuples(MASKS, MASKS))
TIMEOUTS = st.sampled_from((None, NOW - 1, NOW, NOW + 1))


@st.composite
def guilds(draw):
    """Draw a guild of the local Discord, with four roles and three members, the first of whom owns it."""
    guild = records.Guild(GUILD, "g", USERS[0], 0.0)
    guild.roles = {id: records.Role(id, GUILD, str(id), draw(BITS), draw(st.integers(1, 4))) for id in ROLES}
    guild.roles[GUILD] = records.Role(GUILD, GUILD, "@everyone", draw(BITS), 0)
    for id in USERS:
        chosen = draw(st.lists(st.sampled_from(ROLES), unique=True))
        guild.members[id] = records.Member(id, GUILD, 0.0, role_ids=chosen, timeout_until=draw(TIMEOUTS))
    return guild


@st.composite
def channels(draw, types):
    kind = draw(st.sampled_from(types))
    overwrites = {id: records.channels.Overwrite(id, int(id in USERS), *both) for id, both in draw(OVERWRITES).items()}
    return records.Channel(50, kind, GUILD, "c", overwrites=overwrites)


def as_guild(guild: records.Guild) -> GuildModel:
    roles = [
        {"id": str(role.id), "name": role.name, "permissions": str(role.permissions), "position": role.position}
        for role in guild.roles.values()
    ]
    return GuildModel.from_dict({"id": str(guild.id), "owner_id": str(guild.owner_id), "roles": roles})


def as_member(member: records.Member) -> GuildMemberModel:
    until = member.timeout_until
    return GuildMemberModel.from_dict(
        {
            "user": {"id": str(member.user_id)},
            "roles": [str(id) for id in member.role_ids],
            "communication_disabled_until": until and datetime.fromtimestamp(until, UTC).isoformat(),
        }
    )


def as_channel(channel: records.Channel) -> ChannelModel:
    overwrites = [
        {"id": str(each.id), "type": each.type, "allow": str(each.allow), "deny": str(each.deny)}
        for each in channel.overwrites.values()
    ]
    parent = None if channel.parent_id is None else str(channel.parent_id)
    plain = {"id": str(channel.id), "type": channel.type, "guild_id": str(GUILD), "parent_id": parent}
    return ChannelModel.from_dict(plain if channel.is_thread else {**plain, "permission_overwrites": overwrites})


def documented(held: int, channel: records.Channel) -> int:
    """Return what the local Discord says, less two things that it leaves and the documentation takes.

    Threads do not inherit SEND_MESSAGES, and without CONNECT nobody has MANAGE_CHANNELS in a voice channel.
    """
    if held & oracle.ADMINISTRATOR:
        return held
    if channel.is_thread:
        held &= ~oracle.SEND_MESSAGES
    if channel.is_voice and not held & oracle.CONNECT:
        held &= ~oracle.MANAGE_CHANNELS
    return held


def moment() -> datetime:
    return datetime.fromtimestamp(NOW, UTC)


@settings(max_examples=100)
@given(guilds())
def test_in_the_guild_both_agree(guild):
    for member in guild.members.values():
        ours = guild_permissions(as_guild(guild), as_member(member), now=moment())
        assert ours == oracle.guild_permissions(guild, member, NOW)


@settings(max_examples=150)
@given(guilds(), channels((TEXT, VOICE, STAGE)))
def test_in_channels_both_agree(guild, channel):
    for member in guild.members.values():
        ours = channel_permissions(as_guild(guild), as_member(member), as_channel(channel), now=moment())
        theirs = oracle.channel_permissions(guild, member, channel, None, NOW)
        assert ours == documented(theirs, channel)


@settings(max_examples=150)
@given(guilds(), channels((TEXT,)), st.sampled_from(THREADS), st.sets(st.sampled_from(USERS)))
def test_in_threads_both_agree(guild, parent, kind, inside):
    thread = records.Channel(60, kind, GUILD, "t", parent_id=50)
    thread.thread_members = {id: records.channels.ThreadMember(id, 0.0) for id in inside}
    for id, member in guild.members.items():
        ours = channel_permissions(
            as_guild(guild),
            as_member(member),
            as_channel(thread),
            parent=as_channel(parent),
            in_thread=id in inside,
            now=moment(),
        )
        theirs = oracle.channel_permissions(guild, member, thread, parent, NOW)
        assert ours == documented(theirs, thread)


@settings(max_examples=20)
@given(guilds(), channels((TEXT, VOICE)))
def test_an_explanation_says_of_every_permission_what_is_computed(guild, channel):
    for member in guild.members.values():
        for where in (None, as_channel(channel)):
            who, what = as_member(member), as_guild(guild)
            held = (
                guild_permissions(what, who, now=moment())
                if where is None
                else channel_permissions(what, who, where, now=moment())
            )
            for permission in ALL:
                why = explain(permission, what, who, where, now=moment())
                assert why.allowed == (permission in held)
                assert why.sentence.endswith(".")


@settings(max_examples=60)
@given(guilds())
def test_ranks_of_members_and_roles_are_the_same(guild):
    ours = as_guild(guild)
    for member in guild.members.values():
        assert highest_role(ours, as_member(member)).id == oracle.top_role(guild, member).id
        for other in guild.members.values():
            above = outranks(ours, as_member(member), as_member(other))
            assert above == oracle.outranks_member(guild, member, other)
            able = oracle.guild_permissions(guild, member, NOW) & oracle.BAN_MEMBERS
            verdict = may_act_on(ours, as_member(member), as_member(other), Permissions.BAN_MEMBERS, now=moment())
            assert bool(verdict) == bool(able and above)
        for role, theirs in zip(ours.roles, guild.roles.values(), strict=True):
            assert outranks(ours, as_member(member), role) == oracle.outranks_role(guild, member, theirs)


def test_both_know_the_same_permissions():
    assert ALL == oracle.ALL
    assert ChannelType.GUILD_VOICE == VOICE
