"""What a poll may hold, and its wire form.

See [Discord Docs/Poll Resource](https://docs.discord.com/developers/resources/poll).
"""

from typing import Any

from scurrypy.sandbox.clock import iso
from scurrypy.sandbox.rules.fields import flag, text, whole
from scurrypy.sandbox.rules.shapes import identity, items, model

_EMOJI = {"id": identity(nullable=True), "name": text(nullable=True, most=64)}
_ANSWER = {"text": text(least=1, most=55), "emoji": model(_EMOJI, nullable=True)}

POLL = {
    "question": model({"text": text(required=True, least=1, most=300)}, required=True),
    "answers": items(model({"poll_media": model(_ANSWER, required=True)}), required=True, least=1, most=10),
    "duration": whole(least=1, most=32 * 24, default=24),
    "allow_multiselect": flag(default=False),
    "layout_type": whole(choices=(1,), default=1),
}
"""The fields of a poll as it is sent."""


def open_poll(poll: dict[str, Any], now: float) -> dict[str, Any]:
    """Return a poll that opens now, in wire form, from what `POLL` read."""
    answers = [
        {"answer_id": number, "poll_media": _media(answer["poll_media"])}
        for number, answer in enumerate(poll["answers"], 1)
    ]
    return {
        "question": poll["question"],
        "answers": answers,
        "expiry": iso(now + poll["duration"] * 3600),
        "allow_multiselect": poll["allow_multiselect"],
        "layout_type": poll["layout_type"],
        "results": {"is_finalized": False, "answer_counts": []},
    }


def _media(media: dict[str, Any]) -> dict[str, Any]:
    emoji = media.get("emoji")
    if not emoji:
        return {name: value for name, value in media.items() if name == "text"}
    id = emoji.get("id")
    return {**media, "emoji": {"id": id and str(id), "name": emoji.get("name")}}
