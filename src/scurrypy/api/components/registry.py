"""Every component there is: to import this is to import all modules of components."""

import importlib
import pkgutil
from pathlib import Path

from scurrypy.bases.components import COMPONENT_MAP

__all__ = ["COMPONENT_MAP"]

for _module in pkgutil.iter_modules([str(Path(__file__).parent)]):
    importlib.import_module(f"scurrypy.api.components.{_module.name}")
