"""What a terminal can show of a message: its text, and one line for everything else on it."""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any

from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.components import SELECTS, Kind

NOTE_LENGTH = 60
"""Characters of a message that are quoted to tell which one it is."""


def printable(text: str) -> str:
    """Return `text` with control characters made visible, so that a bot cannot steer the terminal."""
    return "".join(char if char.isprintable() or char == "\n" else _visible(char) for char in text)


def message_lines(state: State, message: dict[str, Any]) -> list[str]:
    """Return a message in wire form as lines: text first, then what hangs on it."""
    return [printable(named(state, line)) for line in _lines(message)]


def named(state: State, text: str) -> str:
    """Return text with names in the place of the ids that mentions carry."""
    return _MENTION.sub(lambda found: _name(state, found), text)


def note(state: State, message: dict[str, Any]) -> str:
    """Return so much of a message as tells which one it is."""
    text = " ".join(message_lines(state, message)) or "an empty message"
    return text if len(text) <= NOTE_LENGTH else text[: NOTE_LENGTH - 1] + "…"


def _lines(message: dict[str, Any]) -> list[str]:
    lines = [line for line in str(message.get("content", "")).split("\n") if line]
    for snapshot in message.get("message_snapshots", ()):
        lines += [f"» {line}" for line in _lines(snapshot["message"])]
    for embed in message.get("embeds", ()):
        lines += _embed(embed)
    lines += component_lines(message.get("components", ()))
    lines += [f"📎 {file['filename']} ({_size(file['size'])})" for file in message.get("attachments", ())]
    lines += [f"🏷 {sticker['name']}" for sticker in message.get("sticker_items", ())]
    if message.get("poll"):
        poll = message["poll"]
        answers = " · ".join(str(answer["poll_media"].get("text", "")) for answer in poll["answers"])
        lines.append(f"📊 {poll['question'].get('text', '')}: {answers}")
    return lines


def component_lines(components: Iterable[dict[str, Any]]) -> list[str]:
    """Return components as lines: one for each row, display, or group."""
    lines: list[str] = []
    for component in components:
        draw = _COMPONENTS.get(component["type"])
        lines += draw(component) if draw else [f"(component of type {component['type']})"]
    return lines


def emoji_text(emoji: dict[str, Any] | None) -> str:
    """Return an emoji as it is typed."""
    if not emoji:
        return ""
    return f":{emoji.get('name')}:" if emoji.get("id") else str(emoji.get("name") or "")


_MENTION = re.compile(
    r"<@&(?P<role>\d+)>|<@!?(?P<user>\d+)>|<#(?P<channel>\d+)>"
    r"|<a?(?P<emoji>:\w+:)\d+>|<(?P<command>/[^:>]+):\d+>|<t:(?P<time>\d{1,11})(?::\w)?>"
)


def _name(state: State, found: re.Match[str]) -> str:
    kind, value = found.lastgroup or "", found[found.lastgroup or 0]
    match kind:
        case "user" if (user := state.users.get(int(value))) is not None:
            return f"@{user.username}"
        case "channel" if (channel := state.channels.get(int(value))) is not None:
            return f"#{channel.name}"
        case "role":
            roles = [guild.roles[int(value)] for guild in state.guilds.values() if int(value) in guild.roles]
            return f"@{roles[0].name}" if roles else found[0]
        case "emoji" | "command":
            return value
        case "time":
            return f"{datetime.fromtimestamp(int(value), tz=UTC):%Y-%m-%d %H:%M}"
        case _:
            return found[0]


def _visible(char: str) -> str:
    return chr(0x2400 + ord(char)) if ord(char) < 0x20 else "\N{REPLACEMENT CHARACTER}"


def _size(count: int) -> str:
    for unit in ("B", "kB", "MB"):
        if count < 1000 or unit == "MB":
            break
        count //= 1000
    return f"{count} {unit}"


def _embed(embed: dict[str, Any]) -> list[str]:
    parts: list[str | None] = [
        _within(embed, "author", "name"),
        embed.get("title"),
        embed.get("description"),
        *(f"{field['name']}: {field['value']}" for field in embed.get("fields", ())),
        *(_within(embed, kind, "url") for kind in ("image", "thumbnail", "video")),
        _within(embed, "footer", "text"),
    ]
    return [f"▏ {line}" for part in parts if part for line in part.split("\n") if line]


def _within(embed: dict[str, Any], part: str, name: str) -> str | None:
    return embed[part].get(name) if embed.get(part) else None


def _button(component: dict[str, Any]) -> str:
    label = " ".join(part for part in (emoji_text(component.get("emoji")), component.get("label")) if part)
    target = f" → {component['url']}" if component.get("url") else ""
    return f"[{label or 'button'}{' (off)' if component.get('disabled') else ''}{target}]"


def _select(component: dict[str, Any]) -> str:
    options = ", ".join(option["label"] for option in component.get("options", ()))
    return f"▾ {component.get('placeholder') or 'Select'}{f': {options}' if options else ''}"


def _row(component: dict[str, Any]) -> list[str]:
    parts = [_button(child) if child["type"] == Kind.BUTTON else _select(child) for child in component["components"]]
    return [" ".join(parts)]


def _section(component: dict[str, Any]) -> list[str]:
    accessory = component.get("accessory")
    extra = [f" {_button(accessory)}" if accessory["type"] == Kind.BUTTON else " 🖼"] if accessory else []
    lines = component_lines(component["components"])
    return [*lines[:-1], lines[-1] + "".join(extra)] if lines else ["".join(extra)]


def _text(component: dict[str, Any]) -> list[str]:
    return [line for line in str(component["content"]).split("\n") if line]


def _gallery(component: dict[str, Any]) -> list[str]:
    return [f"🖼 {item.get('description') or item['media'].get('url', '')}" for item in component["items"]]


def _file(component: dict[str, Any]) -> list[str]:
    return [f"📎 {component['file'].get('url', '').rsplit('/', 1)[-1].partition('?')[0]}"]


def _container(component: dict[str, Any]) -> list[str]:
    return [f"┃ {line}" for line in component_lines(component["components"])]


def _label(component: dict[str, Any]) -> list[str]:
    return [f"{component['label']}: ____"]


_COMPONENTS: dict[int, Callable[[dict[str, Any]], list[str]]] = {
    Kind.ACTION_ROW: _row,
    Kind.BUTTON: lambda component: [_button(component)],
    Kind.TEXT_INPUT: _label,
    Kind.SECTION: _section,
    Kind.TEXT_DISPLAY: _text,
    Kind.MEDIA_GALLERY: _gallery,
    Kind.FILE: _file,
    Kind.SEPARATOR: lambda _: ["───"],
    Kind.CONTAINER: _container,
    Kind.LABEL: _label,
    **{kind: lambda component: [_select(component)] for kind in SELECTS},
}
