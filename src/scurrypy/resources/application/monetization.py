"""What an application sells, and who has it."""

from collections.abc import Sequence
from functools import partial

from scurrypy.api.entitlement import EntitlementModel
from scurrypy.api.sku import SKUModel
from scurrypy.enums.monetization import EntitlementOwnerType
from scurrypy.resources.application.base import ApplicationFacet
from scurrypy.resources.base_resource import joined, models
from scurrypy.resources.pages import Pages, pages_by_id
from scurrypy.routes import (
    CONSUME_ENTITLEMENT,
    CREATE_ENTITLEMENT,
    DELETE_ENTITLEMENT,
    GET_ENTITLEMENT,
    GET_ENTITLEMENTS,
    LIST_SKUS,
)
from scurrypy.wire.limits import Count, Range
from scurrypy.wire.snowflake import id_of


class ApplicationMonetization(ApplicationFacet):
    """What an application sells, and who has it. The subscriptions to one SKU are under `SKU`."""

    async def fetch_skus(self) -> list[SKUModel]:
        """Fetch everything the application sells.

        A subscription stands in the list twice; the SKU of type SUBSCRIPTION is the one to work with.
        """
        return models(SKUModel, await self._request(LIST_SKUS, application_id=self.id))

    async def fetch_entitlements(
        self,
        *,
        user_id: int | None = None,
        guild_id: int | None = None,
        sku_ids: Sequence[int] | None = None,
        exclude_ended: bool | None = None,
        exclude_deleted: bool | None = None,
        only_active: bool | None = None,
        before: int | None = None,
        after: int | None = None,
        limit: int | None = None,
    ) -> list[EntitlementModel]:
        """Fetch entitlements of the application, active and ended.

        Args:
            user_id: Only those of this user.
            guild_id: Only those of this guild.
            sku_ids: Only those to these SKUs, at most 100.
            exclude_ended: Whether to leave out those that ended; they stay unless given.
            exclude_deleted: Whether to leave out those that were deleted; they go unless given.
            only_active: Whether to leave out all that do not hold now; they stay unless given.
            before: Only those before this entitlement id.
            after: Only those after this entitlement id.
            limit: How many at most, 1-100; 100 unless given.

        Raises:
            InvalidRequest: `limit` is not within 1-100, or there are more than 100 SKUs.
        """
        Range(1, 100).check("limit", limit)
        Count(0, 100).check("sku_ids", sku_ids)
        query = {
            "user_id": user_id,
            "guild_id": guild_id,
            "sku_ids": joined(sku_ids),
            "before": before,
            "after": after,
            "limit": limit,
            "exclude_ended": exclude_ended,
            "exclude_deleted": exclude_deleted,
            "only_active": only_active,
        }
        answer = await self._request(GET_ENTITLEMENTS, application_id=self.id, query=query)
        return models(EntitlementModel, answer)

    def iter_entitlements(
        self,
        *,
        user_id: int | None = None,
        guild_id: int | None = None,
        sku_ids: Sequence[int] | None = None,
        exclude_ended: bool | None = None,
        exclude_deleted: bool | None = None,
        only_active: bool | None = None,
        before: int | None = None,
        after: int | None = None,
        limit: int | None = None,
        page_size: int = 100,
    ) -> Pages[EntitlementModel]:
        """Iterate over entitlements of the application by ascending id, a request for each page.

        Args:
            user_id: Only those of this user.
            guild_id: Only those of this guild.
            sku_ids: Only those to these SKUs, at most 100.
            exclude_ended: Whether to leave out those that ended; they stay unless given.
            exclude_deleted: Whether to leave out those that were deleted; they go unless given.
            only_active: Whether to leave out all that do not hold now; they stay unless given.
            before: Only those before this entitlement id; without `after`, they come by descending id.
            after: Only those after this entitlement id.
            limit: How many at most, in all; None for all.
            page_size: How many to ask for at a time, 1-100.
        """
        fetch = partial(
            self.fetch_entitlements,
            user_id=user_id,
            guild_id=guild_id,
            sku_ids=sku_ids,
            exclude_ended=exclude_ended,
            exclude_deleted=exclude_deleted,
            only_active=only_active,
        )
        return pages_by_id(
            fetch,
            lambda entitlement: entitlement.id,
            before=before,
            after=after,
            limit=limit,
            page_size=page_size,
        )

    async def fetch_entitlement(self, entitlement_id: int) -> EntitlementModel:
        """Fetch an entitlement.

        Raises:
            NotFound: there is none of that id (10029).
        """
        return await self._request(
            GET_ENTITLEMENT, application_id=self.id, entitlement_id=entitlement_id, into=EntitlementModel
        )

    async def create_entitlement(
        self, sku_id: int, owner_id: int, owner_type: EntitlementOwnerType
    ) -> EntitlementModel:
        """Create a test entitlement, which holds until it is deleted. Fires ENTITLEMENT_CREATE.

        Args:
            sku_id: What it entitles to.
            owner_id: Id of the guild or user that gets it.
            owner_type: Which of them.

        Raises:
            BadRequest: that guild or user has it already (40074).
        """
        body = {"sku_id": id_of(sku_id, "sku_id"), "owner_id": id_of(owner_id, "owner_id"), "owner_type": owner_type}
        return await self._request(CREATE_ENTITLEMENT, application_id=self.id, body=body, into=EntitlementModel)

    async def consume_entitlement(self, entitlement_id: int) -> None:
        """Mark an entitlement to a consumable as used up. Fires ENTITLEMENT_UPDATE.

        Raises:
            BadRequest: its SKU is not a consumable (40018).
            NotFound: there is none of that id (10029).
        """
        await self._request(CONSUME_ENTITLEMENT, application_id=self.id, entitlement_id=entitlement_id)

    async def delete_entitlement(self, entitlement_id: int) -> None:
        """Delete a test entitlement. Fires ENTITLEMENT_DELETE.

        Raises:
            BadRequest: it was bought (40019).
            NotFound: there is none of that id (10029).
        """
        await self._request(DELETE_ENTITLEMENT, application_id=self.id, entitlement_id=entitlement_id)
