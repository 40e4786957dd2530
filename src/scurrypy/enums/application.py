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


class EmbeddedActivityLocationKind(DiscordString):
    """Kinds of places where an activity runs.

    See [Discord Docs/Activity Location Kind](https://docs.discord.com/developers/resources/application#get-application-activity-instance-activity-location-kind-enum).
    """

    GUILD_CHANNEL = "gc"
    """A channel of a guild."""
    PRIVATE_CHANNEL = "pc"
    """Direct messages, with one user or several."""
    PARTY = "party"
    """A party."""


class RoleConnectionMetadataType(DiscordTypes):
    """How a linked role compares the value of a user with the one that the guild sets.

    See [Discord Docs/Application Role Connection Metadata Type](https://docs.discord.com/developers/resources/application-role-connection-metadata#application-role-connection-metadata-object-application-role-connection-metadata-type).
    """

    INTEGER_LESS_THAN_OR_EQUAL = 1
    """A number that is at most the guild's."""
    INTEGER_GREATER_THAN_OR_EQUAL = 2
    """A number that is at least the guild's."""
    INTEGER_EQUAL = 3
    """The guild's number."""
    INTEGER_NOT_EQUAL = 4
    """Another number than the guild's."""
    DATETIME_LESS_THAN_OR_EQUAL = 5
    """An ISO 8601 time, at most the guild's number of days before now."""
    DATETIME_GREATER_THAN_OR_EQUAL = 6
    """An ISO 8601 time, at least the guild's number of days before now."""
    BOOLEAN_EQUAL = 7
    """A number that is 1, as the guild's."""
    BOOLEAN_NOT_EQUAL = 8
    """A number that is not 1, unlike the guild's."""


class ApplicationIdentityProviderAuthType(DiscordString):
    """What a game's own sign-in hands to Discord as the proof of who a user is."""

    OIDC = "OIDC"
    """An OpenID Connect token."""
    EPIC_ONLINE_SERVICES_ACCESS_TOKEN = "EPIC_ONLINE_SERVICES_ACCESS_TOKEN"
    """An access token of Epic Online Services."""
    EPIC_ONLINE_SERVICES_ID_TOKEN = "EPIC_ONLINE_SERVICES_ID_TOKEN"
    """An ID token of Epic Online Services."""
    STEAM_SESSION_TICKET = "STEAM_SESSION_TICKET"
    """A session ticket of Steam."""
    UNITY_SERVICES_ID_TOKEN = "UNITY_SERVICES_ID_TOKEN"
    """An ID token of Unity."""
    DISCORD_BOT_ISSUED_ACCESS_TOKEN = "DISCORD_BOT_ISSUED_ACCESS_TOKEN"
    """A token that the application's bot was given for the user."""
    APPLE_ID_TOKEN = "APPLE_ID_TOKEN"
    """An ID token of Apple."""
    PLAYSTATION_NETWORK_ID_TOKEN = "PLAYSTATION_NETWORK_ID_TOKEN"
    """An ID token of the PlayStation Network."""
