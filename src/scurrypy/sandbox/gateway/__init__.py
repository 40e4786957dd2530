"""The gateway of the local Discord: sessions, events, and every rule a client can break."""

from scurrypy.sandbox.gateway.hub import GatewayHub, GatewayOptions
from scurrypy.sandbox.gateway.opcodes import CloseCode, Opcode
from scurrypy.sandbox.gateway.session import Session

__all__ = ["CloseCode", "GatewayHub", "GatewayOptions", "Opcode", "Session"]
