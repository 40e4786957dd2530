"""Lobbies of the Social SDK."""

from scurrypy.enums.enum_types import DiscordFlags


class LobbyMemberFlags(DiscordFlags):
    """What a member of a lobby may do.

    See [Discord Docs/Lobby Member Flags](https://docs.discord.com/developers/resources/lobby#lobby-member-object-lobby-member-flags).
    """

    CAN_LINK_LOBBY = 1 << 0
    """Link a text channel to the lobby."""
