"""The shop window: everything is where ScurryPy 2.3 had it, and holds no code of its own but one function."""

import importlib
import pkgutil

import pytest

import scurrypy.core
from scurrypy.core.serialization import convert
from scurrypy.events import EVENTS

MODULES = ["scurrypy.core", *(info.name for info in pkgutil.iter_modules(scurrypy.core.__path__, "scurrypy.core."))]


@pytest.mark.parametrize("name", MODULES)
def test_names_are_there_once_and_from_elsewhere(name: str):
    module = importlib.import_module(name)
    assert len(module.__all__) == len(set(module.__all__))
    for exported in module.__all__:
        value = getattr(module, exported)
        if value is not convert:
            assert not getattr(value, "__module__", "").startswith("scurrypy.core")


def test_events_are_the_very_mapping_that_events_enter():
    assert scurrypy.core.EVENTS is EVENTS
    assert importlib.import_module("scurrypy.core.events").EVENTS is EVENTS


@pytest.mark.parametrize(("error", "base"), [("NotFound", "DiscordError"), ("InvalidRequest", "ScurrypyError")])
def test_new_errors_are_caught_by_the_old_ones(error: str, base: str):
    assert issubclass(getattr(scurrypy.core, error), getattr(scurrypy.core, base))
