"""HTTP clients that answer from a list and remember what they were asked."""

from dataclasses import dataclass, field
from typing import Any

from scurrypy.http.client import BOT


@dataclass
class Call:
    """One request as a resource made it."""

    method: str
    endpoint: str
    data: Any = None
    params: Any = None
    files: Any = None
    assets: Any = None
    reason: str | None = None
    authorization: str | None = BOT
    form: Any = None
    headers: Any = None


@dataclass
class Recorder:
    """Has the parameters of ScurryPy 2.3's seam and no others, as a user's own client may."""

    answer: Any = None
    calls: list[Call] = field(default_factory=list)

    async def start(self, token: str) -> None: ...

    async def close(self) -> None: ...

    async def request(
        self,
        method: str,
        endpoint: str,
        *,
        data: Any = None,
        params: Any = None,
        files: Any = None,
        assets: Any = None,
    ) -> Any:
        self.calls.append(Call(method, endpoint, data, params, files, assets))
        return self.answer

    @property
    def call(self) -> Call:
        """The only call."""
        (only,) = self.calls
        return only


class ReasonRecorder(Recorder):
    """Takes `reason`, `authorization` and the rest, too, as this package's own client does."""

    async def request(self, method: str, endpoint: str, **extras: Any) -> Any:
        self.calls.append(Call(method, endpoint, **extras))
        return self.answer
