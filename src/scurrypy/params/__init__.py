"""What can be edited, one mapping for each thing: a key that is missing stays as it is, None clears.

Inside a part that a key holds, None is left out as everywhere; `NULL` of `scurrypy.core` clears there.
"""

from typing import TYPE_CHECKING

from scurrypy.lazy import lazily

if TYPE_CHECKING:
    from scurrypy.params.application import EditApplicationParams
    from scurrypy.params.automod import EditAutoModRuleParams
    from scurrypy.params.channel import EditGroupDMParams, EditGuildChannelParams, EditThreadChannelParams
    from scurrypy.params.command import EditGlobalCommandParams, EditGuildCommandParams
    from scurrypy.params.emoji import EditApplicationEmojiParams, EditGuildEmojiParams
    from scurrypy.params.guild import (
        EditChannelPositionParams,
        EditGuildParams,
        EditGuildRoleParams,
        EditGuildStickerParams,
        EditGuildWelcomeScreenParams,
        EditGuildWidgetParams,
        EditIncidentActionsParams,
        EditOnboardingParams,
        EditRolePositionParams,
    )
    from scurrypy.params.lobby import EditLobbyMemberParams, EditLobbyParams
    from scurrypy.params.message import EditMessageParams
    from scurrypy.params.scheduled_event import EditScheduledEventExceptionParams, EditScheduledEventParams
    from scurrypy.params.search import FindMessagesParams, FindThreadsParams, SearchMessagesParams, SearchThreadsParams
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
else:
    __getattr__ = lazily(
        __name__,
        {
            ".application": ["EditApplicationParams"],
            ".automod": ["EditAutoModRuleParams"],
            ".channel": ["EditGroupDMParams", "EditGuildChannelParams", "EditThreadChannelParams"],
            ".command": ["EditGlobalCommandParams", "EditGuildCommandParams"],
            ".emoji": ["EditApplicationEmojiParams", "EditGuildEmojiParams"],
            ".guild": [
                "EditChannelPositionParams",
                "EditGuildParams",
                "EditGuildRoleParams",
                "EditGuildStickerParams",
                "EditGuildWelcomeScreenParams",
                "EditGuildWidgetParams",
                "EditIncidentActionsParams",
                "EditOnboardingParams",
                "EditRolePositionParams",
            ],
            ".lobby": ["EditLobbyMemberParams", "EditLobbyParams"],
            ".message": ["EditMessageParams"],
            ".scheduled_event": ["EditScheduledEventExceptionParams", "EditScheduledEventParams"],
            ".search": ["FindMessagesParams", "FindThreadsParams", "SearchMessagesParams", "SearchThreadsParams"],
            ".soundboard": ["EditSoundboardSoundParams"],
            ".stage_instance": ["EditStageInstanceParams"],
            ".template": ["EditGuildTemplateParams"],
            ".user": ["EditCurrentMemberParams", "EditGuildMemberParams", "EditRoleConnectionParams", "EditUserParams"],
            ".voice": ["EditCurrentVoiceStateParams", "EditVoiceStateParams"],
            ".webhook": ["EditWebhookMessageParams", "EditWebhookParams"],
        },
    )

__all__ = [
    "EditApplicationEmojiParams",
    "EditApplicationParams",
    "EditAutoModRuleParams",
    "EditChannelPositionParams",
    "EditCurrentMemberParams",
    "EditCurrentVoiceStateParams",
    "EditGlobalCommandParams",
    "EditGroupDMParams",
    "EditGuildChannelParams",
    "EditGuildCommandParams",
    "EditGuildEmojiParams",
    "EditGuildMemberParams",
    "EditGuildParams",
    "EditGuildRoleParams",
    "EditGuildStickerParams",
    "EditGuildTemplateParams",
    "EditGuildWelcomeScreenParams",
    "EditGuildWidgetParams",
    "EditIncidentActionsParams",
    "EditLobbyMemberParams",
    "EditLobbyParams",
    "EditMessageParams",
    "EditOnboardingParams",
    "EditRoleConnectionParams",
    "EditRolePositionParams",
    "EditScheduledEventExceptionParams",
    "EditScheduledEventParams",
    "EditSoundboardSoundParams",
    "EditStageInstanceParams",
    "EditThreadChannelParams",
    "EditUserParams",
    "EditVoiceStateParams",
    "EditWebhookMessageParams",
    "EditWebhookParams",
    "FindMessagesParams",
    "FindThreadsParams",
    "SearchMessagesParams",
    "SearchThreadsParams",
]
