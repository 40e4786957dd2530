"""What every part of the guild resource holds."""

from dataclasses import dataclass

from scurrypy.resources.base_resource import BaseResource
from scurrypy.wire.snowflake import Snowflake


@dataclass
class GuildFacet(BaseResource):
    """One subject of a guild's operations; `Guild` is made of all of them."""

    id: Snowflake
    """Id of the guild."""
