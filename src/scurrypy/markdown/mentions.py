"""What clients show in place of an id or a time: users, roles, channels, commands, emojis, timestamps."""

import re
from datetime import datetime, timedelta
from enum import StrEnum

from scurrypy.wire.errors import InvalidRequest
from scurrypy.wire.moments import UNIX_EPOCH, aware

_EMOJI_NAME = re.compile(r"[A-Za-z0-9_]{1,32}")
_COMMAND_NAME = re.compile(r"[^\s:<>/]{1,32}")


class TimestampStyle(StrEnum):
    """How a time is shown, in the time zone and language of whoever looks.

    See [Discord Docs/Timestamp Styles](https://docs.discord.com/developers/reference#message-formatting-timestamp-styles).
    """

    SHORT_TIME = "t"
    """Hours and minutes: `16:20`."""
    MEDIUM_TIME = "T"
    """With seconds: `16:20:30`."""
    SHORT_DATE = "d"
    """In figures: `20/04/2021`."""
    LONG_DATE = "D"
    """In words: `April 20, 2021`."""
    LONG_DATE_SHORT_TIME = "f"
    """In words, with hours and minutes; what clients show where no style is given."""
    FULL_DATE_SHORT_TIME = "F"
    """The same with the day of the week."""
    SHORT_DATE_SHORT_TIME = "s"
    """In figures, with hours and minutes: `20/04/2021, 16:20`."""
    SHORT_DATE_MEDIUM_TIME = "S"
    """In figures, with seconds: `20/04/2021, 16:20:30`."""
    RELATIVE = "R"
    """The distance from now, which clients keep current: `4 years ago`."""


class NavigationTarget(StrEnum):
    """Places of a guild that a text can lead to.

    See [Discord Docs/Message Formatting](https://docs.discord.com/developers/reference#message-formatting-formats).
    """

    CUSTOMIZE = "customize"
    """Channels & Roles, with the questions of onboarding."""
    BROWSE = "browse"
    """Browse Channels."""
    GUIDE = "guide"
    """The server guide."""
    LINKED_ROLES = "linked-roles"
    """Roles that are linked to accounts elsewhere."""


def mention_user(user_id: int) -> str:
    """Return the mention of a user, who is notified where `allowed_mentions` lets it: `<@80351110224678912>`."""
    return f"<@{int(user_id)}>"


def mention_role(role_id: int) -> str:
    """Return the mention of a role, whose members are notified where it and `allowed_mentions` let it: `<@&165…>`."""
    return f"<@&{int(role_id)}>"


def mention_channel(channel_id: int) -> str:
    """Return the mention of a channel or thread, which leads there: `<#103735883630395392>`."""
    return f"<#{int(channel_id)}>"


def mention_command(command_id: int, *names: str) -> str:
    """Return the mention of a slash command, which puts it into the text field of whoever clicks it.

        mention_command(816437322781949972, "tag", "create")  # </tag create:816437322781949972>

    Args:
        command_id: Id of the command, which its subcommands share.
        names: Name of the command, then of its group and subcommand where it has them.

    Raises:
        InvalidRequest: there are not 1-3 names, or one is none that a command can have.
    """
    if not 1 <= len(names) <= 3:
        raise InvalidRequest("names", "1-3 names: command, group, subcommand", len(names))
    for name in names:
        if not _COMMAND_NAME.fullmatch(name):
            raise InvalidRequest("names", "1-32 characters without space, colon, slash and angle brackets", name)
    return f"</{' '.join(names)}:{int(command_id)}>"


def custom_emoji(emoji_id: int, name: str = "_", *, animated: bool = False) -> str:
    """Return a custom emoji as it is written in a text: `<:mmLol:216154654256398347>`.

    Args:
        emoji_id: Id of the emoji.
        name: Its name, which shows where the image cannot be.
        animated: Whether it moves.

    Raises:
        InvalidRequest: the name is none that an emoji can have.
    """
    if not _EMOJI_NAME.fullmatch(name):
        raise InvalidRequest("name", "1-32 letters, digits and underscores", name)
    return f"<{'a' if animated else ''}:{name}:{int(emoji_id)}>"


def mention_navigation(target: NavigationTarget) -> str:
    """Return what leads to a place of the guild the message is in: `<id:browse>`."""
    return f"<id:{NavigationTarget(target).value}>"


def mention_linked_role(role_id: int) -> str:
    """Return what leads to one linked role and asks for the connection it needs: `<id:linked-roles:165…>`."""
    return f"<id:{NavigationTarget.LINKED_ROLES.value}:{int(role_id)}>"


def timestamp(moment: datetime, style: TimestampStyle | None = None) -> str:
    """Return a time that everybody sees in their own time zone and language.

        timestamp(datetime.now(UTC) + timedelta(hours=1), TimestampStyle.RELATIVE)  # "in an hour"

    Args:
        moment: The time, with a time zone; parts of a second are left out.
        style: How it is shown; as LONG_DATE_SHORT_TIME where it is not given.

    Raises:
        InvalidRequest: the time has no time zone, so that it is not known which moment it means.
    """
    seconds = (aware(moment, "moment") - UNIX_EPOCH) // timedelta(seconds=1)
    return f"<t:{seconds}>" if style is None else f"<t:{seconds}:{TimestampStyle(style).value}>"
