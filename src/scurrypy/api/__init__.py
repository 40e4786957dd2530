"""What Discord sends (`*Model`) and what it is sent (`*Part`): inert structs, one folder per subject."""

from scurrypy.api.activity_instance import EmbeddedActivityInstanceModel, EmbeddedActivityLocationModel
from scurrypy.api.application import (
    ApplicationDescriptionPart,
    ApplicationModel,
    InstallParamsModel,
    InstallParamsPart,
    IntegrationTypeConfigurationModel,
    IntegrationTypeConfigurationPart,
)
from scurrypy.api.audit_log import AuditLogChangeModel, AuditLogEntryModel, AuditLogOptionsModel
from scurrypy.api.automod import (
    AutoModActionMetadataModel,
    AutoModActionMetadataPart,
    AutoModActionModel,
    AutoModActionPart,
    AutoModRuleModel,
    AutoModRulePart,
    AutoModTriggerMetadataModel,
    AutoModTriggerMetadataPart,
)
from scurrypy.api.data_uri import DataURIPart
from scurrypy.api.emoji import ApplicationEmojiPart, EmojiModel, GuildEmojiPart
from scurrypy.api.entitlement import EntitlementModel
from scurrypy.api.image_data import ImageAssetPart, ImageDataPart
from scurrypy.api.integration import IntegrationAccountModel, IntegrationModel
from scurrypy.api.invite import InviteModel, InvitePart, InviteWithMetadataModel
from scurrypy.api.poll import (
    PollAnswerCountModel,
    PollAnswerModel,
    PollAnswerPart,
    PollMediaModel,
    PollMediaPart,
    PollModel,
    PollPart,
    PollResultsModel,
)
from scurrypy.api.presence import (
    ActivityAssetsModel,
    ActivityModel,
    ActivityPart,
    ActivityPartyModel,
    ActivitySecretsModel,
    ActivityTimestampsModel,
    ClientStatusModel,
    PresenceModel,
    PresencePart,
)
from scurrypy.api.role_connection_metadata import RoleConnectionMetadataModel, RoleConnectionMetadataPart
from scurrypy.api.scheduled_event import (
    RecurrenceNWeekdayModel,
    RecurrenceNWeekdayPart,
    RecurrenceRuleModel,
    RecurrenceRulePart,
    ScheduledEventExceptionModel,
    ScheduledEventExceptionPart,
    ScheduledEventMetadataModel,
    ScheduledEventMetadataPart,
    ScheduledEventModel,
    ScheduledEventPart,
    ScheduledEventUserCountModel,
    ScheduledEventUserModel,
)
from scurrypy.api.sku import SKUModel
from scurrypy.api.sound_data import SoundDataPart
from scurrypy.api.soundboard import SoundboardSoundModel, SoundboardSoundPart
from scurrypy.api.stage_instance import StageInstanceModel, StageInstancePart
from scurrypy.api.subscription import SubscriptionModel
from scurrypy.api.team import TeamMemberModel, TeamModel
from scurrypy.api.user import (
    AvatarDecorationModel,
    CollectiblesModel,
    GuildMemberModel,
    NameplateModel,
    PrimaryGuildModel,
    UserMentionModel,
    UserModel,
)
from scurrypy.api.voice import VoiceRegionModel, VoiceStateModel
from scurrypy.api.webhook import WebhookModel, WebhookSourceChannelModel, WebhookSourceGuildModel

__all__ = [
    "ActivityAssetsModel",
    "ActivityModel",
    "ActivityPart",
    "ActivityPartyModel",
    "ActivitySecretsModel",
    "ActivityTimestampsModel",
    "ApplicationDescriptionPart",
    "ApplicationEmojiPart",
    "ApplicationModel",
    "AuditLogChangeModel",
    "AuditLogEntryModel",
    "AuditLogOptionsModel",
    "AutoModActionMetadataModel",
    "AutoModActionMetadataPart",
    "AutoModActionModel",
    "AutoModActionPart",
    "AutoModRuleModel",
    "AutoModRulePart",
    "AutoModTriggerMetadataModel",
    "AutoModTriggerMetadataPart",
    "AvatarDecorationModel",
    "ClientStatusModel",
    "CollectiblesModel",
    "DataURIPart",
    "EmbeddedActivityInstanceModel",
    "EmbeddedActivityLocationModel",
    "EmojiModel",
    "EntitlementModel",
    "GuildEmojiPart",
    "GuildMemberModel",
    "ImageAssetPart",
    "ImageDataPart",
    "InstallParamsModel",
    "InstallParamsPart",
    "IntegrationAccountModel",
    "IntegrationModel",
    "IntegrationTypeConfigurationModel",
    "IntegrationTypeConfigurationPart",
    "InviteModel",
    "InvitePart",
    "InviteWithMetadataModel",
    "NameplateModel",
    "PollAnswerCountModel",
    "PollAnswerModel",
    "PollAnswerPart",
    "PollMediaModel",
    "PollMediaPart",
    "PollModel",
    "PollPart",
    "PollResultsModel",
    "PresenceModel",
    "PresencePart",
    "PrimaryGuildModel",
    "RecurrenceNWeekdayModel",
    "RecurrenceNWeekdayPart",
    "RecurrenceRuleModel",
    "RecurrenceRulePart",
    "RoleConnectionMetadataModel",
    "RoleConnectionMetadataPart",
    "SKUModel",
    "ScheduledEventExceptionModel",
    "ScheduledEventExceptionPart",
    "ScheduledEventMetadataModel",
    "ScheduledEventMetadataPart",
    "ScheduledEventModel",
    "ScheduledEventPart",
    "ScheduledEventUserCountModel",
    "ScheduledEventUserModel",
    "SoundDataPart",
    "SoundboardSoundModel",
    "SoundboardSoundPart",
    "StageInstanceModel",
    "StageInstancePart",
    "SubscriptionModel",
    "TeamMemberModel",
    "TeamModel",
    "UserMentionModel",
    "UserModel",
    "VoiceRegionModel",
    "VoiceStateModel",
    "WebhookModel",
    "WebhookSourceChannelModel",
    "WebhookSourceGuildModel",
]
