"""How members join a guild: what they ask and are asked, and what is shown to them."""

from scurrypy.enums.enum_types import DiscordString, DiscordTypes


class NewMemberActionType(DiscordTypes):
    """What the server guide asks a new member to do in a channel."""

    VIEW = 0
    """Look at it."""
    TALK = 1
    """Write something."""


class GuildJoinRequestApplicationStatus(DiscordString):
    """What became of a request to join a guild."""

    STARTED = "STARTED"
    """Begun, not yet sent."""
    SUBMITTED = "SUBMITTED"
    """Sent; it waits for an answer."""
    REJECTED = "REJECTED"
    """Turned down."""
    APPROVED = "APPROVED"
    """Accepted."""


class GuildMemberVerificationFormFieldType(DiscordString):
    """Kinds of fields in the form that whoever asks to join fills in."""

    TERMS = "TERMS"
    """Rules to agree to."""
    TEXT_INPUT = "TEXT_INPUT"
    """A short text."""
    PARAGRAPH = "PARAGRAPH"
    """A long text."""
    MULTIPLE_CHOICE = "MULTIPLE_CHOICE"
    """One of several choices."""
