"""What became of something a person did with an application."""

from typing import Any

from scurrypy.sandbox.records import Message
from scurrypy.sandbox.records.interactions import PENDING, Interaction
from scurrypy.sandbox.state import State
from scurrypy.sandbox.waiting import until
from scurrypy.sandbox.world.interaction_messages import TO_RESPOND, settle


class Outcome:
    """The answer to an interaction, as the person sees it; it fills in as the application answers."""

    def __init__(self, state: State, interaction: Interaction) -> None:
        self._state = state
        self.interaction = interaction
        """The interaction."""

    def __repr__(self) -> str:
        return f"<Outcome {self.interaction.id} {self.state}>"

    @property
    def state(self) -> str:
        """`pending`, `deferred`, `responded`, or `failed` after three seconds without an answer."""
        return settle(self._state, self.interaction)

    @property
    def response(self) -> Message | None:
        """The message that answered, or that was updated; None as long as it is only promised."""
        interaction = self.interaction
        if interaction.response_id is None or interaction.loading:
            return None
        return self._state.messages[interaction.channel_id].get(interaction.response_id)

    @property
    def messages(self) -> list[Message]:
        """The answer and every follow-up that exist, in order."""
        there = self._state.messages[self.interaction.channel_id]
        followups = [there[id] for id in self.interaction.followup_ids if id in there]
        return followups if self.response is None else [self.response, *followups]

    @property
    def modal(self) -> dict[str, Any] | None:
        """The modal that opened, in wire form."""
        return self.interaction.modal

    @property
    def choices(self) -> list[dict[str, Any]] | None:
        """The choices offered while typing, in wire form."""
        return self.interaction.choices

    async def wait(self, timeout: float = TO_RESPOND + 1.0) -> "Outcome":
        """Wait for the first answer, or for the three seconds to pass without one.

        Args:
            timeout: Seconds to wait at most.
        """
        await until(self._state, lambda: self.state != PENDING, timeout)
        return self

    async def wait_for_message(self, timeout: float = 5.0) -> Message:
        """Wait for the first message, past any promise of one.

        Args:
            timeout: Seconds to wait at most.
        """
        messages = await until(self._state, lambda: self.messages, timeout)
        return messages[0]
