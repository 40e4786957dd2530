"""Packages that load what they offer when it is asked for: both their lists say the same, and nothing comes early."""

import ast
import subprocess
import sys

import pytest

import scurrypy.api
from tests.house.source import ROOT, Source, package


def is_lazy(source: Source) -> bool:
    return any(isinstance(node, ast.Call) and ast.unparse(node.func) == "lazily" for node in ast.walk(source.tree))


LAZY = [source for source in package() if is_lazy(source)]
PACKAGES = [source for source in LAZY if source.path.name == "__init__.py"]


def for_type_checkers(source: Source) -> set[tuple[str, str]]:
    """Return module and name of everything that type checkers see imported."""
    blocks = [
        node for node in source.tree.body if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    ]
    imports = [node for block in blocks for node in block.body if isinstance(node, ast.ImportFrom)]
    return {(node.module or "", alias.name) for node in imports for alias in node.names}


def at_run_time(source: Source) -> set[tuple[str, str]]:
    """Return module and name of everything in the table that `lazily` is given."""
    call = next(node for node in source.nodes(ast.Call) if ast.unparse(node.func) == "lazily")
    table = ast.literal_eval(call.args[1])
    name = ".".join(source.path.parent.relative_to(ROOT / "src").parts)
    return {
        (f"{name}{module}" if module[0] == "." else module, one) for module, names in table.items() for one in names
    }


@pytest.mark.parametrize("source", LAZY, ids=lambda source: source.name)
def test_what_is_loaded_is_what_type_checkers_see(source: Source) -> None:
    assert at_run_time(source) == for_type_checkers(source)


@pytest.mark.parametrize("source", PACKAGES, ids=lambda source: source.name)
def test_all_names_are_offered(source: Source) -> None:
    lists = [node for node in source.nodes(ast.Assign) if ast.unparse(node.targets[0]) == "__all__"]
    assert {name for _, name in at_run_time(source)} >= set(ast.literal_eval(lists[0].value))


def loaded_by(statement: str) -> set[str]:
    command = [sys.executable, "-c", f"{statement}; import sys; print(*sys.modules)"]
    return set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())


def test_the_first_page_of_a_bot_loads_neither_sockets_nor_models() -> None:
    loaded = loaded_by("from scurrypy import Client, Intents; Client(token='x')")
    assert "scurrypy.client" in loaded
    early = {"aiohttp", "picows", "scurrypy.resources.channel", "scurrypy.api.messages.message", "scurrypy.api.guilds"}
    assert loaded & early == set()


def test_a_bot_that_connects_and_sends_a_message_loads_nothing_for_what_it_does_not_do() -> None:
    loaded = loaded_by(
        "from scurrypy import Client; from scurrypy.events import MessageCreateEvent;"
        "import scurrypy.http.transport, scurrypy.gateway.websocket; from scurrypy.resources import Channel;"
        "from scurrypy.api.messages import MessagePart;"
        "MessageCreateEvent.from_json(b'{}'); MessagePart('Hello!').to_dict()"
    )
    assert {"scurrypy.api.messages.message", "aiohttp", "picows"} <= loaded
    never = {"scurrypy.api.components.layout", "scurrypy.api.guilds.member", "scurrypy.resources.guild"}
    errors = {"difflib", "scurrypy.enums.errors"}
    pages = {"scurrypy.enums.search", "scurrypy.params.search", "scurrypy.resources.pages", "scurrypy.resources.walks"}
    files = {"scurrypy.http.contents", "scurrypy.http.multipart"}
    sessions = {"sqlite3", "scurrypy.gateway.session_keeper", "scurrypy.gateway.sqlite_store"}
    assert loaded & (never | errors | pages | files | sessions) == set()


def test_a_component_is_received_as_itself_though_nobody_imported_its_class() -> None:
    message = b'{"components": [{"type": 1, "components": [{"type": 3}]}]}'
    read = f"from scurrypy.events import MessageCreateEvent as E; m = E.from_json({message!r})"
    assert loaded_by(f"{read}; assert type(m.components[0].components[0]).__name__ == 'StringSelect'")


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match=r"module 'scurrypy\.api' has no attribute 'Nonsense'"):
        _ = scurrypy.api.Nonsense
