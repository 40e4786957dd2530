"""Texts as Discord shows them: mentions, timestamps, formatting, escaping, splitting, and reading mentions back.

    from scurrypy.markdown import TimestampStyle, bold, escape, mention_user, timestamp

    text = f"{mention_user(user.id)} wrote {bold(escape(title))} {timestamp(moment, TimestampStyle.RELATIVE)}"

What is passed to a formatting function is Markdown itself, so that formats can be put into each other. What strangers
wrote goes through `escape` first.

See [Discord Docs/Message Formatting](https://docs.discord.com/developers/reference#message-formatting).
"""

from scurrypy.markdown.escaping import escape, escape_markdown, escape_mentions
from scurrypy.markdown.formatting import (
    block_quote,
    bold,
    bullet_list,
    code,
    code_block,
    heading,
    italic,
    masked_link,
    numbered_list,
    quote,
    spoiler,
    strikethrough,
    subtext,
    underline,
)
from scurrypy.markdown.mentions import (
    NavigationTarget,
    TimestampStyle,
    custom_emoji,
    mention_channel,
    mention_command,
    mention_linked_role,
    mention_navigation,
    mention_role,
    mention_user,
    timestamp,
)
from scurrypy.markdown.parsing import CommandMention, EmojiMention, Mentions, TimestampMention, parse_mentions
from scurrypy.markdown.splitting import split

__all__ = [
    "CommandMention",
    "EmojiMention",
    "Mentions",
    "NavigationTarget",
    "TimestampMention",
    "TimestampStyle",
    "block_quote",
    "bold",
    "bullet_list",
    "code",
    "code_block",
    "custom_emoji",
    "escape",
    "escape_markdown",
    "escape_mentions",
    "heading",
    "italic",
    "masked_link",
    "mention_channel",
    "mention_command",
    "mention_linked_role",
    "mention_navigation",
    "mention_role",
    "mention_user",
    "numbered_list",
    "parse_mentions",
    "quote",
    "split",
    "spoiler",
    "strikethrough",
    "subtext",
    "timestamp",
    "underline",
]
