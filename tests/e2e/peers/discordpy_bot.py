"""An ordinary discord.py bot: it knows nothing of the local Discord, and is run there by `test_peers.py`."""

import os

import discord
from discord import app_commands

intents = discord.Intents.default()
intents.message_content = True


class Form(discord.ui.Modal, title="About you"):
    """A modal with one field."""

    name = discord.ui.TextInput(label="Your name", custom_id="name")

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Answer the submission."""
        await interaction.response.send_message(f"Nice to meet you, {self.name.value}")


class Panel(discord.ui.View):
    """A button that counts and a select that is echoed."""

    @discord.ui.button(label="Press", custom_id="press")
    async def press(self, interaction: discord.Interaction, _button: discord.ui.Button) -> None:
        """Change the message the button is on."""
        await interaction.response.edit_message(content="pressed")

    @discord.ui.select(
        custom_id="fruit", options=[discord.SelectOption(label="Apple"), discord.SelectOption(label="Pear")]
    )
    async def fruit(self, interaction: discord.Interaction, select: discord.ui.Select) -> None:
        """Answer privately, after a pause for thought."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        await interaction.followup.send(f"You chose {select.values[0]}", ephemeral=True)


class Bot(discord.Client):
    """Registers its commands when it starts."""

    def __init__(self) -> None:
        super().__init__(intents=intents)
        self.tree = app_commands.CommandTree(self)

    async def setup_hook(self) -> None:
        """Send the commands to Discord."""
        await self.tree.sync()

    async def on_ready(self) -> None:
        """Say so."""
        print("ready", flush=True)

    async def on_message(self, message: discord.Message) -> None:
        """Answer `!ping`, and a file with its size."""
        if message.author.bot:
            return
        if message.content == "!ping":
            await message.reply("pong")
        for attachment in message.attachments:
            content = await attachment.read()
            await message.channel.send(f"{attachment.filename}: {len(content)} bytes")

    async def on_reaction_add(self, reaction: discord.Reaction, user: discord.abc.User) -> None:
        """React in kind."""
        if not user.bot:
            await reaction.message.add_reaction(reaction.emoji)


bot = Bot()


@bot.tree.command(description="Add two numbers")
async def add(interaction: discord.Interaction, first: int, second: int) -> None:
    """Answer with the sum."""
    await interaction.response.send_message(f"{first} + {second} = {first + second}")


@bot.tree.command(description="Name a colour")
async def colour(interaction: discord.Interaction, name: str) -> None:
    """Answer with the colour."""
    await interaction.response.send_message(f"{name} it is")


@colour.autocomplete("name")
async def complete(_interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
    """Offer the colours that begin with what was typed."""
    return [app_commands.Choice(name=c, value=c) for c in ("red", "rose", "green") if c.startswith(current)]


@bot.tree.command(description="Show a button and a select")
async def panel(interaction: discord.Interaction) -> None:
    """Show the panel."""
    await interaction.response.send_message("panel", view=Panel())


@bot.tree.command(description="Show a form")
async def form(interaction: discord.Interaction) -> None:
    """Show the modal."""
    await interaction.response.send_modal(Form())


bot.run(os.environ["DISCORD_TOKEN"])
