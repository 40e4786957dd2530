"""A SKU: something an application sells."""

from dataclasses import dataclass
from functools import partial

from scurrypy.api.subscription import SubscriptionModel
from scurrypy.resources.base_resource import BaseResource, bearer, models
from scurrypy.resources.pages import Pages, pages_by_id
from scurrypy.routes import GET_SKU_SUBSCRIPTION, GET_SKU_SUBSCRIPTIONS
from scurrypy.wire.limits import Range
from scurrypy.wire.snowflake import Snowflake


@dataclass
class SKU(BaseResource):
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
            limit: How many at most, 1-100; 50 unless given.
            access_token: OAuth2 access token of the user, to ask in the user's name instead of the bot's.

        Raises:
            InvalidRequest: `limit` is not within 1-100.
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

    def iter_subscriptions(
        self,
        *,
        user_id: int | None = None,
        before: int | None = None,
        after: int | None = None,
        limit: int | None = None,
        page_size: int = 100,
        access_token: str | None = None,
    ) -> Pages[SubscriptionModel]:
        """Iterate over the subscriptions of a user that contain the SKU, by ascending id, a request for each page.

        Args:
            user_id: The user; needed unless there is an access token.
            before: Only subscriptions before this id; without `after`, they come by descending id.
            after: Only subscriptions after this id.
            limit: How many at most, in all; None for all.
            page_size: How many to ask for at a time, 1-100.
            access_token: OAuth2 access token of the user, to ask in the user's name instead of the bot's.
        """
        return pages_by_id(
            partial(self.fetch_subscriptions, user_id=user_id, access_token=access_token),
            lambda subscription: subscription.id,
            before=before,
            after=after,
            limit=limit,
            page_size=page_size,
        )

    async def fetch_subscription(
        self, subscription_id: int, *, user_id: int | None = None, access_token: str | None = None
    ) -> SubscriptionModel:
        """Fetch a subscription that contains the SKU.

        Args:
            subscription_id: Id of the subscription.
            user_id: Whose subscription it is.
            access_token: OAuth2 access token of the user, to ask in the user's name instead of the bot's.
        """
        return await self._request(
            GET_SKU_SUBSCRIPTION,
            sku_id=self.id,
            subscription_id=subscription_id,
            query={"user_id": user_id},
            authorization=bearer(access_token),
            into=SubscriptionModel,
        )
