"""Messages in the manner of Slack, for a webhook. What was made for Slack may be passed on as it is, too."""

from typing import Annotated

from scurrypy.wire.limits import Length, Pattern
from scurrypy.wire.model import DataModel


class SlackFieldPart(DataModel):
    """A field of an attachment in the manner of Slack.

    See [Discord Docs/Execute Slack-Compatible Webhook](https://docs.discord.com/developers/resources/webhook#execute-slackcompatible-webhook).
    """

    name: str | None = None
    """Title."""
    value: str | None = None
    """Text."""
    inline: bool | None = None
    """Whether it may stand beside others."""


class SlackAttachmentPart(DataModel):
    """An attachment in the manner of Slack, which becomes an embed.

    See [Discord Docs/Execute Slack-Compatible Webhook](https://docs.discord.com/developers/resources/webhook#execute-slackcompatible-webhook).
    """

    title: str | None = None
    """Title."""
    title_link: Annotated[str, Length(0, 2048)] | None = None
    """Address the title leads to, at most 2048 characters."""
    text: str | None = None
    """Text."""
    color: Annotated[str, Pattern("#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})", "a color such as #ff8800 or #f80")] | None = None
    """Color as `#` and 3 or 6 hexadecimal digits."""
    ts: int | None = None
    """Time, in Unix seconds."""
    pretext: str | None = None
    """Text before it."""
    footer: str | None = None
    """Footer."""
    footer_icon: Annotated[str, Length(0, 2048)] | None = None
    """Address of the icon of the footer, at most 2048 characters."""
    author_name: str | None = None
    """Name of the author."""
    author_link: Annotated[str, Length(0, 2048)] | None = None
    """Address the author leads to, at most 2048 characters."""
    author_icon: Annotated[str, Length(0, 2048)] | None = None
    """Address of the icon of the author, at most 2048 characters."""
    image_url: Annotated[str, Length(0, 2048)] | None = None
    """Address of the image, at most 2048 characters."""
    thumb_url: Annotated[str, Length(0, 2048)] | None = None
    """Address of the small image, at most 2048 characters."""
    fields: list[SlackFieldPart] | None = None
    """Fields."""


class SlackWebhookPart(DataModel):
    """A message in the manner of Slack. Discord reads no `channel`, `icon_emoji`, `mrkdwn` or `mrkdwn_in`.

    See [Discord Docs/Execute Slack-Compatible Webhook](https://docs.discord.com/developers/resources/webhook#execute-slackcompatible-webhook).
    """

    text: Annotated[str, Length(0, 2000)] | None = None
    """Text, at most 2000 characters."""
    username: str | None = None
    """Name to post under, instead of the webhook's."""
    icon_url: Annotated[str, Length(0, 2048)] | None = None
    """Address of the avatar to post with, instead of the webhook's; at most 2048 characters."""
    attachments: list[SlackAttachmentPart] | None = None
    """Attachments, which become embeds."""
