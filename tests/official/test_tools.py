"""The tools that stand on these comparisons: what changed in a newer spec, and the page that shows what is covered."""

import copy
import json
import subprocess
import sys
from pathlib import Path

import pytest
from tools.coverage import PAGE, page
from tools.spec_update import changes, fetch

from tests.official.spec import ROOT, needs_spec, read

needs_spec()


def test_the_page_of_coverage_is_current():
    assert PAGE.read_text(encoding="utf-8") == page()


def test_a_newer_spec_is_told_in_terms_of_our_own_code():
    old = read("openapi.json")
    new = copy.deepcopy(old)
    schemas = new["components"]["schemas"]
    schemas["MessageResponse"]["properties"]["mood"] = {"type": "string"}
    schemas["MessageResponse"]["required"].remove("pinned")
    del schemas["UserResponse"]["properties"]["banner"]
    schemas["ChannelTypes"]["oneOf"].append({"title": "GUILD_MOON", "const": 77})
    new["paths"]["/moons"] = {"get": {"operationId": "list_moons", "responses": {}}}
    del new["paths"]["/users/@me"]["patch"]
    new["paths"]["/guilds/{guild_id}"]["get"]["parameters"].append({"name": "with_moons", "in": "query"})
    flag, message = '{"type": "boolean"}', "scurrypy.api.messages.message.MessageModel"
    told = list(changes(old, new))
    assert told == [
        "+ query parameter get_guild?with_moons -> Guild.fetch",
        "+ operation list_moons: GET /moons -> routes.LIST_MOONS, and a method of a resource",
        "- operation update_my_user -> User.modify_current_user",
        "+ ChannelTypes.GUILD_MOON = 77 -> scurrypy.enums.channel.ChannelType",
        f'+ MessageResponse.mood: optional {{"type": "string"}} -> {message}',
        f"~ MessageResponse.pinned: required {flag} became optional {flag} -> {message}",
        "- UserResponse.banner -> scurrypy.api.user.UserMentionModel, scurrypy.api.user.UserModel",
    ]


@pytest.mark.parametrize(("changed", "status", "said"), [(False, 0, "nothing changed"), (True, 1, "- operation")])
def test_the_command_says_by_its_status_whether_anything_changed(tmp_path: Path, changed: bool, status: int, said: str):
    new = copy.deepcopy(read("openapi.json"))
    if changed:
        del new["paths"]["/gateway"]
    file = tmp_path / "new.json"
    file.write_text(json.dumps(new))
    command = [sys.executable, str(ROOT / "tools" / "spec_update.py"), "--file", str(file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (status, "")
    assert said in done.stdout


def test_a_spec_that_cannot_be_had_is_told(tmp_path: Path):
    command = [sys.executable, str(ROOT / "tools" / "spec_update.py"), "--file", str(tmp_path / "none.json")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "the new spec cannot be had" in done.stderr
    with pytest.raises(ValueError, match="https"):
        fetch("file:///etc/hostname")
