"""Sends the Discord libraries of this process to the local Discord at `SCURRYPY_SANDBOX_URL`.

Python imports this file as it starts, because `scurrypy sandbox run` puts its folder on `PYTHONPATH`. It waits until a
library's module has loaded and then sets the addresses that module holds. It uses the standard library alone.
"""

import importlib.util
import os
import sys
from collections.abc import Callable, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType

Patch = Callable[[ModuleType, str], None]


def _route_base(module: ModuleType, url: str) -> None:
    """Set the API's address in discord.py, disnake, nextcord, interactions.py and py-cord."""
    if hasattr(module.Route, "API_BASE_URL"):  # py-cord, which shares discord.py's package name
        module.Route.API_BASE_URL = url + "/api/v{API_VERSION}"
    else:
        module.Route.BASE = f"{url}/api/v10"


def _asset_base(module: ModuleType, url: str) -> None:
    """Set the address of avatars, emojis and the like."""
    module.Asset.BASE = f"{url}/cdn"


def _default_gateway(module: ModuleType, url: str) -> None:
    """Set the gateway that discord.py connects to without asking the API; the other libraries ask."""
    socket = module.DiscordWebSocket
    if hasattr(socket, "DEFAULT_GATEWAY"):
        socket.DEFAULT_GATEWAY = type(socket.DEFAULT_GATEWAY)(url.replace("http", "ws", 1) + "/")


def _hikari_urls(module: ModuleType, url: str) -> None:
    """Set every address of hikari."""
    api = f"{url}/api/v{module.VERSION}"
    cdn = f"{url}/cdn"
    vars(module).update(REST_API_URL=api, OAUTH2_API_URL=f"{api}/oauth2", CDN_URL=cdn, MEDIA_PROXY_URL=cdn)


PATCHES: dict[str, Patch] = {
    "discord.http": _route_base,
    "discord.asset": _asset_base,
    "discord.gateway": _default_gateway,
    "disnake.http": _route_base,
    "disnake.asset": _asset_base,
    "nextcord.http": _route_base,
    "nextcord.asset": _asset_base,
    "interactions.api.http.route": _route_base,
    "interactions.models.discord.asset": _asset_base,
    "hikari.urls": _hikari_urls,
}


class PatchingLoader(Loader):
    """Loads a module as its own loader does, then patches it."""

    def __init__(self, loader: Loader, patch: Callable[[ModuleType], None]) -> None:
        self._loader = loader
        self._patch = patch

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """Leave the making of the module to its own loader."""
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        """Run the module, then set its addresses."""
        self._loader.exec_module(module)
        self._patch(module)

    def __getattr__(self, name: str) -> object:
        """Answer everything else as the module's own loader does, so that sources and resources are still found."""
        return getattr(self._loader, name)


class PatchingFinder(MetaPathFinder):
    """Finds the modules of the table, by way of whoever finds them otherwise."""

    def __init__(self, url: str) -> None:
        self._url = url

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Return the module's spec with a loader that patches, or None for every module outside the table."""
        patch = PATCHES.get(name)
        if patch is None:
            return None
        for finder in sys.meta_path:
            spec = None if finder is self else finder.find_spec(name, path, target)
            if spec is not None and spec.loader is not None:
                spec.loader = PatchingLoader(spec.loader, lambda module: patch(module, self._url))
                return spec
        return None


def run_hidden_sitecustomize() -> None:
    """Run the `sitecustomize` that this one stands in front of, if there is one."""
    here = __file__.rpartition(os.sep)[0]
    paths = [path for path in sys.path if path != here]
    spec = PathFinder.find_spec("sitecustomize", paths)
    if spec is None or spec.loader is None:
        return
    module = importlib.util.module_from_spec(spec)
    sys.modules["sitecustomize"] = module
    spec.loader.exec_module(module)


if __name__ == "sitecustomize":
    address: "str | None" = os.environ.get("SCURRYPY_SANDBOX_URL")
    if address:
        sys.meta_path.insert(0, PatchingFinder(address.rstrip("/")))
    run_hidden_sitecustomize()
