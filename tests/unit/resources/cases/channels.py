"""Calls of the methods that are about channels."""

from scurrypy.api.channels import (
    ThreadFromMessagePart,
    ThreadWithoutMessagePart,
)
from scurrypy.api.invite import InvitePart
from scurrypy.api.messages import MessagePart
from scurrypy.enums import OverwriteType, Permissions, ThreadSearchTagSetting
from scurrypy.resources import (
    Channel,
)
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.upload import Upload
from tests.unit.resources.cases.case import ITEMS, NOW, ONE, Case, Resources, case

RESOURCES: Resources = {
    "channel": lambda http: Channel(http, ONE),
}

CASES: list[Case] = [
    case("channel.fetch", to="GET_CHANNEL", path="/channels/1"),
    case(
        "channel.edit_guild_channel",
        kwargs={"name": "x", "parent_id": None},
        to="UPDATE_CHANNEL",
        path="/channels/1",
        data={"name": "x", "parent_id": None},
    ),
    case(
        "channel.edit_thread",
        kwargs={"archived": True},
        to="UPDATE_CHANNEL",
        path="/channels/1",
        data={"archived": True},
    ),
    case("channel.delete", to="DELETE_CHANNEL", path="/channels/1"),
    case("channel.send", "hi", to="CREATE_MESSAGE", path="/channels/1/messages", data={"content": "hi"}),
    case(
        "channel.fetch_messages",
        10,
        kwargs={"before": 5},
        to="LIST_MESSAGES",
        path="/channels/1/messages",
        params={"limit": 10, "before": 5},
        answer=[],
    ),
    case(
        "channel.bulk_delete_messages",
        [NOW, Snowflake(NOW + 1)],
        to="BULK_DELETE_MESSAGES",
        path="/channels/1/messages/bulk-delete",
        data={"messages": [NOW, NOW + 1]},
    ),
    case("channel.fetch_pins", to="LIST_PINS", path="/channels/1/messages/pins", params={"limit": 50}, answer=ITEMS),
    case("channel.trigger_typing", to="TRIGGER_TYPING_INDICATOR", path="/channels/1/typing"),
    case(
        "channel.create_thread_from_message",
        5,
        ThreadFromMessagePart("x"),
        to="CREATE_THREAD_FROM_MESSAGE",
        path="/channels/1/messages/5/threads",
        data={"name": "x"},
    ),
    case(
        "channel.create_thread_without_message",
        ThreadWithoutMessagePart("x"),
        kwargs={"message": MessagePart("first")},
        to="CREATE_THREAD",
        path="/channels/1/threads",
        data={"name": "x", "message": {"content": "first"}},
    ),
    case(
        "channel.fetch_public_archived_threads",
        "2026-01-01",
        5,
        to="LIST_PUBLIC_ARCHIVED_THREADS",
        path="/channels/1/threads/archived/public",
        params={"before": "2026-01-01", "limit": 5},
    ),
    case(
        "channel.fetch_private_archived_threads",
        to="LIST_PRIVATE_ARCHIVED_THREADS",
        path="/channels/1/threads/archived/private",
        params={},
    ),
    case(
        "channel.fetch_joined_private_archived_threads",
        to="LIST_MY_PRIVATE_ARCHIVED_THREADS",
        path="/channels/1/users/@me/threads/archived/private",
        params={},
    ),
    case("channel.join_thread", to="JOIN_THREAD", path="/channels/1/thread-members/@me"),
    case("channel.leave_thread", to="LEAVE_THREAD", path="/channels/1/thread-members/@me"),
    case("channel.add_thread_member", 2, to="ADD_THREAD_MEMBER", path="/channels/1/thread-members/2"),
    case("channel.remove_thread_member", 2, to="DELETE_THREAD_MEMBER", path="/channels/1/thread-members/2"),
    case(
        "channel.fetch_thread_member",
        2,
        True,
        to="GET_THREAD_MEMBER",
        path="/channels/1/thread-members/2",
        params={"with_member": True},
    ),
    case(
        "channel.fetch_thread_members",
        to="LIST_THREAD_MEMBERS",
        path="/channels/1/thread-members",
        params={"limit": 100, "with_member": False},
        answer=[],
    ),
    case("channel.fetch_invites", to="LIST_CHANNEL_INVITES", path="/channels/1/invites", answer=[]),
    case("channel.create_invite", InvitePart(), to="CREATE_CHANNEL_INVITE", path="/channels/1/invites", data={}),
    case(
        "channel.create_invite",
        InvitePart(max_uses=1, role_ids=[ONE]),
        kwargs={"target_users_file": [2]},
        to="CREATE_CHANNEL_INVITE",
        path="/channels/1/invites",
        assets={
            "payload_json": '{"max_uses":1,"role_ids":["1"]}',
            "target_users_file": Upload("target_users.csv", b"user_id\n2\n", "text/csv"),
        },
    ),
    case(
        "channel.edit_permissions",
        9,
        OverwriteType.ROLE,
        kwargs={"deny": Permissions.SEND_MESSAGES},
        to="SET_CHANNEL_PERMISSION_OVERWRITE",
        path="/channels/1/permissions/9",
        data={"type": 0, "allow": 0, "deny": 2048},
    ),
    case("channel.delete_permissions", 9, to="DELETE_CHANNEL_PERMISSION_OVERWRITE", path="/channels/1/permissions/9"),
    case("channel.fetch_webhooks", to="LIST_CHANNEL_WEBHOOKS", path="/channels/1/webhooks", answer=[]),
    case("channel.create_webhook", "x", to="CREATE_WEBHOOK", path="/channels/1/webhooks", data={"name": "x"}),
    case("channel.follow", 7, to="FOLLOW_CHANNEL", path="/channels/1/followers", data={"webhook_channel_id": 7}),
    case("channel.edit_group_dm", kwargs={"name": "x"}, to="UPDATE_CHANNEL", path="/channels/1", data={"name": "x"}),
    case(
        "channel.add_recipient",
        2,
        "secret",
        kwargs={"nick": "x"},
        to="ADD_GROUP_DM_USER",
        path="/channels/1/recipients/2",
        data={"access_token": "secret", "nick": "x"},
    ),
    case("channel.remove_recipient", 2, to="DELETE_GROUP_DM_USER", path="/channels/1/recipients/2"),
    case("channel.deprecated_fetch_pins", to="DEPRECATED_LIST_PINS", path="/channels/1/pins", answer=[]),
    case(
        "channel.search_threads",
        kwargs={"name": "bug", "tag": [3], "tag_setting": ThreadSearchTagSetting.MATCH_SOME, "archived": True},
        to="THREAD_SEARCH",
        path="/channels/1/threads/search",
        params={"name": "bug", "tag": [3], "tag_setting": "match_some", "archived": True},
    ),
]

AUDITED = {
    "BULK_DELETE_MESSAGES",
    "CREATE_CHANNEL_INVITE",
    "CREATE_THREAD",
    "CREATE_THREAD_FROM_MESSAGE",
    "CREATE_WEBHOOK",
    "DELETE_CHANNEL",
    "DELETE_CHANNEL_PERMISSION_OVERWRITE",
    "FOLLOW_CHANNEL",
    "SET_CHANNEL_PERMISSION_OVERWRITE",
    "UPDATE_CHANNEL",
}
"""Operations whose documentation takes the header X-Audit-Log-Reason."""
