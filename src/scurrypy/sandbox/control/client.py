"""A client of the control API, for tests that run beside the local Discord instead of in its process."""

from types import TracebackType
from typing import Self

import aiohttp
import msgspec

from scurrypy.sandbox.rules.fields import Json


class ControlError(Exception):
    """The control API refused."""

    def __init__(self, status: int, body: Json) -> None:
        super().__init__(f"{status}: {body}")
        self.status = status
        """HTTP status of the answer."""
        self.body = body
        """What the answer says."""


class ControlClient:
    """Steers a local Discord over HTTP.

    async with ControlClient(url, token) as control:
        used = await control.act("alice", "slash", channel="general", command="ping", wait="answer")
    """

    def __init__(self, url: str, token: str) -> None:
        self._base = f"{url.rstrip('/')}/_sandbox/v1"
        self._session = aiohttp.ClientSession(headers={"X-Sandbox-Token": token})

    async def get(self, path: str, **query: str) -> Json:
        """Read something, by its path below `/_sandbox/v1`."""
        async with self._session.get(self._base + path, params=query) as response:
            return await _result(response)

    async def post(self, path: str, **body: Json) -> Json:
        """Change something, by its path below `/_sandbox/v1`."""
        async with self._session.post(self._base + path, json=body) as response:
            return await _result(response)

    async def act(self, person: str, deed: str, **body: Json) -> Json:
        """Have a person do something; see `control.people` for the deeds."""
        return await self.post(f"/people/{person}/{deed}", **body)

    async def close(self) -> None:
        """Close the connections."""
        await self._session.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()


async def _result(response: aiohttp.ClientResponse) -> Json:
    body: Json = msgspec.json.decode(await response.read() or b"null")
    if response.status >= 400:
        raise ControlError(response.status, body)
    return body
