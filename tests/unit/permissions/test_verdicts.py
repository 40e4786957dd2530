"""Who may act on whom, and on which role."""

import pytest

from scurrypy.enums import Permissions
from scurrypy.permissions import HierarchyRule, highest_role, may_act_on, may_assign_role, may_edit_role, outranks
from tests.unit.permissions.worlds import GUILD, LATER, NOW, OTHER, OWNER, guild, member, role

P = Permissions

MODERATOR = role(101, P.BAN_MEMBERS | P.MODERATE_MEMBERS | P.MANAGE_ROLES, 5, "Moderator")
HELPER = role(102, P.MANAGE_ROLES, 3, "Helper")
PEER = role(103, 0, 5, "Peer")
ADMIN = role(104, P.ADMINISTRATOR, 1, "Admin")
BOT = role(105, 0, 1, "Bot", managed=True)
WORLD = guild(0, MODERATOR, HELPER, PEER, ADMIN, BOT)


def test_of_two_roles_in_one_position_the_older_stands_higher():
    assert outranks(WORLD, member(101), PEER)
    assert not outranks(WORLD, member(103), MODERATOR)
    assert highest_role(WORLD, member(103, 101, 102)).id == 101
    assert highest_role(WORLD, member(999)).id == GUILD


@pytest.mark.parametrize(
    ("actor", "target", "rule", "sentence"),
    [
        (member(101), member(102, id=OTHER), "higher", "Allowed: the role Moderator stands above the role Helper."),
        (member(101), member(id=OTHER), "higher", "Allowed: the role Moderator stands above @everyone."),
        (
            member(101),
            member(101, id=OTHER),
            "not_higher",
            "Denied: the role Moderator does not stand above the role Moderator.",
        ),
        (member(101), member(id=OWNER), "target_is_owner", "Denied: nobody stands above the owner of the server."),
        (
            member(id=OWNER),
            member(101),
            "owner",
            "Allowed: the owner of the server stands above everybody.",
        ),
        (
            member(102),
            member(id=OTHER),
            "no_permission",
            "Denied: Ban Members is denied: none of the member's roles grants it.",
        ),
        (
            member(101, until=LATER),
            member(id=OTHER),
            "no_permission",
            "Denied: Ban Members is denied: the member is timed out until 2026-01-02 12:05 UTC.",
        ),
    ],
)
def test_a_ban_takes_the_permission_and_the_higher_role(actor, target, rule, sentence):
    verdict = may_act_on(WORLD, actor, target, P.BAN_MEMBERS, now=NOW)
    assert (verdict.rule, str(verdict)) == (rule, sentence)
    assert bool(verdict) is sentence.startswith("Allowed")


def test_administrators_and_the_owner_cannot_be_timed_out():
    admin = member(104, id=OTHER)
    assert may_act_on(WORLD, member(101), admin, P.BAN_MEMBERS, now=NOW)
    for actor in (member(101), member(id=OWNER)):
        verdict = may_act_on(WORLD, actor, admin, P.MODERATE_MEMBERS, now=NOW)
        assert verdict.rule is HierarchyRule.TARGET_IS_ADMINISTRATOR
        assert verdict.sentence == "Denied: administrators cannot be timed out."
    verdict = may_act_on(WORLD, member(101), member(id=OWNER), P.MODERATE_MEMBERS, now=NOW)
    assert verdict.rule is HierarchyRule.TARGET_IS_OWNER
    assert may_act_on(WORLD, member(101), member(102, id=OTHER), P.MODERATE_MEMBERS, now=NOW)


def test_nobody_but_the_owner_acts_on_themselves():
    assert not may_act_on(WORLD, member(101), member(101), P.BAN_MEMBERS, now=NOW)
    assert may_act_on(WORLD, member(id=OWNER), member(id=OWNER), P.MANAGE_NICKNAMES, now=NOW)


def test_a_role_is_assigned_by_those_above_it_who_manage_roles():
    assert may_assign_role(WORLD, member(101), HELPER, now=NOW).rule is HierarchyRule.HIGHER
    assert may_assign_role(WORLD, member(102), MODERATOR, now=NOW).rule is HierarchyRule.NOT_HIGHER
    assert may_assign_role(WORLD, member(103), HELPER, now=NOW).rule is HierarchyRule.NO_PERMISSION
    assert may_assign_role(WORLD, member(id=OWNER), MODERATOR, now=NOW).rule is HierarchyRule.OWNER
    # Administrators pass for every permission, yet not for a higher role.
    assert not may_assign_role(WORLD, member(104), HELPER, now=NOW)


def test_nobody_assigns_everyone_or_the_role_of_a_bot():
    for actor in (member(101), member(id=OWNER)):
        everyone = may_assign_role(WORLD, actor, WORLD.roles[0], now=NOW)
        assert everyone.sentence == "Denied: every member has @everyone already."
        managed = may_assign_role(WORLD, actor, BOT, now=NOW)
        assert managed.sentence == "Denied: the role Bot is handed out by an integration, and by nobody else."


def test_a_role_of_a_bot_can_be_edited_by_those_above_it():
    assert may_edit_role(WORLD, member(101), BOT, now=NOW)
    assert may_edit_role(WORLD, member(101), WORLD.roles[0], now=NOW)
    assert not may_edit_role(WORLD, member(101), MODERATOR, now=NOW)
