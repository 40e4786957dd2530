"""A call of every method of every resource, and the one request it makes: one module for each subject."""

import importlib
import pkgutil

from tests.unit.resources.cases.case import Case, Resources

RESOURCES: Resources = {}
CASES: list[Case] = []
AUDITED: set[str] = set()
"""Operations whose documentation takes the header X-Audit-Log-Reason."""

for _info in pkgutil.iter_modules(__path__):
    _module = importlib.import_module(f"{__name__}.{_info.name}")
    RESOURCES |= getattr(_module, "RESOURCES", {})
    CASES += getattr(_module, "CASES", [])
    AUDITED |= getattr(_module, "AUDITED", set())
