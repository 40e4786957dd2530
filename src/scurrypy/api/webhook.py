"""Webhooks."""

from scurrypy.api.user import UserModel
from scurrypy.enums.webhook import WebhookType
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class WebhookSourceGuildModel(DataModel):
    """The guild of a channel that is followed."""

    id: Snowflake = REQUIRED
    """Id of the guild."""
    name: str = REQUIRED
    """Name."""
    icon: str | None = None
    """Hash of the icon."""


class WebhookSourceChannelModel(DataModel):
    """A channel that is followed."""

    id: Snowflake = REQUIRED
    """Id of the channel."""
    name: str = REQUIRED
    """Name."""


class WebhookModel(DataModel):
    """A webhook.

    See [Discord Docs/Webhook Object](https://docs.discord.com/developers/resources/webhook#webhook-object).
    """

    _secrets = ("token", "url")

    id: Snowflake = REQUIRED
    """Id of the webhook."""
    type: WebhookType = REQUIRED
    """Kind."""
    guild_id: Snowflake | None = None
    """Guild it belongs to."""
    channel_id: Snowflake | None = None
    """Channel it posts to."""
    user: UserModel | None = None
    """Who created it; not where it was fetched by its token."""
    name: str | None = None
    """Name it posts under."""
    avatar: str | None = None
    """Hash of the avatar it posts under."""
    token: str | None = None
    """What to post with; a secret."""
    application_id: Snowflake | None = None
    """Application that created it."""
    source_guild: WebhookSourceGuildModel | None = None
    """Guild of the channel it follows."""
    source_channel: WebhookSourceChannelModel | None = None
    """Channel it follows."""
    url: str | None = None
    """Address to post to; a secret."""
