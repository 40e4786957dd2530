"""What every part of the channel resource holds."""

from dataclasses import dataclass

from scurrypy.resources.base_resource import BaseResource
from scurrypy.wire.snowflake import Snowflake


@dataclass
class ChannelFacet(BaseResource):
    """One subject of a channel's operations; `Channel` is made of all of them."""

    id: Snowflake
    """Id of the channel or thread."""
