"""From what happens in the world to what the transcript says of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.records.interactions import COMMAND, COMPONENT, MODAL_SUBMIT
from scurrypy.sandbox.state import State
from scurrypy.sandbox.transcript.text import component_lines, emoji_text, message_lines, note, printable
from scurrypy.sandbox.world.command_definitions import ENTITY_OPTIONS
from scurrypy.sandbox.world.components import walk

EPHEMERAL: Final = 1 << 6
"""Message flag: only one user sees it."""
LOADING: Final = 1 << 7
"""Message flag: promised, not there yet."""
CHAT_INPUT: Final = 1
"""Type of a command that is typed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened."""

    place: str
    """Channel it happened in, as `#general`; empty where it happened in none."""
    who: str
    """Name of whoever did it."""
    deed: str
    """What was done, in words between the name and the text; empty for plain speech."""
    lines: list[str] = field(default_factory=list[str])
    """Text that was said."""
    is_private: bool = False
    """Whether only one user sees it."""


def entry_for(state: State, dispatch: Dispatch) -> Entry | None:
    """Return what the transcript says of an event; None for what it leaves out."""
    describe = _EVENTS.get(dispatch.name)
    return describe(state, dispatch.data) if describe else None


def modal_entry(state: State, interaction_id: int) -> Entry | None:
    """Return what the transcript says of the form that an interaction opened; None where it opened none."""
    interaction = state.interactions.get(interaction_id)
    if interaction is None or interaction.modal is None:
        return None
    who = state.users[state.applications[interaction.application_id].bot_id].username
    title = printable(str(interaction.modal.get("title", "")))
    lines = component_lines(interaction.modal.get("components", ()))
    return Entry(place(state, interaction.channel_id), who, f"opens the form “{title}”", lines, is_private=True)


def place(state: State, channel_id: int) -> str:
    """Return what a channel is called in the transcript."""
    channel = state.channels.get(channel_id)
    if channel is None:
        return "#(deleted)"
    if channel.guild_id is None:
        people = [state.users[id] for id in channel.recipient_ids]
        return "@" + ",".join(user.username for user in people if not user.bot)
    return f"#{printable(channel.name or '')}"


def name_of(user: dict[str, Any]) -> str:
    """Return what a user in wire form is called in the transcript."""
    return printable(str(user.get("username", user["id"])))


def _user_name(state: State, user_id: str) -> str:
    user = state.users.get(int(user_id))
    return printable(user.username) if user else user_id


def _message(state: State, data: dict[str, Any]) -> Entry:
    deed, lines = "", message_lines(state, data)
    metadata, referenced = data.get("interaction_metadata"), data.get("referenced_message")
    if data["flags"] & LOADING:
        lines = ["…"]
    if metadata is not None:
        deed = f"↩ {name_of(metadata['user'])}"
    elif referenced is not None:
        deed = f"↩ {name_of(referenced['author'])}"
    elif data["type"] == 7:
        deed = "joined the server"
    elif data["type"] == 6:
        deed = "pinned a message"
    is_private = bool(data["flags"] & EPHEMERAL)
    return Entry(place(state, int(data["channel_id"])), name_of(data["author"]), deed, lines, is_private)


def _edit(state: State, data: dict[str, Any]) -> Entry:
    is_private = bool(data["flags"] & EPHEMERAL)
    where = place(state, int(data["channel_id"]))
    return Entry(where, name_of(data["author"]), "✎", message_lines(state, data), is_private)


def _delete(state: State, data: dict[str, Any]) -> Entry:
    count = len(data["ids"]) if "ids" in data else 1
    what = "a message was deleted" if count == 1 else f"{count} messages were deleted"
    return Entry(place(state, int(data["channel_id"])), "", what)


def _reaction(deed: str) -> Callable[[State, dict[str, Any]], Entry]:
    def describe(state: State, data: dict[str, Any]) -> Entry:
        channel_id = int(data["channel_id"])
        message = state.messages[channel_id].get(int(data["message_id"])) if channel_id in state.messages else None
        text = "" if message is None else note(state, {"content": message.content, "embeds": message.embeds})
        who = _user_name(state, data["user_id"])
        return Entry(place(state, channel_id), who, f"{deed} {emoji_text(data['emoji'])} “{text}”")

    return describe


def _interaction(state: State, data: dict[str, Any]) -> Entry | None:
    user = data["member"]["user"] if "member" in data else data["user"]
    details: dict[str, Any] = data.get("data") or {}
    match data["type"]:
        case int(kind) if kind == COMMAND:
            mark = "/" if details.get("type", CHAT_INPUT) == CHAT_INPUT else "≡ "
            deed = f"{mark}{details['name']}{_options(details.get('options', ()), _resolved(details))}"
        case int(kind) if kind == COMPONENT:
            values = details.get("values")
            deed = f"clicks {_label(data)}" if values is None else f"chooses {_chosen(data, values)}"
        case int(kind) if kind == MODAL_SUBMIT:
            deed = f"submits {details['custom_id']}"
        case _:
            return None
    return Entry(place(state, int(data["channel_id"])), name_of(user), printable(deed))


def _used(data: dict[str, Any]) -> dict[str, Any]:
    """Return the component that was used, as its message has it."""
    components = walk(data["message"].get("components", ()))
    custom_id = data["data"]["custom_id"]
    used = [component for component in components if component.get("custom_id") == custom_id]
    return used[0] if used else {}


def _label(data: dict[str, Any]) -> str:
    component = _used(data)
    label = component.get("label") or emoji_text(component.get("emoji")) or data["data"]["custom_id"]
    return f"[{label}]"


def _chosen(data: dict[str, Any], values: list[Any]) -> str:
    labels = {option["value"]: option["label"] for option in _used(data).get("options", ())}
    labels |= _resolved(data["data"])
    return ", ".join(labels.get(value, str(value)) for value in values) or "nothing"


def _resolved(details: dict[str, Any]) -> dict[str, str]:
    """Return what the ids in an interaction stand for, by id."""
    resolved = details.get("resolved", {})
    names = {id: f"@{user['username']}" for id, user in resolved.get("users", {}).items()}
    names |= {id: f"@{role['name'].removeprefix('@')}" for id, role in resolved.get("roles", {}).items()}
    names |= {id: f"#{channel['name']}" for id, channel in resolved.get("channels", {}).items()}
    return names | {id: f"📎 {file['filename']}" for id, file in resolved.get("attachments", {}).items()}


def _options(options: Any, resolved: dict[str, str]) -> str:
    text = ""
    for option in options:
        text += f" {option['name']}"
        if "value" in option:
            value = option["value"]
            text += f":{resolved.get(value, value) if option['type'] in ENTITY_OPTIONS else value}"
        text += _options(option.get("options", ()), resolved)
    return text


def _channel(deed: str) -> Callable[[State, dict[str, Any]], Entry]:
    return lambda _, data: Entry(f"#{printable(data.get('name') or '')}", "", deed)


def _member(deed: str) -> Callable[[State, dict[str, Any]], Entry]:
    return lambda _, data: Entry("", name_of(data["user"]), deed)


_EVENTS: Final[dict[str, Callable[[State, dict[str, Any]], Entry | None]]] = {
    "MESSAGE_CREATE": _message,
    "MESSAGE_UPDATE": _edit,
    "MESSAGE_DELETE": _delete,
    "MESSAGE_DELETE_BULK": _delete,
    "MESSAGE_REACTION_ADD": _reaction("reacts"),
    "MESSAGE_REACTION_REMOVE": _reaction("takes back"),
    "INTERACTION_CREATE": _interaction,
    "CHANNEL_CREATE": _channel("the channel was created"),
    "CHANNEL_DELETE": _channel("the channel was deleted"),
    "THREAD_CREATE": _channel("the thread was created"),
    "THREAD_DELETE": _channel("the thread was deleted"),
    "GUILD_MEMBER_ADD": _member("joined the server"),
    "GUILD_MEMBER_REMOVE": _member("left the server"),
    "GUILD_BAN_ADD": _member("was banned"),
}
