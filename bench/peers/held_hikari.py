"""How much memory hikari's objects of one kind take: those that its entity factory makes of a guild."""

import sys
from pathlib import Path

import hikari
import orjson
from weigh import Scale, tell

small, large, kind, traced = sys.argv[1:]
payload = Path(large).read_bytes()
factory = hikari.GatewayBot("OTAwMDAwMDAwMDAwMDAwMDAx.b.c", banner=None, logs=None).entity_factory


def objects(data: bytes) -> object:
    """Return the objects of one kind by id."""
    return getattr(factory.deserialize_gateway_guild(orjson.loads(data), user_id=hikari.Snowflake(1)), kind)()


objects(Path(small).read_bytes())
scale = Scale(traced=traced == "traced")
held = objects(payload)
tell(count=len(held), **scale.weigh())
