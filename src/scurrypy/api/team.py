"""Teams of developers."""

from scurrypy.api.user import UserModel
from scurrypy.enums.application import TeamMemberRole, TeamMembershipState
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class TeamMemberModel(DataModel):
    """A developer in a team.

    See [Discord Docs/Team Member Object](https://docs.discord.com/developers/topics/teams#data-models-team-member-object).
    """

    membership_state: TeamMembershipState = REQUIRED
    """Whether the invitation was accepted."""
    team_id: Snowflake = REQUIRED
    """Id of the team."""
    user: UserModel = REQUIRED
    """The developer."""
    role: TeamMemberRole = REQUIRED
    """What the developer may do."""
    permissions: list[str] = REQUIRED
    """Always `["*"]`."""


class TeamModel(DataModel):
    """Developers who own applications together.

    See [Discord Docs/Team Object](https://docs.discord.com/developers/topics/teams#data-models-team-object).
    """

    icon: str | None = None
    """Hash of the icon; None where there is none."""
    id: Snowflake = REQUIRED
    """Id of the team."""
    members: list[TeamMemberModel] = REQUIRED
    """Its members."""
    name: str = REQUIRED
    """Name."""
    owner_user_id: Snowflake = REQUIRED
    """Who owns it."""
