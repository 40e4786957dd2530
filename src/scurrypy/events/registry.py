"""Every event there is: to import this is to import every family of events."""

import importlib
import pkgutil
from pathlib import Path

from scurrypy.events.base_event import EVENTS

__all__ = ["EVENTS"]

for _family in pkgutil.iter_modules([str(Path(__file__).parent)]):
    importlib.import_module(f"scurrypy.events.{_family.name}")
