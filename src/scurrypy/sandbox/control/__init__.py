"""Steers the local Discord over HTTP, from any language: who exists, what people do, what goes wrong.

Every request carries the header `X-Sandbox-Token`, whose value the local Discord makes up as it starts.
"""

from scurrypy.sandbox.control.app import HEADER, PREFIX, control_app, new_token
from scurrypy.sandbox.control.client import ControlClient, ControlError

__all__ = ["HEADER", "PREFIX", "ControlClient", "ControlError", "control_app", "new_token"]
