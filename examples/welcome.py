"""Welcomes who joins and gives them a role; shows errors that Discord may answer, handled where they occur."""

import os

from scurrypy import Client, Intents
from scurrypy.api.guilds import GuildRolePart
from scurrypy.core import DiscordError
from scurrypy.events import GuildMemberAddEvent, GuildMemberRemoveEvent

client = Client(token=os.environ["DISCORD_TOKEN"], intents=Intents.GUILDS | Intents.GUILD_MEMBERS)


async def on_join(event: GuildMemberAddEvent) -> None:
    """Greet in the system channel, and give the role "Newcomer", which is made when it is missing."""
    guild = client.guild(event.guild_id)
    channel_id = (await guild.fetch()).system_channel_id
    if channel_id is not None:
        await client.channel(channel_id).send(f"Welcome, <@{event.user.id}>!")
    try:
        roles = await guild.fetch_roles()
        newcomer = next((role for role in roles if role.name == "Newcomer"), None)
        if newcomer is None:
            newcomer = await guild.create_role(GuildRolePart("Newcomer"))
        await guild.add_member_role(event.user.id, newcomer.id)
    except DiscordError as error:
        print(f"no role for {event.user.username}: {error}", flush=True)


async def on_leave(event: GuildMemberRemoveEvent) -> None:
    """Note who left."""
    print(f"{event.user.username} left", flush=True)


client.add_event_listener(GuildMemberAddEvent, on_join)
client.add_event_listener(GuildMemberRemoveEvent, on_leave)
client.run()
