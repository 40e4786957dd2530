"""Where Discord sent a part, or withheld something, nothing is guessed; what it says itself is taken."""

import pytest

from scurrypy.api import GuildMemberModel
from scurrypy.api.channels import ChannelModel
from scurrypy.api.guilds import GuildModel
from scurrypy.api.interactions import InteractionModel
from scurrypy.enums import Permissions
from scurrypy.permissions import (
    GuildFacts,
    MemberFacts,
    Rule,
    channel_permissions,
    explain,
    guild_permissions,
    interaction_permissions,
)
from scurrypy.sandbox.gateway.hiding import hidden
from scurrypy.wire.errors import MissingField
from tests.unit.permissions.worlds import (
    GUILD,
    LATER,
    NOW,
    OWNER,
    USER,
    channel,
    guild,
    member,
    overwrite,
    role,
    thread,
)

P = Permissions

WITHHELD = ChannelModel.from_dict(hidden({"id": "50", "type": 0, "guild_id": str(GUILD), "position": 3}, GUILD))


def test_permissions_in_a_withheld_channel_are_not_guessed():
    assert WITHHELD.is_obfuscated
    with pytest.raises(MissingField, match="withholds its overwrites"):
        channel_permissions(guild(P.VIEW_CHANNEL), member(), WITHHELD, now=NOW)
    with pytest.raises(MissingField, match="withholds its overwrites"):
        explain(P.VIEW_CHANNEL, guild(P.VIEW_CHANNEL), member(), thread(), parent=WITHHELD, now=NOW)


def test_a_channel_of_that_name_that_is_not_withheld_is_computed():
    namesake = channel(overwrite(GUILD, deny=P.VIEW_CHANNEL), name="___hidden___")
    assert not namesake.is_obfuscated
    assert channel_permissions(guild(P.VIEW_CHANNEL), member(), namesake, now=NOW) == P(0)


def test_what_discord_says_is_taken():
    given = P.VIEW_CHANNEL | P.SPEAK
    assert channel_permissions(guild(), member(), WITHHELD, given=given) == given
    why = explain(P.SPEAK, guild(), member(), WITHHELD, given=given, now=NOW)
    assert (why.allowed, why.rule) == (True, Rule.GIVEN)
    assert why.sentence == "Speak is allowed: Discord says so."


def test_what_is_computed_explains_what_discord_says_only_where_both_agree():
    world = guild(P.VIEW_CHANNEL, role(101, P.SPEAK, 1, "Voices"))
    agreeing = explain(P.SPEAK, world, member(101), channel(), given=P.SPEAK, now=NOW)
    assert (agreeing.rule, agreeing.role.id) == (Rule.ROLE, 101)
    contradicted = explain(P.SPEAK, world, member(101), channel(), given=P(0), now=NOW)
    assert (contradicted.allowed, contradicted.rule) == (False, Rule.GIVEN)


def test_a_channel_without_its_overwrites_is_not_guessed():
    partial = ChannelModel.from_dict({"id": "50", "type": 0, "permissions": "8"})
    with pytest.raises(MissingField, match="permission_overwrites were not received"):
        channel_permissions(guild(P.VIEW_CHANNEL), member(), partial, now=NOW)


@pytest.mark.parametrize("fields", [{}, {"id": "10"}, {"id": "10", "owner_id": "1"}, {"id": "10", "roles": []}])
def test_a_guild_that_came_in_part_is_refused(fields):
    with pytest.raises(MissingField, match=r"guild\."):
        guild_permissions(GuildModel.from_dict(fields), member(), now=NOW)


def test_a_guild_without_everyone_is_refused():
    with pytest.raises(MissingField, match="@everyone"):
        guild_permissions(GuildFacts(GUILD, OWNER, [role(101)]), member(), now=NOW)


def test_a_member_without_its_user_is_asked_for_the_id():
    partial = GuildMemberModel.from_dict({"roles": ["101"]})
    with pytest.raises(MissingField, match="MemberFacts"):
        guild_permissions(guild(), partial, now=NOW)
    world = guild(0, role(101, P.SPEAK))
    assert guild_permissions(world, MemberFacts.of(partial, USER), now=NOW) == P.SPEAK
    with pytest.raises(MissingField, match=r"member\.roles"):
        MemberFacts.of(GuildMemberModel(), USER)


def test_the_time_of_a_timeout_is_read_as_discord_writes_it():
    told = GuildMemberModel.from_dict(
        {"roles": [], "user": {"id": "2"}, "communication_disabled_until": "2026-01-02T12:05:00.000000+00:00"}
    )
    facts = MemberFacts.of(told)
    assert facts.timed_out_until == LATER
    assert facts.is_timed_out(NOW)
    assert not facts.is_timed_out(LATER)
    assert not facts.is_timed_out()


def test_an_interaction_tells_what_each_side_may_do():
    def read(**fields):
        return interaction_permissions(InteractionModel.from_dict({"app_permissions": "1024", **fields}))

    inside = read(member={"roles": [], "permissions": "8"}, channel={"id": "5", "permissions": "2048"})
    assert inside == (P.VIEW_CHANNEL, P.ADMINISTRATOR)
    assert read(channel={"id": "5", "permissions": "2048"}).user == P.SEND_MESSAGES
    assert read().user is None
