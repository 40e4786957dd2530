"""Calls of the methods that are about applications."""

from scurrypy.resources import (
    Application,
)
from tests.unit.resources.cases.case import ONE, Case, Resources, case

RESOURCES: Resources = {
    "application": lambda http: Application(http, ONE),
}

CASES: list[Case] = [
    case("application.fetch", to="GET_APPLICATION", path="/applications/1"),
]
