from scurrypy.api import EmojiModel, GuildMemberModel, UserModel, WebhookModel
from scurrypy.api.channels import ActiveThreadsModel, ChannelModel, DMChannelModel, ThreadChannelModel
from scurrypy.api.channels.overwrite import OverwriteModel, OverwritePart
from scurrypy.api.commands import ApplicationCommandModel, CommandOptionPart, SlashCommandPart
from scurrypy.api.guilds import GuildModel, GuildRoleColorsPart, GuildRoleModel, GuildRolePart
from scurrypy.enums import (
    ChannelType,
    CommandOptionType,
    CommandType,
    GuildMemberFlags,
    InteractionContextType,
    OverwriteType,
    Permissions,
    UserFlags,
)
from scurrypy.wire import codec
from scurrypy.wire.snowflake import Snowflake

OVERWRITE = {"id": "7", "type": 0, "allow": "1024", "deny": "4503599627370496"}


def test_bug_of_2_3_channels_had_neither_type_nor_overwrites():
    channel = ChannelModel.from_dict(
        {"id": "1", "type": 2, "flags": 0, "bitrate": 64000, "permission_overwrites": [OVERWRITE]}
    )
    assert channel.type is ChannelType.GUILD_VOICE
    assert channel.permission_overwrites == [
        OverwriteModel(Snowflake(7), OverwriteType.ROLE, Permissions.VIEW_CHANNEL, Permissions.BYPASS_SLOWMODE)
    ]
    assert codec.decode(codec.encode(channel.to_dict()))["permission_overwrites"] == [OVERWRITE]


def test_threads_and_direct_messages_are_channels_with_everything_of_theirs():
    thread = {
        "id": "5",
        "type": 11,
        "owner_id": "6",
        "flags": 0,
        "thread_metadata": {"archived": False, "auto_archive_duration": 60, "archive_timestamp": "t", "locked": False},
        "applied_tags": ["9"],
        "member": {"id": "5", "user_id": "6", "join_timestamp": "t", "flags": 1},
    }
    active = ActiveThreadsModel.from_dict({"threads": [thread], "members": []})
    assert isinstance(active.threads[0], ThreadChannelModel)
    assert active.threads[0].thread_metadata is not None
    assert active.threads[0].thread_metadata.auto_archive_duration == 60
    dm = DMChannelModel.from_dict({"id": "1", "type": 1, "recipients": [{"id": "2", "username": "al"}]})
    assert dm.recipients == [UserModel(Snowflake(2), "al")]


def test_roles_know_whose_they_are():
    tags = {"bot_id": "1", "premium_subscriber": None}
    role = GuildRoleModel.from_dict({"id": "1", "name": "r", "permissions": "8", "flags": 1, "tags": tags})
    assert role.tags is not None
    assert role.tags.bot_id == 1
    assert role.tags.premium_subscriber is True
    assert role.tags.guild_connections is False
    assert role.permissions is Permissions.ADMINISTRATOR


def test_permissions_of_a_part_are_sent_as_text():
    part = GuildRolePart("r", GuildRoleColorsPart(255), permissions=Permissions.PIN_MESSAGES)
    assert codec.decode(codec.encode(part.to_dict())) == {
        "name": "r",
        "colors": {"primary_color": 255},
        "permissions": "2251799813685248",
    }
    assert codec.encode(OverwritePart(Snowflake(1), allow=Permissions(0)).to_dict()) == b'{"id":"1","allow":"0"}'


def test_bug_of_2_3_members_had_no_timeout_and_no_flags():
    member = GuildMemberModel.from_dict(
        {
            "roles": ["1"],
            "user": {"id": "2", "username": "al", "public_flags": 1 << 19, "primary_guild": {"tag": "ABCD"}},
            "flags": 3,
            "pending": False,
            "deaf": False,
            "mute": True,
            "communication_disabled_until": "2026-11-23T10:00:00+00:00",
            "nick": None,
        }
    )
    assert member.communication_disabled_until == "2026-11-23T10:00:00+00:00"
    assert member.flags == GuildMemberFlags.DID_REJOIN | GuildMemberFlags.COMPLETED_ONBOARDING
    assert member.user.public_flags is UserFlags.BOT_HTTP_INTERACTIONS
    assert member.user.primary_guild is not None
    assert member.user.primary_guild.tag == "ABCD"


def test_guilds_keep_features_this_version_does_not_know():
    guild = GuildModel.from_dict({"id": "1", "name": "g", "features": ["COMMUNITY", "TELEPATHY"], "premium_tier": 9})
    assert guild.features == ["COMMUNITY", "TELEPATHY"]
    assert guild.premium_tier == 9
    assert codec.decode(codec.encode(guild.to_dict()))["features"] == ["COMMUNITY", "TELEPATHY"]


def test_bug_of_2_3_commands_with_subcommands_and_entry_points_raised():
    command = ApplicationCommandModel.from_dict(
        {
            "id": "1",
            "application_id": "2",
            "type": 4,
            "name": "launch",
            "description": "",
            "default_member_permissions": None,
            "handler": 2,
            "version": "3",
            "contexts": [0, 1, 2, 3],
            "options": [{"type": 1, "name": "s", "description": "d", "options": [{"type": 10, "min_value": 0.5}]}],
        }
    )
    assert command.type is CommandType.PRIMARY_ENTRY_POINT
    assert command.default_member_permissions is None
    assert command.contexts is not None
    assert command.contexts[3] == 3
    assert command.options is not None
    assert command.options[0].options is not None
    assert command.options[0].options[0].min_value == 0.5


def test_slash_commands_can_say_everything():
    part = SlashCommandPart(
        "tag",
        "Tags",
        [
            CommandOptionPart(
                CommandOptionType.SUB_COMMAND,
                "get",
                "One",
                options=[CommandOptionPart(CommandOptionType.INTEGER, "n", "Number", True, min_value=1, max_value=9)],
            )
        ],
        default_member_permissions=Permissions(0),
        contexts=[InteractionContextType.GUILD],
        name_localizations={"de": "marke"},
    )
    assert codec.decode(codec.encode(part.to_dict())) == {
        "name": "tag",
        "description": "Tags",
        "options": [
            {
                "type": 1,
                "name": "get",
                "description": "One",
                "options": [
                    {"type": 4, "name": "n", "description": "Number", "required": True, "min_value": 1, "max_value": 9}
                ],
            }
        ],
        "type": 1,
        "default_member_permissions": "0",
        "contexts": [0],
        "name_localizations": {"de": "marke"},
    }


def test_emojis_are_written_in_messages_and_paths():
    fox, still, moving = EmojiModel("🦊"), EmojiModel("a", Snowflake(5)), EmojiModel("a", Snowflake(5), True)
    assert [emoji.mention for emoji in (fox, still, moving)] == ["🦊", "<:a:5>", "<a:a:5>"]
    assert [emoji.api_code for emoji in (fox, still, moving)] == ["%F0%9F%A6%8A", "a%3A5", "a%3A5"]
    assert [emoji.is_custom for emoji in (fox, still)] == [False, True]
    assert fox.url is None
    assert moving.url == "https://cdn.discordapp.com/emojis/5.gif"


def test_an_emoji_that_was_deleted_has_no_name():
    gone = EmojiModel.from_dict({"id": "5", "name": None})
    assert gone.name is None
    assert gone.mention == "<:_:5>"


def test_what_a_webhook_posts_with_is_not_in_its_repr():
    webhook = WebhookModel.from_dict({"id": "1", "type": 1, "token": "SECRET", "url": "https://x/SECRET"})
    assert webhook.token == "SECRET"
    assert "SECRET" not in repr(webhook)
