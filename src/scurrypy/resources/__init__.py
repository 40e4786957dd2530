"""Handles through which a bot acts: an HTTP client and the ids that name a thing, with a method for each operation."""

from typing import TYPE_CHECKING

from scurrypy.lazy import lazily

if TYPE_CHECKING:
    from scurrypy.resources.application import Application, CurrentApplication
    from scurrypy.resources.auto_moderation import AutoModeration
    from scurrypy.resources.channel import Channel
    from scurrypy.resources.command import GlobalCommand, GuildCommand
    from scurrypy.resources.current_user import CurrentUser
    from scurrypy.resources.emoji import ApplicationEmoji, GuildEmoji
    from scurrypy.resources.factories import ResourceFactories
    from scurrypy.resources.gateway import Gateway
    from scurrypy.resources.guild import Guild
    from scurrypy.resources.guild_template import GuildTemplate
    from scurrypy.resources.interaction import Interaction
    from scurrypy.resources.invite import Invite
    from scurrypy.resources.lobby import Lobby
    from scurrypy.resources.message import Message
    from scurrypy.resources.oauth2 import OAuth2
    from scurrypy.resources.pages import Pages
    from scurrypy.resources.partner_sdk import PartnerSDK
    from scurrypy.resources.scheduled_event import ScheduledEvent
    from scurrypy.resources.sku import SKU
    from scurrypy.resources.soundboard import Soundboard
    from scurrypy.resources.stage_instance import StageInstance
    from scurrypy.resources.sticker import Sticker
    from scurrypy.resources.user import User
    from scurrypy.resources.voice_region import VoiceRegion
    from scurrypy.resources.webhook import Webhook
else:
    __getattr__ = lazily(
        __name__,
        {
            ".application": ["Application", "CurrentApplication"],
            ".auto_moderation": ["AutoModeration"],
            ".channel": ["Channel"],
            ".command": ["GlobalCommand", "GuildCommand"],
            ".current_user": ["CurrentUser"],
            ".emoji": ["ApplicationEmoji", "GuildEmoji"],
            ".factories": ["ResourceFactories"],
            ".gateway": ["Gateway"],
            ".guild": ["Guild"],
            ".guild_template": ["GuildTemplate"],
            ".interaction": ["Interaction"],
            ".invite": ["Invite"],
            ".lobby": ["Lobby"],
            ".message": ["Message"],
            ".oauth2": ["OAuth2"],
            ".pages": ["Pages"],
            ".partner_sdk": ["PartnerSDK"],
            ".scheduled_event": ["ScheduledEvent"],
            ".sku": ["SKU"],
            ".soundboard": ["Soundboard"],
            ".stage_instance": ["StageInstance"],
            ".sticker": ["Sticker"],
            ".user": ["User"],
            ".voice_region": ["VoiceRegion"],
            ".webhook": ["Webhook"],
        },
    )

__all__ = [
    "SKU",
    "Application",
    "ApplicationEmoji",
    "AutoModeration",
    "Channel",
    "CurrentApplication",
    "CurrentUser",
    "Gateway",
    "GlobalCommand",
    "Guild",
    "GuildCommand",
    "GuildEmoji",
    "GuildTemplate",
    "Interaction",
    "Invite",
    "Lobby",
    "Message",
    "OAuth2",
    "Pages",
    "PartnerSDK",
    "ResourceFactories",
    "ScheduledEvent",
    "Soundboard",
    "StageInstance",
    "Sticker",
    "User",
    "VoiceRegion",
    "Webhook",
]
