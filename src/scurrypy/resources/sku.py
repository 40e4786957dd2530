"""A SKU: something an application sells."""

from dataclasses import dataclass

from scurrypy.api.subscription import SubscriptionModel
from scurrypy.resources.base_resource import BaseResource, bearer, models
from scurrypy.routes import GET_SKU_SUBSCRIPTION, GET_SKU_SUBSCRIPTIONS
from scurrypy.wire.limits import Range
from scurrypy.wire.snowflake import Snowflake


@dataclass
class Sku(BaseResource):
    """A SKU, and the subscriptions to it. All SKUs of an application are found under `Application`.

    See [Discord Docs/Subscription](https://docs.discord.com/developers/resources/subscription).
    """

    id: Snowflake
    """Id of the SKU."""

    async def fetch_subscriptions(
        self,
        *,
        user_id: int | None = None,
        before: int | None = None,
        after: int | None = None,
        limit: int | None = None,
        access_token: str | None = None,
    ) -> list[SubscriptionModel]:
        """Fetch the subscriptions of a user that contain the SKU.

        Args:
            user_id: The user; needed unless there is an access token.
            before: Only subscriptions before this id.
            after: Only subscriptions after this id.
            limit: How many at most, 1-100; None for 50.
            access_token: OAuth2 access token of the user, to ask in the user's name instead of the bot's.

        Raises:
            InvalidRequest: `limit` is not 1-100.
            NotFound: there is no such SKU (10027).
        """
        Range(1, 100).check("limit", limit)
        answer = await self._request(
            GET_SKU_SUBSCRIPTIONS,
            sku_id=self.id,
            query={"before": before, "after": after, "limit": limit, "user_id": user_id},
            authorization=bearer(access_token),
        )
        return models(SubscriptionModel, answer)

    async def fetch_subscription(
        self, subscription_id: int, *, user_id: int | None = None, access_token: str | None = None
    ) -> SubscriptionModel:
        """Fetch a subscription that contains the SKU.

        Args:
            subscription_id: Id of the subscription.
            user_id: Whose subscription it is.
            access_token: OAuth2 access token of the user, to ask in the user's name instead of the bot's.
        """
        answer = await self._request(
            GET_SKU_SUBSCRIPTION,
            sku_id=self.id,
            subscription_id=subscription_id,
            query={"user_id": user_id},
            authorization=bearer(access_token),
        )
        return SubscriptionModel.from_dict(answer)
