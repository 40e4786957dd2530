"""Every query parameter that Discord publishes as an id is held to be one before it is sent."""

import json

from scurrypy.resources.base_resource import QUERY_IDS
from tests.official.spec import needs_spec, operations

needs_spec()

JOINED = {"guild_scheduled_event_exception_ids", "include_roles", "sku_ids"}
"""Lists of ids that are sent as one text, which is made of checked ids."""
PUBLISHED = {
    name
    for operation in operations().values()
    for name, parameter in operation.query.items()
    if "SnowflakeType" in json.dumps(parameter)
}


def test_every_id_in_a_query_is_checked() -> None:
    assert PUBLISHED - QUERY_IDS == JOINED


def test_nothing_is_taken_for_an_id_that_is_none() -> None:
    assert set() == QUERY_IDS - PUBLISHED
