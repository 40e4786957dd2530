"""What can be edited, one mapping for each thing: a key that is missing stays as it is, None clears."""

from scurrypy.params.application import EditApplicationParams
from scurrypy.params.automod import EditAutoModRuleParams
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
from scurrypy.params.lobby import EditLobbyMemberParams, EditLobbyParams
from scurrypy.params.message import EditMessageParams
from scurrypy.params.scheduled_event import EditScheduledEventExceptionParams, EditScheduledEventParams
from scurrypy.params.soundboard import EditSoundboardSoundParams
from scurrypy.params.stage_instance import EditStageInstanceParams
from scurrypy.params.template import EditGuildTemplateParams
from scurrypy.params.user import (
    EditCurrentMemberParams,
    EditGuildMemberParams,
    EditRoleConnectionParams,
    EditUserParams,
)
from scurrypy.params.voice import EditCurrentVoiceStateParams, EditVoiceStateParams
from scurrypy.params.webhook import EditWebhookMessageParams, EditWebhookParams

__all__ = [
    "EditApplicationEmojiParams",
    "EditApplicationParams",
    "EditAutoModRuleParams",
    "EditCurrentMemberParams",
    "EditCurrentVoiceStateParams",
    "EditGlobalCommandParams",
    "EditGuildChannelParams",
    "EditGuildCommandParams",
    "EditGuildEmojiParams",
    "EditGuildMemberParams",
    "EditGuildParams",
    "EditGuildRoleParams",
    "EditGuildStickerParams",
    "EditGuildTemplateParams",
    "EditGuildWelcomeScreenParams",
    "EditLobbyMemberParams",
    "EditLobbyParams",
    "EditMessageParams",
    "EditOnboardingParams",
    "EditRoleConnectionParams",
    "EditScheduledEventExceptionParams",
    "EditScheduledEventParams",
    "EditSoundboardSoundParams",
    "EditStageInstanceParams",
    "EditThreadChannelParams",
    "EditUserParams",
    "EditVoiceStateParams",
    "EditWebhookMessageParams",
    "EditWebhookParams",
]
