"""Whether a user may buy a SKU, as an application tells Discord when it asks."""

from typing import Annotated

from scurrypy.enums.monetization import SKUIneligibilityReason
from scurrypy.wire.limits import Length
from scurrypy.wire.model import DataModel


class SKUPurchaseEligibilityPart(DataModel):
    """Whether the user may buy the SKU: the answer to SOCIAL_LAYER_SKU_PURCHASE_ELIGIBILITY.

    See [Discord Docs/Interaction Response Object](https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object).
    """

    eligible: bool | None = None
    """Whether the user may."""
    ineligible_reason: SKUIneligibilityReason | None = None
    """Why not."""
    ineligible_reason_description: Annotated[str, Length(0, 255)] | None = None
    """The same in words, at most 255 characters."""
