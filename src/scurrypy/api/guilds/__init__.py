"""Guilds, their roles, bans and settings."""

from typing import TYPE_CHECKING

from scurrypy.lazy import lazily

if TYPE_CHECKING:
    from scurrypy.api.guilds.ban import BulkGuildBanModel, BulkGuildBanPart, GuildBanModel
    from scurrypy.api.guilds.guild import GuildModel, IncidentsDataModel, ReadyGuildModel, UnavailableGuildModel
    from scurrypy.api.guilds.join_request import GuildJoinRequestModel, GuildJoinRequestsModel, JoinRequestFieldModel
    from scurrypy.api.guilds.member import GuildMemberPart
    from scurrypy.api.guilds.new_member_welcome import (
        GuildNewMemberWelcomeModel,
        NewMemberActionModel,
        ResourceChannelModel,
        WelcomeMessageModel,
    )
    from scurrypy.api.guilds.onboarding import (
        GuildOnboadingModel,
        GuildOnboardingModel,
        OnboardingPromptModel,
        OnboardingPromptOptionModel,
        OnboardingPromptOptionPart,
        OnboardingPromptPart,
    )
    from scurrypy.api.guilds.preview import GuildPreviewModel
    from scurrypy.api.guilds.prune import GuildPruneModel
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
    from scurrypy.api.guilds.vanity_url import VanityURLErrorModel, VanityURLModel
    from scurrypy.api.guilds.welcome_screen import (
        GuildWelcomeChannelModel,
        GuildWelcomeScreenModel,
        WelcomeScreenChannelPart,
    )
    from scurrypy.api.guilds.widget import (
        GuildWidgetModel,
        GuildWidgetSettingsModel,
        WidgetActivityModel,
        WidgetChannelModel,
        WidgetMemberModel,
    )
    from scurrypy.enums.guild import OnboardingMode, PromptType
else:
    __getattr__ = lazily(
        __name__,
        {
            ".ban": ["BulkGuildBanModel", "BulkGuildBanPart", "GuildBanModel"],
            ".guild": ["GuildModel", "IncidentsDataModel", "ReadyGuildModel", "UnavailableGuildModel"],
            ".join_request": ["GuildJoinRequestModel", "GuildJoinRequestsModel", "JoinRequestFieldModel"],
            ".member": ["GuildMemberPart"],
            ".new_member_welcome": [
                "GuildNewMemberWelcomeModel",
                "NewMemberActionModel",
                "ResourceChannelModel",
                "WelcomeMessageModel",
            ],
            ".onboarding": [
                "GuildOnboadingModel",
                "GuildOnboardingModel",
                "OnboardingPromptModel",
                "OnboardingPromptOptionModel",
                "OnboardingPromptOptionPart",
                "OnboardingPromptPart",
            ],
            ".preview": ["GuildPreviewModel"],
            ".prune": ["GuildPruneModel"],
            ".role": ["GuildRoleColorModel", "GuildRoleColorsPart", "GuildRoleModel", "GuildRolePart", "RoleTagsModel"],
            ".template": [
                "GuildTemplateChannelModel",
                "GuildTemplateModel",
                "GuildTemplatePart",
                "GuildTemplateRoleModel",
                "GuildTemplateSnapshotModel",
                "GuildTemplateTagModel",
            ],
            ".vanity_url": ["VanityURLErrorModel", "VanityURLModel"],
            ".welcome_screen": ["GuildWelcomeChannelModel", "GuildWelcomeScreenModel", "WelcomeScreenChannelPart"],
            ".widget": [
                "GuildWidgetModel",
                "GuildWidgetSettingsModel",
                "WidgetActivityModel",
                "WidgetChannelModel",
                "WidgetMemberModel",
            ],
            "scurrypy.enums.guild": ["OnboardingMode", "PromptType"],
        },
    )

__all__ = [
    "BulkGuildBanModel",
    "BulkGuildBanPart",
    "GuildBanModel",
    "GuildJoinRequestModel",
    "GuildJoinRequestsModel",
    "GuildMemberPart",
    "GuildModel",
    "GuildNewMemberWelcomeModel",
    "GuildOnboadingModel",
    "GuildOnboardingModel",
    "GuildPreviewModel",
    "GuildPruneModel",
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
    "GuildWidgetModel",
    "GuildWidgetSettingsModel",
    "IncidentsDataModel",
    "JoinRequestFieldModel",
    "NewMemberActionModel",
    "OnboardingMode",
    "OnboardingPromptModel",
    "OnboardingPromptOptionModel",
    "OnboardingPromptOptionPart",
    "OnboardingPromptPart",
    "PromptType",
    "ReadyGuildModel",
    "ResourceChannelModel",
    "RoleTagsModel",
    "UnavailableGuildModel",
    "VanityURLErrorModel",
    "VanityURLModel",
    "WelcomeMessageModel",
    "WelcomeScreenChannelPart",
    "WidgetActivityModel",
    "WidgetChannelModel",
    "WidgetMemberModel",
]
