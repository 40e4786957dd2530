"""Discord's hosts, and texts that may be links to them."""

import re
from typing import Final
from urllib.parse import parse_qsl

from scurrypy.wire.snowflake import Snowflake

_ID = re.compile(r"\d{1,20}", re.ASCII)

SITE: Final = "https://discord.com"
"""Where clients are found on the web."""

SITE_HOSTS: Final = r"(?:(?:www|ptb|canary)\.)?discord(?:app)?\.com"
"""Regular expression of the hosts that serve clients: of the releases, of test versions, and of former times."""

TAIL: Final = r"/?(?:[?#][^\s<>]*)?"
"""Regular expression of what may follow a link and means nothing."""


def bare(text: str) -> str:
    """Return a link without white space around it, and without the angle brackets that suppress previews."""
    text = text.strip()
    return text[1:-1] if text.startswith("<") and text.endswith(">") else text


def id_in_query(query: str | None, name: str) -> Snowflake | None:
    """Return the id that a query gives for a name; None where it gives none."""
    values = (value for key, value in parse_qsl(query or "") if key == name)
    return next((Snowflake(value) for value in values if _ID.fullmatch(value)), None)
