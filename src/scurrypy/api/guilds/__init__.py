"""Guilds, their roles, bans and settings."""

from scurrypy.api.guilds.ban import BulkGuildBanModel, BulkGuildBanPart, GuildBanModel
from scurrypy.api.guilds.guild import GuildModel, IncidentsDataModel, ReadyGuildModel, UnavailableGuildModel
from scurrypy.api.guilds.onboarding import (
    GuildOnboadingModel,
    GuildOnboardingModel,
    OnboardingPromptModel,
    OnboardingPromptOptionModel,
    OnboardingPromptOptionPart,
    OnboardingPromptPart,
)
from scurrypy.api.guilds.preview import GuildPreviewModel
from scurrypy.api.guilds.role import (
    GuildRoleColorModel,
    GuildRoleColorsPart,
    GuildRoleModel,
    GuildRolePart,
    RoleTagsModel,
)
from scurrypy.api.guilds.template import (
    GuildTemplateChannelModel,
    GuildTemplateModel,
    GuildTemplatePart,
    GuildTemplateRoleModel,
    GuildTemplateSnapshotModel,
    GuildTemplateTagModel,
)
from scurrypy.api.guilds.welcome_screen import (
    GuildWelcomeChannelModel,
    GuildWelcomeScreenModel,
    WelcomeScreenChannelPart,
)
from scurrypy.enums.guild import OnboardingMode, PromptType

__all__ = [
    "BulkGuildBanModel",
    "BulkGuildBanPart",
    "GuildBanModel",
    "GuildModel",
    "GuildOnboadingModel",
    "GuildOnboardingModel",
    "GuildPreviewModel",
    "GuildRoleColorModel",
    "GuildRoleColorsPart",
    "GuildRoleModel",
    "GuildRolePart",
    "GuildTemplateChannelModel",
    "GuildTemplateModel",
    "GuildTemplatePart",
    "GuildTemplateRoleModel",
    "GuildTemplateSnapshotModel",
    "GuildTemplateTagModel",
    "GuildWelcomeChannelModel",
    "GuildWelcomeScreenModel",
    "IncidentsDataModel",
    "OnboardingMode",
    "OnboardingPromptModel",
    "OnboardingPromptOptionModel",
    "OnboardingPromptOptionPart",
    "OnboardingPromptPart",
    "PromptType",
    "ReadyGuildModel",
    "RoleTagsModel",
    "UnavailableGuildModel",
    "WelcomeScreenChannelPart",
]
