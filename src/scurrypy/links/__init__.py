"""Links into Discord, made from ids, and ids read out of links.

    from scurrypy import links

    links.message_link(message.guild_id, message.channel_id, message.id)
    links.bot_install_link(client_id, permissions=Permissions.SEND_MESSAGES)
    links.parse_message_link("https://discord.com/channels/1/2/3")

What people write is looked at without complaint: `parse_…_link` returns None where a text is no such link. The
address of a webhook is configuration, and a secret: a wrong one is an error, which does not repeat it.
"""

from scurrypy.links.applications import application_link, sku_link, store_link
from scurrypy.links.authorization import authorization_link, bot_install_link, user_install_link
from scurrypy.links.invites import InviteLink, find_invite_links, invite_link, parse_invite_link, template_link
from scurrypy.links.places import (
    ChannelLink,
    MessageLink,
    channel_link,
    find_message_links,
    guild_link,
    message_link,
    parse_channel_link,
    parse_message_link,
    scheduled_event_link,
    user_link,
)
from scurrypy.links.webhooks import WebhookAddress, parse_webhook_address, webhook_address

__all__ = [
    "ChannelLink",
    "InviteLink",
    "MessageLink",
    "WebhookAddress",
    "application_link",
    "authorization_link",
    "bot_install_link",
    "channel_link",
    "find_invite_links",
    "find_message_links",
    "guild_link",
    "invite_link",
    "message_link",
    "parse_channel_link",
    "parse_invite_link",
    "parse_message_link",
    "parse_webhook_address",
    "scheduled_event_link",
    "sku_link",
    "store_link",
    "template_link",
    "user_install_link",
    "user_link",
    "webhook_address",
]
