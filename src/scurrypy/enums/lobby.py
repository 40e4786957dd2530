"""Lobbies of the Social SDK."""

from scurrypy.enums.enum_types import DiscordFlags, DiscordString


class LobbyMemberFlags(DiscordFlags):
    """What a member of a lobby may do.

    See [Discord Docs/Lobby Member Flags](https://docs.discord.com/developers/resources/lobby#lobby-member-object-lobby-member-flags).
    """

    CAN_LINK_LOBBY = 1 << 0
    """Link a text channel to the lobby."""


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
