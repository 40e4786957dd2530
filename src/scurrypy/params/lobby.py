"""What can be edited about a lobby and about a member of one."""

from collections.abc import Sequence
from typing import Annotated, TypedDict

from scurrypy.api.lobby import LobbyMemberPart, LobbyMetadata
from scurrypy.enums.lobby import LobbyMemberFlags
from scurrypy.wire.limits import Count, Length, Range


class EditLobbyParams(TypedDict, total=False):
    """Changes to a lobby.

    See [Discord Docs/Modify Lobby](https://docs.discord.com/developers/resources/lobby#modify-lobby).
    """

    metadata: LobbyMetadata | None
    """All texts by name that the game understands: up to 25, and 1000 characters altogether."""
    members: Annotated[Sequence[LobbyMemberPart], Count(0, 25)] | None
    """Everybody who is to be in it, up to 25; who is not in the list is removed."""
    idle_timeout_seconds: Annotated[int, Range(5, 604800)] | None
    """Seconds after which it ends when nobody is active, 5-604800."""
    flags: int | None
    """Peculiarities; Discord does not document them."""
    override_event_webhooks_url: Annotated[str, Length(0, 512)] | None
    """Where its webhook events are sent, instead of the application's address; up to 512 characters."""


class EditLobbyMemberParams(TypedDict, total=False):
    """What a member of a lobby is to be like.

    See [Discord Docs/Add a Member to a Lobby](https://docs.discord.com/developers/resources/lobby#add-a-member-to-a-lobby).
    """

    metadata: LobbyMetadata | None
    """Texts by name that the game understands: up to 25, and 1000 characters altogether."""
    flags: LobbyMemberFlags | None
    """What the member may do."""
    additional_name: Annotated[str, Length(1, 80)] | None
    """A second name, such as that of a character, 1-80 characters."""
