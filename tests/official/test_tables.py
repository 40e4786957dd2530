"""The tables of Discord's documentation that the HTTP spec lacks: flags, permissions, error codes, locales, events."""

import enum
import re
from collections.abc import Iterator

import pytest

from scurrypy import enums
from scurrypy.intents import Intents
from tests.official import ours
from tests.official.examples import FOLDER, needs_docs
from tests.official.spec import needs_spec, operations

needs_spec()
needs_docs()

ROW = re.compile(r"^\|(.+)\|\s*$")
BITS = re.compile(r"1 << (\d+)")
SIGN = re.compile(r"[^A-Z0-9_]")


def rows(page: str, heading: str) -> Iterator[list[str]]:
    """Yield the cells of each row of the first table under a heading."""
    text = (FOLDER / page).read_text(encoding="utf-8")
    section = re.split(r"\n#+ ", text.split(f"# {heading}\n", 1)[1])[0]
    for line in section.splitlines():
        match = ROW.match(line)
        if match and not set(line) <= set("|-: "):
            yield [cell.strip() for cell in match[1].split("|")]


FLAGS: tuple[tuple[str, str, type[enum.Flag]], ...] = (
    ("topics/permissions.mdx", "Bitwise Permission Flags", enums.Permissions),
    ("topics/permissions.mdx", "Role Flags", enums.RoleFlags),
    ("events/gateway-events.mdx", "Activity Flags", enums.ActivityFlags),
    ("resources/message.mdx", "Message Flags", enums.MessageFlags),
    ("resources/message.mdx", "Attachment Flags", enums.AttachmentFlags),
    ("resources/message.mdx", "Embed Flags", enums.EmbedFlags),
    ("resources/invite.mdx", "Guild Invite Flags", enums.InviteFlags),
    ("resources/guild.mdx", "System Channel Flags", enums.SystemChannelFlags),
    ("resources/guild.mdx", "Guild Member Flags", enums.GuildMemberFlags),
    ("resources/user.mdx", "User Flags", enums.UserFlags),
    ("resources/channel.mdx", "Channel Flags", enums.ChannelFlags),
    ("resources/application.mdx", "Application Flags", enums.ApplicationFlags),
    ("resources/sku.mdx", "SKU Flags", enums.SKUFlags),
)


def name_of(value: object) -> str:
    """Return what a case is called: the enum it is about."""
    return getattr(value, "__name__", "")


@pytest.mark.parametrize(("page", "heading", "kind"), FLAGS, ids=name_of)
def test_flags_have_every_bit(page: str, heading: str, kind: type[enum.Flag]):
    known = {member.value for member in kind.__members__.values()}
    bits = {1 << int(bit[1]) for cells in rows(page, heading) for cell in cells if (bit := BITS.search(cell))}
    assert bits
    assert bits - known == set()
    print(f"\n{kind.__name__}: {len(bits)} bits")


NUMBERS: tuple[tuple[str, str, int, type[enum.Enum]], ...] = (
    ("topics/opcodes-and-status-codes.mdx", "JSON Error Codes", 0, enums.JSONErrorCode),
    ("topics/opcodes-and-status-codes.mdx", "Gateway Opcodes", 0, enums.GatewayOpcode),
    ("topics/opcodes-and-status-codes.mdx", "Gateway Close Event Codes", 0, enums.GatewayCloseCode),
    ("topics/opcodes-and-status-codes.mdx", "Voice Opcodes", 0, enums.VoiceOpcode),
    ("topics/opcodes-and-status-codes.mdx", "Voice Close Event Codes", 0, enums.VoiceCloseCode),
    ("resources/audit-log.mdx", "Audit Log Events", 1, enums.AuditLogEvent),
    ("components/reference.mdx", "Component Types", 0, enums.ComponentType),
)


@pytest.mark.parametrize(("page", "heading", "column", "kind"), NUMBERS, ids=name_of)
def test_lists_have_every_number(page: str, heading: str, column: int, kind: type[enum.Enum]):
    known = {member.value for member in kind.__members__.values()}
    found = {int(number[0]) for cells in rows(page, heading) if (number := re.match(r"\d+", cells[column]))}
    assert found
    assert found - known == set()
    print(f"\n{kind.__name__}: {len(found)} numbers")


def test_locales_are_all_there():
    found = {cells[0].strip("`") for cells in rows("reference.mdx", "Locales")} - {"Locale"}
    assert found - {locale.value for locale in enums.Locale} == set()
    assert len(found) > 30


def test_intents_bring_what_discord_says():
    text = (FOLDER / "events" / "gateway.mdx").read_text(encoding="utf-8")
    bits = {name: 1 << int(bit) for name, bit in re.findall(r"^([A-Z_]+) \(1 << (\d+)\)", text, re.MULTILINE)}
    assert {name: int(Intents[name]) for name in bits} == bits
    assert len(bits) == 21


ROUTE = re.compile(r'<Route method="(\w+)">(.*?)</Route>')
"""Method and path of an operation, as the pages write them, ids with links."""


def audited() -> dict[str, str]:
    """Return the operations of which a page says that they take X-Audit-Log-Reason, with the page."""
    by_request = {(each.method, shape(each.path)): each.id for each in operations().values()}
    found: dict[str, str] = {}
    for page in sorted(FOLDER.rglob("*.mdx")):
        sections = re.split(r"^#{1,3} ", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
        for section in sections:
            route = ROUTE.search(section)
            if route and "X-Audit-Log-Reason" in section:
                operation = by_request.get((route[1], shape(route[2])))
                found[operation or f"{route[1]} {shape(route[2])}"] = page.name
    return found


def shape(path: str) -> str:
    """Return a path with every placeholder alike, and without links and query."""
    plain = re.sub(r"\]\([^)]*\)", "", path).replace("[", "").replace("\\", "").partition("?")[0]
    return re.sub(r"\{[^}]*\}", "{}", plain).rstrip("/")


NO_OPERATION = {
    "PATCH /guilds/{}/members/@me/nick": "deprecated, and not in the published spec",
    "list_pins": "the heading of the change log it stands under names several routes",
}
"""Requests of which the header is told, but of which none of ours needs to take it."""


def test_a_reason_is_taken_wherever_discord_takes_one():
    told = audited()
    lacking = {
        name: page
        for name, page in told.items()
        if name not in NO_OPERATION
        and not any("reason" in method.parameters for method in ours.methods_by_route().get(name.upper(), ()))
    }
    assert lacking == {}
    print(f"\noperations that take X-Audit-Log-Reason: {len(told)}")
    assert len(told) > 45
