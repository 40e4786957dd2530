from collections.abc import AsyncIterator

import pytest

from scurrypy.sandbox.gateway import GatewayOptions
from scurrypy.sandbox.records import Application, Guild
from scurrypy.sandbox.server import Sandbox


@pytest.fixture
async def sandbox(request: pytest.FixtureRequest) -> AsyncIterator[Sandbox]:
    """A sandbox on a free port; `@pytest.mark.parametrize("sandbox", [GatewayOptions(…)], indirect=True)` sets it."""
    async with Sandbox(gateway=getattr(request, "param", GatewayOptions(identify_window=0))) as sandbox:
        yield sandbox


@pytest.fixture
def guild(sandbox: Sandbox) -> Guild:
    return next(iter(sandbox.world.guilds.values()))


@pytest.fixture
def application(sandbox: Sandbox, guild: Guild) -> Application:
    application = sandbox.world.create_application("helper")
    sandbox.world.add_bot(guild, application)
    return application
