"""What Discord sends (`*Model`) and what it is sent (`*Part`): inert structs, one folder per subject."""

from scurrypy.api.application import ApplicationModel, InstallParamsModel, IntegrationTypeConfigurationModel
from scurrypy.api.audit_log import AuditLogChangeModel, AuditLogEntryModel, AuditLogOptionsModel
from scurrypy.api.automod import (
    AutoModActionMetadataModel,
    AutoModActionModel,
    AutoModRuleModel,
    AutoModTriggerMetadataModel,
)
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
from scurrypy.api.scheduled_event import (
    RecurrenceNWeekdayModel,
    RecurrenceRuleModel,
    ScheduledEventExceptionModel,
    ScheduledEventMetadataModel,
    ScheduledEventModel,
    ScheduledEventUserModel,
)
from scurrypy.api.sku import SKUModel
from scurrypy.api.soundboard import SoundboardSoundModel
from scurrypy.api.stage_instance import StageInstanceModel
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
    "ApplicationEmojiPart",
    "ApplicationModel",
    "AuditLogChangeModel",
    "AuditLogEntryModel",
    "AuditLogOptionsModel",
    "AutoModActionMetadataModel",
    "AutoModActionModel",
    "AutoModRuleModel",
    "AutoModTriggerMetadataModel",
    "AvatarDecorationModel",
    "ClientStatusModel",
    "CollectiblesModel",
    "EmojiModel",
    "EntitlementModel",
    "GuildEmojiPart",
    "GuildMemberModel",
    "ImageAssetPart",
    "ImageDataPart",
    "InstallParamsModel",
    "IntegrationAccountModel",
    "IntegrationModel",
    "IntegrationTypeConfigurationModel",
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
    "RecurrenceRuleModel",
    "SKUModel",
    "ScheduledEventExceptionModel",
    "ScheduledEventMetadataModel",
    "ScheduledEventModel",
    "ScheduledEventUserModel",
    "SoundboardSoundModel",
    "StageInstanceModel",
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
