"""Feedback by form: `/feedback` opens a modal, and what is written there is posted with Components V2."""

import os

from scurrypy import Client
from scurrypy.api.commands import SlashCommandPart
from scurrypy.api.components import Container, Label, Separator, TextDisplay, TextInput
from scurrypy.api.interactions import ModalDataModel, ModalPart
from scurrypy.api.messages import MessagePart
from scurrypy.enums import MessageFlags, TextInputStyle
from scurrypy.events import InteractionEvent, ReadyEvent

client = Client(token=os.environ["DISCORD_TOKEN"])

FORM = ModalPart(
    title="Feedback",
    custom_id="feedback",
    components=[
        Label("What is it about?", TextInput("subject", TextInputStyle.SHORT, max_length=100)),
        Label("Tell us more", TextInput("details", TextInputStyle.PARAGRAPH, required=False)),
    ],
)


async def on_ready(event: ReadyEvent) -> None:
    """Register the command."""
    command = SlashCommandPart("feedback", "Tell us what you think")
    await client.global_command(event.application.id).bulk_overwrite([command])
    print("ready", flush=True)


async def on_interaction(event: InteractionEvent) -> None:
    """Show the form, or post what was written in it."""
    interaction = client.interaction(event.id, event.token)
    if not isinstance(event.data, ModalDataModel):
        await interaction.respond_modal(FORM)
        return
    details = event.data.get_modal_data("details") or "no details"
    card = Container(
        [TextDisplay(f"## {event.data.get_modal_data('subject')}"), Separator(), TextDisplay(f"{details}")],
        accent_color=0x5865F2,
    )
    await interaction.respond(MessagePart(components=[card], flags=MessageFlags.IS_COMPONENTS_V2))


client.add_event_listener(ReadyEvent, on_ready)
client.add_event_listener(InteractionEvent, on_interaction)
client.run()
