"""Requests to join a guild that lets nobody in unasked."""

from scurrypy.api.user import UserModel
from scurrypy.enums.joining import GuildJoinRequestApplicationStatus, GuildMemberVerificationFormFieldType
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class JoinRequestFieldModel(DataModel):
    """A field of the form that whoever asks to join fills in, and what was filled in."""

    field_type: GuildMemberVerificationFormFieldType = REQUIRED
    """Kind of field."""
    label: str | None = None
    """What is asked."""
    description: str | None = None
    """More about it."""
    required: bool | None = None
    """Whether it must be filled in."""
    values: list[str] | None = None
    """The rules; of TERMS only."""
    placeholder: str | None = None
    """What stands in the field while it is empty; of TEXT_INPUT and PARAGRAPH only."""
    choices: list[str] | None = None
    """What can be chosen; of MULTIPLE_CHOICE only."""
    response: str | int | bool | None = None
    """The answer: a text, the place of the choice in `choices` from 0, or whether the rules are agreed to."""


class GuildJoinRequestModel(DataModel):
    """A request to join a guild."""

    id: Snowflake = REQUIRED
    """Id of the request."""
    created_at: str = REQUIRED
    """When it was begun, ISO 8601."""
    reviewed_at: str | None = None
    """When it was answered, ISO 8601; None where it was not."""
    application_status: GuildJoinRequestApplicationStatus | None = None
    """What became of it."""
    rejection_reason: str | None = None
    """Why it was turned down; None where it was not, or nobody said."""
    guild_id: Snowflake = REQUIRED
    """The guild."""
    user_id: Snowflake = REQUIRED
    """Who asks."""
    user: UserModel | None = None
    """Who asks, described."""
    form_responses: list[JoinRequestFieldModel] | None = None
    """The form as it was filled in."""
    actioned_by_user: UserModel | None = None
    """Who answered it; None where nobody did."""


class GuildJoinRequestsModel(DataModel):
    """A page of the requests to join a guild."""

    total: int | None = None
    """How many there are in all."""
    guild_join_requests: list[GuildJoinRequestModel] | None = None
    """The requests."""
