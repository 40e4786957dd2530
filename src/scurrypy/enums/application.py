"""What applications are, and what they may do."""

from scurrypy.enums.enum_types import DiscordFlags, DiscordString, DiscordTypes


class ApplicationFlags(DiscordFlags):
    """What an application has been granted or uses.

    See [Discord Docs/Application Flags](https://docs.discord.com/developers/resources/application#application-object-application-flags).
    """

    APPLICATION_AUTO_MODERATION_RULE_CREATE_BADGE = 1 << 6
    """Uses the auto moderation API."""
    GATEWAY_PRESENCE = 1 << 12
    """May receive presences; 100 guilds or more."""
    GATEWAY_PRESENCE_LIMITED = 1 << 13
    """May receive presences; fewer than 100 guilds."""
    GATEWAY_GUILD_MEMBERS = 1 << 14
    """May receive member events; 100 guilds or more."""
    GATEWAY_GUILD_MEMBERS_LIMITED = 1 << 15
    """May receive member events; fewer than 100 guilds."""
    VERIFICATION_PENDING_GUILD_LIMIT = 1 << 16
    """Grew unusually, which holds up its verification."""
    EMBEDDED = 1 << 17
    """Runs inside Discord's own client."""
    GATEWAY_MESSAGE_CONTENT = 1 << 18
    """May read message content; 100 guilds or more."""
    GATEWAY_MESSAGE_CONTENT_LIMITED = 1 << 19
    """May read message content; fewer than 100 guilds."""
    APPLICATION_COMMAND_BADGE = 1 << 23
    """Has global commands."""


class ApplicationIntegrationType(DiscordTypes):
    """Where an application can be installed.

    See [Discord Docs/Installation Contexts](https://docs.discord.com/developers/resources/application#application-object-application-integration-types).
    """

    GUILD_INSTALL = 0
    """To a guild."""
    USER_INSTALL = 1
    """To a user."""


class ApplicationType(DiscordTypes):
    """Kinds of special applications."""

    GUILD_ROLE_SUBSCRIPTIONS = 4
    """Sells role subscriptions."""


class EventWebhooksStatus(DiscordTypes):
    """Whether an application receives webhook events.

    See [Discord Docs/Event Webhook Status](https://docs.discord.com/developers/resources/application#application-object-application-event-webhook-status).
    """

    DISABLED = 1
    """Switched off by the developer."""
    ENABLED = 2
    """Switched on."""
    DISABLED_BY_DISCORD = 3
    """Switched off by Discord, usually because nobody answered."""


class ExplicitContentFilterType(DiscordTypes):
    """Whether an application's uploads are filtered."""

    INHERIT = 0
    """As the guild says."""
    ALWAYS = 1
    """Always."""


class TeamMembershipState(DiscordTypes):
    """Whether an invitation to a team was accepted.

    See [Discord Docs/Membership State](https://docs.discord.com/developers/topics/teams#data-models-membership-state-enum).
    """

    INVITED = 1
    """Not yet accepted."""
    ACCEPTED = 2
    """Accepted."""


class TeamMemberRole(DiscordString):
    """What a member of a team may do.

    See [Discord Docs/Team Member Roles](https://docs.discord.com/developers/topics/teams#team-member-roles).
    """

    ADMIN = "admin"
    """Nearly everything."""
    DEVELOPER = "developer"
    """Change the team's applications."""
    READ_ONLY = "read_only"
    """Look."""
