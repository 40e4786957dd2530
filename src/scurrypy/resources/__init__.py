"""Handles through which a bot acts: an HTTP client and the ids that name a thing, with a method for each operation."""

from scurrypy.resources.application import Application
from scurrypy.resources.channel import Channel
from scurrypy.resources.command import GlobalCommand, GuildCommand
from scurrypy.resources.emoji import ApplicationEmoji, GuildEmoji
from scurrypy.resources.factories import ResourceFactories
from scurrypy.resources.guild import Guild
from scurrypy.resources.interaction import Interaction
from scurrypy.resources.invite import Invite
from scurrypy.resources.message import Message
from scurrypy.resources.sticker import Sticker
from scurrypy.resources.user import User
from scurrypy.resources.webhook import Webhook

__all__ = [
    "Application",
    "ApplicationEmoji",
    "Channel",
    "GlobalCommand",
    "Guild",
    "GuildCommand",
    "GuildEmoji",
    "Interaction",
    "Invite",
    "Message",
    "ResourceFactories",
    "Sticker",
    "User",
    "Webhook",
]
