"""Messages that change, are answered and go, with polls and reactions."""

from events import JSON, embed, message_create

from dispatches.scene import LATER, MOMENT, Scene


def answer(scene: Scene) -> JSON:
    """Return a message that answers another, and has reactions and buttons of its own."""
    world = scene.world
    message, to = message_create(world), message_create(world)
    reference = {"type": 0, "message_id": to["id"], "channel_id": to["channel_id"], "guild_id": to["guild_id"]}
    buttons = [
        {"type": 2, "id": number, "style": 1, "label": world.text(1, 2), "custom_id": world.hash()}
        for number in range(2, 5)
    ]
    reaction = {"count": 3, "count_details": {"burst": 0, "normal": 3}, "me": False, "me_burst": False}
    return {
        **message,
        "type": 19,
        "message_reference": reference,
        "referenced_message": {key: to[key] for key in to if key not in ("guild_id", "member", "nonce")},
        "components": [{"type": 1, "id": 1, "components": buttons}],
        "reactions": [{**reaction, "emoji": {"id": None, "name": "🌰"}, "burst_colors": []}],
    }


def poll(scene: Scene) -> JSON:
    """Return a message with a poll."""
    answers = [{"answer_id": number, "poll_media": {"text": scene.world.text(1, 3)}} for number in range(1, 5)]
    asked = {
        "question": {"text": scene.world.text(3, 8)},
        "answers": answers,
        "expiry": LATER,
        "allow_multiselect": False,
        "layout_type": 1,
        "results": {"is_finalized": False, "answer_counts": [{"id": 1, "count": 4, "me_voted": False}]},
    }
    return {**message_create(scene.world), "content": "", "poll": asked}


def message_update(scene: Scene) -> JSON:
    """Return a message with another text, whole as always: an answer, a poll, or one whose link was looked up."""
    kind = scene.world.random.random()
    if kind < 0.3:
        return {**answer(scene), "edited_timestamp": MOMENT}
    if kind < 0.4:
        return poll(scene)
    message = message_create(scene.world)
    return {**message, "edited_timestamp": MOMENT, "embeds": [embed(scene.world)]}


def message_delete(scene: Scene) -> JSON:
    """Return a message that is gone."""
    guild, channel, _ = scene.place()
    return {"id": scene.world.id(), "channel_id": channel["id"], "guild_id": guild["id"]}


def message_delete_bulk(scene: Scene) -> JSON:
    """Return fifty messages that are gone."""
    guild, channel, _ = scene.place()
    return {"ids": [scene.world.id() for _ in range(50)], "channel_id": channel["id"], "guild_id": guild["id"]}


def where(scene: Scene) -> JSON:
    """Return where someone did something to a message."""
    guild, channel, member = scene.place()
    return {
        "user_id": member["user"]["id"],
        "channel_id": channel["id"],
        "message_id": scene.world.id(),
        "guild_id": guild["id"],
    }


def message_reaction_remove(scene: Scene) -> JSON:
    """Return a reaction that was taken back."""
    return {**where(scene), "emoji": {"id": scene.world.id(), "name": "acorn_1"}, "burst": False, "type": 0}


def message_reaction_remove_all(scene: Scene) -> JSON:
    """Return a message that lost all reactions."""
    return {key: value for key, value in where(scene).items() if key != "user_id"}


def message_reaction_remove_emoji(scene: Scene) -> JSON:
    """Return a message that lost the reactions of one emoji."""
    return {**message_reaction_remove_all(scene), "emoji": {"id": None, "name": "🌰"}}


def message_poll_vote(scene: Scene) -> JSON:
    """Return a vote that was given, or taken back."""
    return {**where(scene), "answer_id": 1 + scene.world.random.randrange(4)}


MAKERS = {
    "MESSAGE_UPDATE": message_update,
    "MESSAGE_DELETE": message_delete,
    "MESSAGE_DELETE_BULK": message_delete_bulk,
    "MESSAGE_REACTION_REMOVE": message_reaction_remove,
    "MESSAGE_REACTION_REMOVE_ALL": message_reaction_remove_all,
    "MESSAGE_REACTION_REMOVE_EMOJI": message_reaction_remove_emoji,
    "MESSAGE_POLL_VOTE_ADD": message_poll_vote,
    "MESSAGE_POLL_VOTE_REMOVE": message_poll_vote,
}
