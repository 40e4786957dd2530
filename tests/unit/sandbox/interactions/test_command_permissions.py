import pytest

from scurrypy.sandbox import ApiError
from scurrypy.sandbox.errors import ActorError
from scurrypy.sandbox.rules.permissions import USE_APPLICATION_COMMANDS
from scurrypy.sandbox.world.command_permissions import (
    get_command_permissions,
    list_command_permissions,
    set_command_permissions,
)
from tests.unit.sandbox.interactions.conftest import Stage, code_of

EVERYONE, CHANNEL = 1, 3


def test_commands_need_leave_to_use_commands(stage: Stage):
    stage.command("ping")
    stage.guild.roles[stage.guild.id].permissions &= ~USE_APPLICATION_COMMANDS
    assert stage.person("bob").commands("general") == []
    with pytest.raises(ActorError, match="no command 'ping'"):
        stage.person("bob").slash("general", "ping")


def test_an_age_restricted_command_shows_in_age_restricted_channels_only(stage: Stage):
    stage.command("adult", nsfw=True)
    assert stage.person("alice").commands("general") == []
    stage.general.nsfw = True
    assert stage.person("alice").commands("general") == ["adult"]


def test_default_member_permissions_hold_until_an_overwrite_speaks(stage: Stage):
    command = stage.command("mod", default_member_permissions="0")
    bob, alice = stage.person("bob"), stage.person("alice")
    assert (bob.commands("general"), alice.commands("general")) == ([], ["mod"])
    allow = {"permissions": [{"id": str(stage.guild.id), "type": EVERYONE, "permission": True}]}
    set_command_permissions(stage.world, alice.actor, stage.guild.id, int(command["id"]), allow)
    assert bob.commands("general") == ["mod"]
    assert stage.heard("APPLICATION_COMMAND_PERMISSIONS_UPDATE")


def test_a_command_can_be_kept_out_of_a_channel_or_of_all_but_one(stage: Stage):
    command = stage.command("ping")
    alice, bob = stage.person("alice"), stage.person("bob")
    overwrites = [
        {"id": str(stage.guild.id - 1), "type": CHANNEL, "permission": False},
        {"id": str(stage.general.id), "type": CHANNEL, "permission": True},
    ]
    set_command_permissions(stage.world, alice.actor, stage.guild.id, int(command["id"]), {"permissions": overwrites})
    assert (bob.commands("general"), bob.commands("random")) == (["ping"], [])


def test_overwrites_of_the_application_hold_for_all_of_its_commands(stage: Stage):
    stage.command("ping")
    alice, bob = stage.person("alice"), stage.person("bob")
    deny = {"permissions": [{"id": str(bob.id), "type": 2, "permission": False}]}
    set_command_permissions(stage.world, alice.actor, stage.guild.id, stage.application.id, deny)
    assert bob.commands("general") == []
    listed = list_command_permissions(stage.world, stage.bot, stage.application.id, stage.guild.id)
    assert listed[0]["permissions"] == deny["permissions"]


def test_bots_cannot_set_overwrites_and_find_none_where_there_are_none(stage: Stage):
    command_id = int(stage.command("ping")["id"])
    with pytest.raises(ApiError) as caught:
        set_command_permissions(stage.world, stage.bot, stage.guild.id, command_id, {"permissions": []})
    assert code_of(caught) == 20001
    with pytest.raises(ApiError) as caught:
        get_command_permissions(stage.world, stage.bot, stage.application.id, stage.guild.id, command_id)
    assert code_of(caught) == 10066
