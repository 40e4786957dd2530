"""Attaching runs inside other people's processes, so each test starts one, with stand-ins for the libraries."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scurrypy.sandbox.attach import HOOK_DIRECTORY, SHIM, environment

URL = "http://127.0.0.1:8123"

STAND_INS = {
    "discord/__init__.py": "from . import http, asset, gateway\n",
    "discord/http.py": "class Route:\n    BASE = 'https://discord.com/api/v10'\n",
    "discord/asset.py": "class Asset:\n    BASE = 'https://cdn.discordapp.com'\n",
    "discord/gateway.py": (
        "class Address(str): pass\n"
        "class DiscordWebSocket:\n    DEFAULT_GATEWAY = Address('wss://gateway.discord.gg/')\n"
    ),
    "hikari/__init__.py": "",
    "hikari/urls.py": "VERSION = 10\nREST_API_URL = OAUTH2_API_URL = CDN_URL = MEDIA_PROXY_URL = 'https://discord.com'\n",
}
PY_CORD = {
    "discord/__init__.py": "from . import http, asset, gateway\n",
    "discord/http.py": "class Route:\n    API_BASE_URL = 'https://discord.com/api/v{API_VERSION}'\n",
    "discord/asset.py": "class Asset:\n    BASE = 'https://cdn.discordapp.com'\n",
    "discord/gateway.py": "class DiscordWebSocket:\n    pass\n",
}


def plant(folder: Path, files: dict[str, str]) -> Path:
    for name, source in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source)
    return folder


def python(folder: Path, code: str, variables: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=variables, cwd=folder
    )
    assert done.stderr == ""
    return done.stdout.strip()


def attached(folder: Path, **more: str) -> dict[str, str]:
    return {**os.environ, **environment(URL, {"PYTHONPATH": str(folder)}), **more}


def test_addresses_are_set_as_soon_as_a_library_loads(tmp_path):
    plant(tmp_path, STAND_INS)
    code = (
        "import discord, hikari.urls as u\n"
        "print(discord.http.Route.BASE, discord.asset.Asset.BASE)\n"
        "gateway = discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY\n"
        "print(gateway, type(gateway).__name__)\n"
        "print(u.REST_API_URL, u.OAUTH2_API_URL, u.CDN_URL)\n"
    )
    assert python(tmp_path, code, attached(tmp_path)).splitlines() == [
        f"{URL}/api/v10 {URL}/cdn",
        "ws://127.0.0.1:8123/ Address",
        f"{URL}/api/v10 {URL}/api/v10/oauth2 {URL}/cdn",
    ]


def test_py_cord_is_told_from_discord_py_by_what_its_routes_have(tmp_path):
    plant(tmp_path, PY_CORD)
    code = "import discord; print(discord.http.Route.API_BASE_URL, hasattr(discord.http.Route, 'BASE'))"
    assert python(tmp_path, code, attached(tmp_path)) == URL + "/api/v{API_VERSION} False"


def test_without_an_address_nothing_is_touched(tmp_path):
    plant(tmp_path, STAND_INS)
    variables = attached(tmp_path)
    del variables["SCURRYPY_SANDBOX_URL"]
    code = "import discord; print(discord.http.Route.BASE)"
    assert python(tmp_path, code, variables) == "https://discord.com/api/v10"


def test_sources_of_patched_modules_are_still_found(tmp_path):
    plant(tmp_path, STAND_INS)
    code = "import discord, inspect; print(inspect.getsource(discord.http).splitlines()[0])"
    assert python(tmp_path, code, attached(tmp_path)) == "class Route:"


def test_a_sitecustomize_of_one_s_own_runs_as_well(tmp_path):
    plant(tmp_path, {**STAND_INS, "sitecustomize.py": "MINE = 7\n"})
    code = "import sitecustomize, discord; print(sitecustomize.MINE, discord.http.Route.BASE)"
    assert python(tmp_path, code, attached(tmp_path)) == f"7 {URL}/api/v10"


def test_the_hook_imports_nothing_of_this_package(tmp_path):
    code = "import sys; print([name for name in sys.modules if name.startswith(('scurrypy', 'aiohttp', 'msgspec'))])"
    assert python(tmp_path, code, attached(tmp_path)) == "[]"


def test_a_process_that_is_attached_twice_has_everything_once():
    once = environment(URL, {"PYTHONPATH": "/lib", "NODE_OPTIONS": "--trace-warnings"})
    twice = environment(URL, once)
    assert twice == once
    assert once["PYTHONPATH"] == f"{HOOK_DIRECTORY}{os.pathsep}/lib"
    assert once["NODE_OPTIONS"] == f'--require "{SHIM.as_posix()}" --trace-warnings'


def test_a_child_may_be_given_the_token_of_the_control_api():
    assert "SCURRYPY_SANDBOX_TOKEN" not in environment(URL, {})
    assert environment(f"{URL}/", {}, control_token="t")["SCURRYPY_SANDBOX_TOKEN"] == "t"


DISCORD_JS = {
    "node_modules/@discordjs/rest/package.json": (
        '{"name": "@discordjs/rest", "exports": {"import": "./dist/index.mjs", "require": "./dist/index.js"}}'
    ),
    "node_modules/@discordjs/rest/dist/index.js": "exports.DefaultRestOptions = { api: 'https://discord.com/api' };\n",
    "node_modules/@discordjs/rest/dist/index.mjs": (
        "const DefaultRestOptions = { api: 'https://discord.com/api' };\nexport { DefaultRestOptions };\n"
    ),
    "bot.cjs": "const { DefaultRestOptions } = require('@discordjs/rest'); console.log(DefaultRestOptions.api);\n",
    "bot.mjs": "import { DefaultRestOptions } from '@discordjs/rest'; console.log(DefaultRestOptions.api);\n",
}


@pytest.mark.skipif(shutil.which("node") is None, reason="needs Node.js, which is not on this machine")
@pytest.mark.parametrize("bot", ["bot.cjs", "bot.mjs"])
@pytest.mark.parametrize(("url", "api"), [(URL, f"{URL}/api"), ("", "https://discord.com/api")])
def test_discord_js_is_sent_here_however_it_is_imported(tmp_path, bot, url, api):
    plant(tmp_path, DISCORD_JS)
    variables = {**os.environ, **environment(URL, {}), "SCURRYPY_SANDBOX_URL": url}
    done = subprocess.run(["node", bot], capture_output=True, text=True, check=True, env=variables, cwd=tmp_path)  # noqa: S607 - node is wherever it was installed
    assert (done.stdout.strip(), done.stderr) == (api, "")
