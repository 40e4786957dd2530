"""What is allowed and denied, in which order, and what is said about it."""

import pytest

from scurrypy.enums import ChannelType, Permissions
from scurrypy.permissions import (
    ALL,
    WHILE_TIMED_OUT,
    GuildFacts,
    MemberFacts,
    Rule,
    channel_permissions,
    explain,
    guild_permissions,
    is_synced,
    label,
    labels,
    sending_permission,
)
from scurrypy.wire.errors import InvalidRequest
from tests.unit.permissions.worlds import (
    EARLIER,
    GUILD,
    LATER,
    NOW,
    OTHER,
    OWNER,
    USER,
    channel,
    guild,
    member,
    names,
    overwrite,
    role,
    thread,
)

P = Permissions

BASIC = P.VIEW_CHANNEL | P.SEND_MESSAGES | P.EMBED_LINKS | P.ATTACH_FILES | P.READ_MESSAGE_HISTORY


def said(permission, *args, **options):
    return explain(permission, *args, now=NOW, **options).sentence


def test_the_owner_may_do_everything():
    why = explain(P.BAN_MEMBERS, guild(), member(id=OWNER), channel(overwrite(GUILD, deny=P.BAN_MEMBERS)))
    assert why.rule is Rule.OWNER
    assert why.sentence == "Ban Members is allowed: the owner of the server may do everything."


def test_an_administrator_may_do_everything_and_the_role_is_named():
    world = guild(0, role(101, P.ADMINISTRATOR, 1, "Staff"), role(102, 0, 2, "Fans"))
    why = explain(P.SPEAK, world, member(101, 102), channel(overwrite(USER, deny=P.SPEAK)))
    assert (why.rule, why.role.id) == (Rule.ADMINISTRATOR, 101)
    assert str(why) == "Speak is allowed: the role Staff grants Administrator, and with it everything."


def test_of_several_roles_that_grant_it_the_highest_is_named():
    world = guild(P.SPEAK, role(101, P.SPEAK, 2, "High"), role(102, P.SPEAK, 1, "Low"))
    assert said(P.SPEAK, world, member(101, 102)) == "Speak is allowed: the role High grants it."
    assert said(P.SPEAK, world, member()) == "Speak is allowed: @everyone grants it."


def test_what_no_role_grants_is_denied():
    why = explain(P.KICK_MEMBERS, guild(BASIC), member(999), now=NOW)
    assert (why.allowed, why.rule, why.role) == (False, Rule.NO_ROLE, None)
    assert why.sentence == "Kick Members is denied: none of the member's roles grants it."


def test_the_overwrite_that_came_last_decides():
    world = guild(BASIC, role(101, 0, 1, "Muted"), role(102, 0, 2, "Fans"))
    muted = overwrite(101, deny=P.SEND_MESSAGES)
    assert said(P.SEND_MESSAGES, world, member(101), channel(muted)) == (
        "Send Messages is denied: this channel denies it to the role Muted."
    )
    fans = overwrite(102, allow=P.SEND_MESSAGES)
    assert said(P.SEND_MESSAGES, world, member(102, 101), channel(fans, muted)) == (
        "Send Messages is allowed: this channel allows it to the role Fans."
    )
    own = overwrite(USER, deny=P.SEND_MESSAGES)
    why = explain(P.SEND_MESSAGES, world, member(102, 101), channel(own, fans, muted), now=NOW)
    assert (why.rule, why.overwrite.id, why.role) == (Rule.OVERWRITE, USER, None)
    assert why.sentence == "Send Messages is denied: this channel denies it to this very member."
    everyone = overwrite(GUILD, deny=P.SEND_MESSAGES)
    assert said(P.SEND_MESSAGES, world, member(), channel(everyone)).endswith("denies it to @everyone.")


def test_an_overwrite_of_another_member_or_of_a_role_with_a_members_id_means_nothing():
    foreign = overwrite(OTHER, deny=P.SEND_MESSAGES)
    as_role = {**overwrite(USER, deny=P.SEND_MESSAGES), "type": 0}
    assert channel_permissions(guild(BASIC), member(), channel(foreign, as_role), now=NOW) == BASIC


def test_a_timeout_leaves_looking_and_reading_until_it_ends():
    why = explain(P.SEND_MESSAGES, guild(BASIC), member(until=LATER), channel(), now=NOW)
    assert (why.rule, why.until) == (Rule.TIMEOUT, LATER)
    assert why.sentence == "Send Messages is denied: the member is timed out until 2026-01-02 12:05 UTC."
    assert guild_permissions(guild(ALL & ~P.ADMINISTRATOR), member(until=LATER), now=NOW) == WHILE_TIMED_OUT
    for ended in (NOW, EARLIER):
        assert guild_permissions(guild(BASIC), member(until=ended), now=NOW) == BASIC
    allowed = overwrite(USER, allow=P.SEND_MESSAGES)
    assert P.SEND_MESSAGES not in channel_permissions(guild(BASIC), member(until=LATER), channel(allowed), now=NOW)


def test_owners_and_administrators_are_not_held_by_a_timeout():
    world = guild(0, role(101, P.ADMINISTRATOR, 1))
    assert guild_permissions(world, member(id=OWNER, until=LATER), now=NOW) == ALL
    assert guild_permissions(world, member(101, until=LATER), now=NOW) == ALL


def test_who_cannot_view_a_channel_can_do_nothing_there():
    hidden = channel(overwrite(GUILD, deny=P.VIEW_CHANNEL))
    assert channel_permissions(guild(BASIC), member(), hidden, now=NOW) == P(0)
    why = explain(P.SEND_MESSAGES, guild(BASIC), member(), hidden, now=NOW)
    assert (why.rule, why.needs, why.because.rule) == (Rule.NEEDS, P.VIEW_CHANNEL, Rule.OVERWRITE)
    assert why.sentence == (
        "Send Messages is denied: it is of no use without View Channel, and View Channel is denied: "
        "this channel denies it to @everyone."
    )


def test_who_cannot_send_has_no_use_for_files_embeds_pings_and_speech():
    world = guild(BASIC | P.MENTION_EVERYONE | P.SEND_TTS_MESSAGES | P.ADD_REACTIONS)
    silent = channel(overwrite(GUILD, deny=P.SEND_MESSAGES))
    held = channel_permissions(world, member(), silent, now=NOW)
    assert names(held) == {"VIEW_CHANNEL", "READ_MESSAGE_HISTORY", "ADD_REACTIONS"}
    assert explain(P.EMBED_LINKS, world, member(), silent, now=NOW).needs is P.SEND_MESSAGES


@pytest.mark.parametrize("kind", [ChannelType.GUILD_VOICE, ChannelType.GUILD_STAGE_VOICE])
def test_who_cannot_join_a_voice_channel_has_no_use_for_it(kind):
    world = guild(BASIC | P.SPEAK | P.STREAM | P.MANAGE_CHANNELS | P.CREATE_INSTANT_INVITE)
    held = channel_permissions(world, member(), channel(type=kind), now=NOW)
    assert names(held) == {"VIEW_CHANNEL", "READ_MESSAGE_HISTORY", "CREATE_INSTANT_INVITE"}
    assert explain(P.SPEAK, world, member(), channel(type=kind), now=NOW).needs is P.CONNECT
    assert P.SPEAK in channel_permissions(world, member(), channel(), now=NOW)


def test_of_two_reasons_the_one_that_came_first_is_named():
    mute = channel(type=ChannelType.GUILD_VOICE)
    why = explain(P.EMBED_LINKS, guild(P.VIEW_CHANNEL | P.EMBED_LINKS), member(), mute, now=NOW)
    assert why.needs is P.SEND_MESSAGES


def test_in_a_thread_the_overwrites_of_its_parent_and_another_sending_permission_count():
    parent = channel(overwrite(GUILD, deny=P.ADD_REACTIONS))
    world = guild(BASIC | P.SEND_MESSAGES_IN_THREADS | P.ADD_REACTIONS)
    held = channel_permissions(world, member(), thread(), parent=parent, now=NOW)
    assert held == (BASIC | P.SEND_MESSAGES_IN_THREADS) & ~P.SEND_MESSAGES
    assert sending_permission(thread()) in held
    assert sending_permission(parent) is P.SEND_MESSAGES
    why = explain(P.SEND_MESSAGES, world, member(), thread(), parent=parent, now=NOW)
    assert why.rule is Rule.IN_THREADS
    assert why.sentence == "Send Messages is denied: in threads, Send Messages in Threads stands in its place."
    assert not explain(P.EMBED_LINKS, guild(BASIC), member(), thread(), parent=channel(), now=NOW)


def test_a_private_thread_is_for_those_in_it_and_those_who_manage_threads():
    private, inside = thread(ChannelType.PRIVATE_THREAD), {"parent": channel(), "now": NOW}
    assert channel_permissions(guild(BASIC), member(), private, **inside) == P(0)
    assert P.VIEW_CHANNEL in channel_permissions(guild(BASIC), member(), private, in_thread=True, **inside)
    assert P.VIEW_CHANNEL in channel_permissions(guild(BASIC | P.MANAGE_THREADS), member(), private, **inside)
    why = explain(P.VIEW_CHANNEL, guild(BASIC), member(), private, **inside)
    assert why.rule is Rule.PRIVATE_THREAD
    assert why.sentence == (
        "View Channel is denied: the thread is private, and the member is neither in it nor manages threads."
    )
    # To be in the thread is not enough for those who cannot view its parent.
    assert channel_permissions(guild(), member(), private, in_thread=True, **inside) == P(0)


def test_a_thread_needs_its_parent():
    for wrong in (None, channel(id="51")):
        with pytest.raises(InvalidRequest, match="the channel the thread hangs from, 50"):
            channel_permissions(guild(BASIC), member(), thread(), parent=wrong, now=NOW)


def test_direct_messages_have_no_permissions():
    for kind in (ChannelType.DM, ChannelType.GROUP_DM):
        with pytest.raises(InvalidRequest, match="direct messages"):
            channel_permissions(guild(BASIC), member(), channel(type=kind), now=NOW)


def test_permissions_this_version_does_not_know_are_computed_as_well():
    unknown = 1 << 60
    world = guild(BASIC | unknown, role(101))
    assert channel_permissions(world, member(101), channel(), now=NOW) == BASIC | unknown
    denied = channel(overwrite(101, deny=unknown))
    assert channel_permissions(world, member(101), denied, now=NOW) == BASIC
    assert said(P(unknown), world, member(101), denied).startswith("permission 0x1000000000000000 is denied")


def test_plain_ids_do_as_well_as_models():
    facts = GuildFacts(GUILD, OWNER, {101: role(101, P.SPEAK), GUILD: role(GUILD, P.VIEW_CHANNEL)}.values())
    assert guild_permissions(facts, MemberFacts(USER, {101}), now=NOW) == P.SPEAK | P.VIEW_CHANNEL
    assert guild_permissions(facts, MemberFacts(USER, [GUILD]), now=NOW) == P.VIEW_CHANNEL
    assert guild_permissions(facts, MemberFacts(OWNER), now=NOW) == ALL


def test_one_permission_is_explained_at_a_time():
    for several in (P(0), P.SPEAK | P.STREAM):
        with pytest.raises(InvalidRequest, match="one permission"):
            explain(several, guild(), member(), now=NOW)


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(InvalidRequest, match="time zone"):
        guild_permissions(guild(), member(until=LATER), now=NOW.replace(tzinfo=None))


def test_a_channel_is_synced_while_its_overwrites_are_those_of_its_category():
    one, two = overwrite(GUILD, deny=P.VIEW_CHANNEL), overwrite(USER, allow=P.VIEW_CHANNEL)
    assert is_synced(channel(one, two), channel(two, one))
    assert not is_synced(channel(one), channel(one, two))
    assert not is_synced(channel(one), channel(overwrite(GUILD, deny=P.VIEW_CHANNEL | P.SPEAK)))


def test_permissions_have_the_names_that_clients_show():
    assert labels(P.MODERATE_MEMBERS | P.MANAGE_MESSAGES | P(1 << 47)) == [
        "Manage Messages",
        "Timeout Members",
        "permission 0x800000000000",
    ]
    assert labels(P(0)) == []
    assert label(P.USE_VAD) == "Use Voice Activity"
    assert len({label(each) for each in ALL}) == len(ALL)
