"""What threads have and other channels have not."""

from scurrypy.enums.channel import AutoArchiveDurationType
from scurrypy.wire.model import DataModel
from scurrypy.wire.types import REQUIRED


class ThreadMetadataModel(DataModel):
    """What threads have and other channels have not.

    See [Discord Docs/Thread Metadata Object](https://docs.discord.com/developers/resources/channel#thread-metadata-object).
    """

    archived: bool = REQUIRED
    """Whether it is archived."""
    auto_archive_duration: AutoArchiveDurationType = REQUIRED
    """Minutes without activity until it is archived."""
    archive_timestamp: str | None = None
    """When it was last archived or unarchived, ISO 8601."""
    locked: bool = REQUIRED
    """Whether only those who manage threads may unarchive it."""
    invitable: bool | None = None
    """Whether members may add others; private threads only."""
    create_timestamp: str | None = None
    """When it was created, ISO 8601; None before 2022-01-09."""
