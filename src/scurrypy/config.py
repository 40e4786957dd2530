"""Facts about this package that are sent to Discord: name, version, user agent, gateway properties."""

import platform
import sys

__title__ = "scurrypy"
__url__ = "https://github.com/scurry-works/scurrypy"
__version__ = "3.0.0a1"
"""Stands here alone, and the package is built with it: to ask for it at run time took a tenth of `import scurrypy`."""

API_VERSION = 10
"""The version of Discord's HTTP API and gateway that this package speaks."""

DEFAULT_API_URL = f"https://discord.com/api/v{API_VERSION}"
"""Base URL of every HTTP request unless `SCURRYPY_API_URL` or `HTTPClient(base_url=…)` names another."""

USER_AGENT = f"DiscordBot ({__url__}, {__version__}) Python/{sys.version_info.major}.{sys.version_info.minor}"
"""Discord refuses requests whose user agent is not of this form."""

GATEWAY_PROPERTIES = {
    "os": platform.system().lower(),
    "browser": __title__,
    "device": __title__,
}
"""Sent with IDENTIFY. The names carry no `$`: that form is deprecated."""
