"""Reads out of a text whom and what it mentions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from scurrypy.markdown.mentions import TimestampStyle
from scurrypy.wire.moments import UNIX_EPOCH
from scurrypy.wire.snowflake import Snowflake

_FIRST, _LAST = -62_135_596_800, 253_402_300_799
"""Unix seconds of the first and the last moment that a `datetime` can hold."""

_TOKENS = re.compile(
    r"""
    (?P<escaped> \\[^\w\s] )
    | (?P<block> ```.*?``` )
    | (?P<code> (?<! (?<!\\)` ) (?P<ticks>`++) .*? [^`] (?P=ticks) (?!`) )
    | <@!? (?P<user> \d{1,20} ) >
    | <@& (?P<role> \d{1,20} ) >
    | <\# (?P<channel> \d{1,20} ) >
    | </ (?P<command> [^\s:<>/]{1,32} (?:[ ][^\s:<>/]{1,32}){0,2} ) : (?P<command_id> \d{1,20} ) >
    | < (?P<animated> a? ) : (?P<emoji> [A-Za-z0-9_]{1,32} ) : (?P<emoji_id> \d{1,20} ) >
    | <t: (?P<seconds> -?\d{1,12} ) (?: : (?P<style> [tTdDfFsSR] ) )? >
    | @ (?P<everyone> everyone | here )
    """,
    re.VERBOSE | re.DOTALL | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class CommandMention:
    """A slash command that a text mentions."""

    id: Snowflake
    """Id of the command."""
    name: str
    """Its name, with group and subcommand where they are there, separated by spaces."""


@dataclass(frozen=True, slots=True)
class EmojiMention:
    """A custom emoji in a text."""

    id: Snowflake
    """Id of the emoji."""
    name: str
    """Its name."""
    animated: bool
    """Whether it moves."""


@dataclass(frozen=True, slots=True)
class TimestampMention:
    """A time in a text."""

    moment: datetime
    """The time, in UTC."""
    style: TimestampStyle | None
    """How it is shown; None where the text leaves that open."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """Whom and what a text mentions: everything once, in the order in which it first stands there."""

    users: list[Snowflake] = field(default_factory=list[Snowflake])
    """Ids of users."""
    roles: list[Snowflake] = field(default_factory=list[Snowflake])
    """Ids of roles."""
    channels: list[Snowflake] = field(default_factory=list[Snowflake])
    """Ids of channels and threads."""
    commands: list[CommandMention] = field(default_factory=list[CommandMention])
    """Slash commands."""
    emojis: list[EmojiMention] = field(default_factory=list[EmojiMention])
    """Custom emojis."""
    timestamps: list[TimestampMention] = field(default_factory=list[TimestampMention])
    """Times."""
    everyone: bool = False
    """Whether `@everyone` stands in it."""
    here: bool = False
    """Whether `@here` stands in it."""


def parse_mentions(text: str) -> Mentions:
    """Return whom and what a text mentions, as clients show it: not in code, and not behind a backslash.

        parse_mentions("<@80351110224678912> is in <#103735883630395392>").users  # [80351110224678912]

    That a text mentions someone does not say that they were notified: `mentions` of a message tells.
    """
    found = Mentions()
    everyone: set[str] = set()
    for token in _TOKENS.finditer(text):
        match token.lastgroup:
            case "user":
                found.users.append(Snowflake(token["user"]))
            case "role":
                found.roles.append(Snowflake(token["role"]))
            case "channel":
                found.channels.append(Snowflake(token["channel"]))
            case "command_id":
                found.commands.append(CommandMention(Snowflake(token["command_id"]), token["command"]))
            case "emoji_id":
                emoji = EmojiMention(Snowflake(token["emoji_id"]), token["emoji"], bool(token["animated"]))
                found.emojis.append(emoji)
            case "seconds" | "style":
                found.timestamps.extend(_time(int(token["seconds"]), token["style"]))
            case "everyone":
                everyone.add(token["everyone"])
            case _:
                continue  # code, and what a backslash escapes
    return _each_once(found, everyone)


def _time(seconds: int, style: str | None) -> Iterator[TimestampMention]:
    # Clients show no time beyond some year either.
    if _FIRST <= seconds <= _LAST:
        yield TimestampMention(UNIX_EPOCH + timedelta(seconds=seconds), TimestampStyle(style) if style else None)


def _each_once(found: Mentions, everyone: set[str]) -> Mentions:
    return Mentions(
        users=list(dict.fromkeys(found.users)),
        roles=list(dict.fromkeys(found.roles)),
        channels=list(dict.fromkeys(found.channels)),
        commands=list(dict.fromkeys(found.commands)),
        emojis=list(dict.fromkeys(found.emojis)),
        timestamps=list(dict.fromkeys(found.timestamps)),
        everyone="everyone" in everyone,
        here="here" in everyone,
    )
