"""What an application sells."""

from scurrypy.enums.monetization import SKUFlags, SKUType
from scurrypy.wire.model import DataModel
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED


class SKUModel(DataModel):
    """Something an application sells.

    See [Discord Docs/SKU Object](https://docs.discord.com/developers/resources/sku#sku-object).
    """

    id: Snowflake = REQUIRED
    """Id of the SKU."""
    type: SKUType = REQUIRED
    """Kind."""
    application_id: Snowflake = REQUIRED
    """The application."""
    name: str = REQUIRED
    """Name."""
    slug: str = REQUIRED
    """The name as part of an address."""
    flags: SKUFlags = REQUIRED
    """Peculiarities."""
