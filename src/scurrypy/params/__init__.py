"""What can be edited, one mapping for each thing: a key that is missing stays as it is, None clears."""

from scurrypy.params.channel import EditGuildChannelParams, EditThreadChannelParams
from scurrypy.params.command import EditGlobalCommandParams, EditGuildCommandParams
from scurrypy.params.emoji import EditApplicationEmojiParams, EditGuildEmojiParams
from scurrypy.params.guild import (
    EditGuildParams,
    EditGuildRoleParams,
    EditGuildStickerParams,
    EditGuildWelcomeScreenParams,
    EditOnboardingParams,
)
from scurrypy.params.message import EditMessageParams
from scurrypy.params.user import EditCurrentMemberParams, EditGuildMemberParams, EditUserParams
from scurrypy.params.webhook import EditWebhookParams

__all__ = [
    "EditApplicationEmojiParams",
    "EditCurrentMemberParams",
    "EditGlobalCommandParams",
    "EditGuildChannelParams",
    "EditGuildCommandParams",
    "EditGuildEmojiParams",
    "EditGuildMemberParams",
    "EditGuildParams",
    "EditGuildRoleParams",
    "EditGuildStickerParams",
    "EditGuildWelcomeScreenParams",
    "EditMessageParams",
    "EditOnboardingParams",
    "EditThreadChannelParams",
    "EditUserParams",
    "EditWebhookParams",
]
