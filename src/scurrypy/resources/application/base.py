"""What every part of the application resource holds."""

from dataclasses import dataclass

from scurrypy.resources.base_resource import BaseResource
from scurrypy.wire.snowflake import Snowflake


@dataclass
class ApplicationFacet(BaseResource):
    """One subject of an application's operations; `Application` is made of all of them."""

    id: Snowflake
    """Id of the application."""
