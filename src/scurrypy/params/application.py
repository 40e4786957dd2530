"""What can be edited about an application."""

from collections.abc import Mapping, Sequence
from typing import Annotated, TypedDict

from scurrypy.api.application import (
    ApplicationDescriptionPart,
    InstallParamsPart,
    IntegrationTypeConfigurationPart,
)
from scurrypy.api.image_data import ImageDataPart
from scurrypy.enums.application import (
    ApplicationFlags,
    ApplicationIntegrationType,
    ApplicationType,
    EventWebhooksStatus,
    ExplicitContentFilterType,
)
from scurrypy.enums.events import EventType
from scurrypy.wire.limits import Count, Length, Range


class EditApplicationParams(TypedDict, total=False):
    """Changes to an application.

    See [Discord Docs/Edit Current Application](https://docs.discord.com/developers/resources/application#edit-current-application).
    """

    description: Annotated[str, Length(0, 400)] | ApplicationDescriptionPart | None
    """What it does, at most 400 characters."""
    icon: ImageDataPart | None
    """Icon."""
    cover_image: ImageDataPart | None
    """Image of its invitations to a game."""
    team_id: int | None
    """Team to hand it to."""
    flags: ApplicationFlags | None
    """Flags; only the intents whose names end in `_LIMITED` can be changed."""
    interactions_endpoint_url: Annotated[str, Length(0, 2048)] | None
    """Address that interactions are sent to over HTTP; Discord tries it out first."""
    explicit_content_filter: ExplicitContentFilterType | None
    """Whether its uploads are filtered."""
    max_participants: Annotated[int, Range(-1)] | None
    """Most users in its activity; -1 for no limit."""
    type: ApplicationType | None
    """Kind, for special applications."""
    tags: Annotated[Sequence[Annotated[str, Length(0, 20)]], Count(0, 5)] | None
    """Up to 5 words for the directory, each of at most 20 characters."""
    custom_install_url: Annotated[str, Length(0, 2048)] | None
    """An address of its own for installing it."""
    install_params: InstallParamsPart | None
    """What it asks for by default when it is installed."""
    role_connections_verification_url: Annotated[str, Length(0, 2048)] | None
    """Address where users prove themselves for linked roles."""
    integration_types_config: (
        Annotated[Mapping[ApplicationIntegrationType, IntegrationTypeConfigurationPart | None], Count(1, 2)] | None
    )
    """How it is installed, for each place where it can be."""
    event_webhooks_status: EventWebhooksStatus | None
    """Whether webhook events are sent: ENABLED or DISABLED."""
    event_webhooks_url: Annotated[str, Length(0, 2048)] | None
    """Address that webhook events are sent to; Discord tries it out first."""
    event_webhooks_types: Sequence[EventType | str] | None
    """Webhook events that are sent."""
