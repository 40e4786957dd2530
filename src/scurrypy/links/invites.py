"""Links that invite into a guild, and reading them back."""

import re
from dataclasses import dataclass
from typing import Final

from scurrypy.links.hosts import SITE_HOSTS, bare, id_in_query
from scurrypy.wire.errors import InvalidRequest
from scurrypy.wire.snowflake import Snowflake

_CODE: Final = r"[A-Za-z0-9-]{2,100}"
_INVITE: Final = rf"(?:(?:www\.)?discord\.gg/(?:invite/)?|{SITE_HOSTS}/invite/)(?P<code>{_CODE})(?![\w-])"
_INVITE_LINK = re.compile(
    rf"(?:https?://)?{_INVITE}/?(?:\?(?P<query>[^\s<>#]*))?(?:\#[^\s<>]*)?", re.ASCII | re.IGNORECASE
)
_INVITE_LINKS = re.compile(rf"(?<![\w.-]){_INVITE}/?(?:\?(?P<query>[^\s<>#)\]]*))?", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class InviteLink:
    """What an invite leads to."""

    code: str
    """Code of the invite."""
    scheduled_event_id: Snowflake | None = None
    """The scheduled event it shows; None where it shows none."""


def invite_link(code: str, *, scheduled_event_id: int | None = None) -> str:
    """Return the link of an invite: `https://discord.gg/discord-developers`.

    Args:
        code: Code of the invite, or of the guild's own address.
        scheduled_event_id: Scheduled event that is shown along with the guild.

    Raises:
        InvalidRequest: the code is none; a link is no code, `parse_invite_link` finds it there.
    """
    if not re.fullmatch(_CODE, code):
        raise InvalidRequest("code", "2-100 letters, digits and hyphens", code)
    return f"https://discord.gg/{code}" + ("" if scheduled_event_id is None else f"?event={int(scheduled_event_id)}")


def template_link(code: str) -> str:
    """Return the link that makes a new guild from a template: `https://discord.new/hgM48av5Q69A`.

    Raises:
        InvalidRequest: the code is none.
    """
    if not re.fullmatch(_CODE, code):
        raise InvalidRequest("code", "2-100 letters, digits and hyphens", code)
    return f"https://discord.new/{code}"


def parse_invite_link(text: str) -> InviteLink | None:
    """Return what the link of an invite leads to; None where the text is none.

        parse_invite_link("discord.gg/discord-developers")  # InviteLink("discord-developers")

    White space and `<>` around it do not matter, nor does a missing `https://`. A code alone is no link.
    """
    found = _INVITE_LINK.fullmatch(bare(text))
    return None if found is None else _invite(found)


def find_invite_links(text: str) -> list[InviteLink]:
    """Return what the invites in a text lead to: each once, in the order in which they stand there.

    Clients show an invite without `https://` as well, so such are found, too.
    """
    return list(dict.fromkeys(map(_invite, _INVITE_LINKS.finditer(text))))


def _invite(found: re.Match[str]) -> InviteLink:
    return InviteLink(found["code"], id_in_query(found["query"], "event"))
