"""What people do, as requests: each deed of `actors.Person` under its name."""

import base64
import binascii
from collections.abc import Callable, Mapping
from typing import Any, Final

from aiohttp import web

from scurrypy.sandbox.actors import Outcome, Person
from scurrypy.sandbox.control.context import WORLD, ControlRefusal, take, take_id, take_mapping, take_seconds
from scurrypy.sandbox.payloads.messages import message_payload
from scurrypy.sandbox.records import Message, UploadedFile
from scurrypy.sandbox.records.interactions import PENDING
from scurrypy.sandbox.rules.fields import Json, as_list, is_list, is_mapping
from scurrypy.sandbox.waiting import until
from scurrypy.sandbox.world import World
from scurrypy.sandbox.world.interaction_messages import TO_RESPOND

Body = Mapping[str, Any]


async def act(request: web.Request, body: Body) -> Json:
    """Have a person do something.

    The body holds what the deed needs. With `"wait": "answer"` the request ends when the application answered
    or failed to, with `"wait": "message"` when there is a message; `"timeout"` limits it, in seconds.
    """
    world = request.app[WORLD]
    person = world.user(request.match_info["person"])
    deed = DEEDS.get(request.match_info["deed"])
    if deed is None:
        raise ControlRefusal(f"people can: {', '.join(sorted(DEEDS))}", 404)
    result = deed(Deed(world, person, body))
    if isinstance(result, Message):
        return message_payload(world, result, person.id)
    if not isinstance(result, Outcome):
        return {} if result is None else result
    await _wait(world, result, body)
    return outcome_payload(world, result)


async def get_interaction(request: web.Request) -> Json:
    """Answer with what became of an interaction."""
    world = request.app[WORLD]
    interaction = world.interactions.get(take_id(request.match_info, "interaction_id"))
    if interaction is None:
        raise ControlRefusal("there is no such interaction", 404)
    return outcome_payload(world, Outcome(world, interaction))


def outcome_payload(world: World, outcome: Outcome) -> dict[str, Any]:
    """Return what became of an interaction, in JSON."""
    interaction, response = outcome.interaction, outcome.response
    return {
        "interaction_id": str(interaction.id),
        "state": outcome.state,
        "callback_type": interaction.callback_type,
        "ephemeral": interaction.ephemeral,
        "response": None if response is None else message_payload(world, response, interaction.user_id),
        "messages": [message_payload(world, message, interaction.user_id) for message in outcome.messages],
        "modal": outcome.modal,
        "choices": outcome.choices,
    }


async def _wait(world: World, outcome: Outcome, body: Body) -> None:
    wanted = take(body, "wait", str, "")
    if wanted not in ("", "answer", "message"):
        raise ControlRefusal("the field 'wait' is 'answer' or 'message'")
    timeout = take_seconds(body, "timeout", TO_RESPOND + 2)
    if wanted == "answer":
        await until(world, lambda: outcome.state != PENDING, timeout)
    elif wanted == "message":
        await until(world, lambda: outcome.messages, timeout)


class Deed:
    """Something a person is asked to do, each deed a method of its own."""

    def __init__(self, world: World, person: Person, body: Body) -> None:
        self._world = world
        self._person = person
        self._body = body

    def send(self) -> Message:
        """Send a message."""
        body = self._body
        reply_to = take_id(body, "reply_to") if "reply_to" in body else None
        files, fields = _files(body.get("files")), take_mapping(body, "fields")
        return self._person.send(self._place, take(body, "content", str, ""), files=files, reply_to=reply_to, **fields)

    def dm(self) -> Message:
        """Send a direct message."""
        files, fields = _files(self._body.get("files")), take_mapping(self._body, "fields")
        content = take(self._body, "content", str, "")
        return self._person.dm(take(self._body, "to", str), content, files=files, **fields)

    def edit(self) -> Message:
        """Edit a message."""
        content = take(self._body, "content", str)
        return self._person.edit(self._message, content, **take_mapping(self._body, "fields"))

    def delete(self) -> None:
        """Delete a message."""
        self._person.delete(self._message)

    def react(self) -> None:
        """React to a message."""
        self._person.react(self._message, take(self._body, "emoji", str))

    def unreact(self) -> None:
        """Take back a reaction."""
        self._person.unreact(self._message, take(self._body, "emoji", str))

    def typing(self) -> None:
        """Start to type."""
        self._person.typing(self._place)

    def join(self) -> None:
        """Join a guild."""
        self._person.join(take(self._body, "guild", str))

    def use_invite(self) -> None:
        """Join the guild that an invite leads to."""
        self._person.use_invite(take(self._body, "code", str))

    def request_to_join(self) -> None:
        """Ask to join a guild."""
        responses = as_list(self._body.get("form_responses"))
        self._person.request_to_join(take(self._body, "guild", str), responses)

    def leave(self) -> None:
        """Leave a guild."""
        self._person.leave(take(self._body, "guild", str))

    def join_voice(self) -> None:
        """Join a voice channel."""
        mute, deaf = (take(self._body, name, bool, default=False) for name in ("self_mute", "self_deaf"))
        self._person.join_voice(self._place, self_mute=mute, self_deaf=deaf)

    def leave_voice(self) -> None:
        """Leave voice."""
        self._person.leave_voice(take(self._body, "guild", str))

    def play_sound(self) -> None:
        """Play a soundboard sound."""
        self._person.play_sound(self._place, take_id(self._body, "sound"), self._body.get("source_guild"))

    def authorize(self) -> dict[str, str]:
        """Let an application act, and tell the access token."""
        name = take(self._body, "application", str)
        applications = self._world.applications.values()
        application = next((each for each in applications if name in (each.name, str(each.id))), None)
        if application is None:
            raise ControlRefusal("there is no such application", 404)
        scopes = [str(scope) for scope in as_list(self._body.get("scopes"))]
        return {"access_token": self._person.authorize(application, *scopes)}

    def buy(self) -> None:
        """Buy something an application sells."""
        self._person.buy(self._sku, self._body.get("guild"))

    def cancel_subscription(self) -> None:
        """Cancel a subscription."""
        self._person.cancel_subscription(self._sku)

    def follow_event(self) -> None:
        """Be interested in a scheduled event."""
        self._person.follow_event(take(self._body, "guild", str), take_id(self._body, "event"), self._exception)

    def unfollow_event(self) -> None:
        """No longer be interested in a scheduled event."""
        self._person.unfollow_event(take(self._body, "guild", str), take_id(self._body, "event"), self._exception)

    def commands(self) -> list[str]:
        """Look which slash commands there are."""
        return self._person.commands(self._place)

    def slash(self) -> Outcome:
        """Use a slash command."""
        return self._person.slash(self._place, take(self._body, "command", str), **_values(self._body, "options"))

    def autocomplete(self) -> Outcome:
        """Type into an option of a slash command."""
        command = take(self._body, "command", str)
        return self._person.autocomplete(self._place, command, **_values(self._body, "options"))

    def user_command(self) -> Outcome:
        """Use a command from a user's context menu."""
        command, target = take(self._body, "command", str), take(self._body, "target", str)
        return self._person.user_command(self._place, command, target)

    def message_command(self) -> Outcome:
        """Use a command from a message's context menu."""
        return self._person.message_command(self._message, take(self._body, "command", str))

    def click(self) -> Outcome:
        """Click a button."""
        return self._person.click(self._message, self._body.get("custom_id"), label=self._body.get("label"))

    def select(self) -> Outcome:
        """Choose values in a select."""
        custom_id = take(self._body, "custom_id", str)
        return self._person.select(self._message, custom_id, as_list(self._body.get("values")))

    def submit(self) -> Outcome:
        """Submit a modal."""
        interaction = self._world.interactions.get(take_id(self._body, "interaction"))
        if interaction is None:
            raise ControlRefusal("there is no such interaction", 404)
        return self._person.submit(interaction, _values(self._body, "values"))

    @property
    def _place(self) -> str:
        return take(self._body, "channel", str)

    @property
    def _sku(self) -> int:
        sku_id = take_id(self._body, "sku")
        if sku_id not in self._world.skus:
            raise ControlRefusal("there is no such SKU", 404)
        return sku_id

    @property
    def _exception(self) -> int | None:
        return take_id(self._body, "exception") if "exception" in self._body else None

    @property
    def _message(self) -> int:
        return take_id(self._body, "message")


DEEDS: Final[dict[str, Callable[[Deed], Outcome | Message | list[str] | dict[str, str] | None]]] = {
    "send": Deed.send,
    "dm": Deed.dm,
    "edit": Deed.edit,
    "delete": Deed.delete,
    "react": Deed.react,
    "unreact": Deed.unreact,
    "typing": Deed.typing,
    "join": Deed.join,
    "use-invite": Deed.use_invite,
    "request-to-join": Deed.request_to_join,
    "leave": Deed.leave,
    "join-voice": Deed.join_voice,
    "leave-voice": Deed.leave_voice,
    "play-sound": Deed.play_sound,
    "authorize": Deed.authorize,
    "buy": Deed.buy,
    "cancel-subscription": Deed.cancel_subscription,
    "follow-event": Deed.follow_event,
    "unfollow-event": Deed.unfollow_event,
    "commands": Deed.commands,
    "slash": Deed.slash,
    "autocomplete": Deed.autocomplete,
    "user-command": Deed.user_command,
    "message-command": Deed.message_command,
    "click": Deed.click,
    "select": Deed.select,
    "submit": Deed.submit,
}
"""What people can do, as the paths of the control API name it."""


def _values(body: Body, name: str) -> dict[str, Json]:
    """Return what is filled in, with files made of `{"filename": …, "data": base64}`."""
    return {key: _with_files(value) for key, value in take_mapping(body, name).items()}


def _with_files(value: Json) -> Json:
    if is_list(value):
        return [_with_files(item) for item in value]
    return _file(value, 0) if is_mapping(value) else value


def _files(value: Json) -> list[UploadedFile]:
    return [_file(item, index) for index, item in enumerate(as_list(value))]


def _file(value: Json, index: int) -> UploadedFile:
    if not is_mapping(value):
        raise ControlRefusal('a file is {"filename": …, "data": base64}')
    try:
        data = base64.b64decode(take(value, "data", str), validate=True)
    except binascii.Error as error:
        raise ControlRefusal("the field 'data' of a file must be base64") from error
    return UploadedFile(f"files[{index}]", take(value, "filename", str), value.get("content_type"), data)
