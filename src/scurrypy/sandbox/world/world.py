"""The world of the local Discord: its state, and the ways to build it up without asking for permission."""

import base64
import secrets
from typing import Any

from scurrypy.sandbox.actors.person import Person
from scurrypy.sandbox.actors.places import UserLike, find_user
from scurrypy.sandbox.clock import Clock
from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.payloads.applications import partial_application
from scurrypy.sandbox.payloads.guilds import guild_create
from scurrypy.sandbox.payloads.users import own_user
from scurrypy.sandbox.records import Application, Channel, Guild, Member, Role, User
from scurrypy.sandbox.records.channels import TEXT, VOICE
from scurrypy.sandbox.records.monetization import SUBSCRIPTION, Sku, Subscription
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.intents import PRIVILEGED, Intent
from scurrypy.sandbox.state import State
from scurrypy.sandbox.world.channels import add_channel
from scurrypy.sandbox.world.installed import add_integration
from scurrypy.sandbox.world.members import admit
from scurrypy.sandbox.world.purchases import add_sku, end
from scurrypy.sandbox.world.roles import add_role

BOT_PERMISSIONS = permissions.DEFAULT_EVERYONE | (
    permissions.MANAGE_CHANNELS | permissions.MANAGE_ROLES | permissions.MANAGE_MESSAGES | permissions.MANAGE_WEBHOOKS
    | permissions.MANAGE_THREADS | permissions.PIN_MESSAGES | permissions.KICK_MEMBERS | permissions.BAN_MEMBERS
    | permissions.MODERATE_MEMBERS | permissions.MANAGE_NICKNAMES | permissions.MANAGE_GUILD_EXPRESSIONS
    | permissions.MANAGE_GUILD | permissions.VIEW_AUDIT_LOG | permissions.MANAGE_EVENTS | permissions.MOVE_MEMBERS
    | permissions.MUTE_MEMBERS | permissions.DEAFEN_MEMBERS
)  # fmt: skip
"""What a bot may do in a guild it is added to, unless told otherwise: much, but not everything."""


class World(State):
    """Everything that exists, and what is needed to set a scene."""

    @classmethod
    def default(cls, clock: Clock | None = None) -> "World":
        """Return a small world: the guild Local with alice, who owns it, bob and carol, two channels, a lounge."""
        world = cls(clock)
        world._furnish()
        return world

    def _furnish(self) -> None:
        alice, bob, carol = (self.create_user(name) for name in ("alice", "bob", "carol"))
        guild = self.create_guild("Local", alice)
        self.create_channel(guild, "general")
        self.create_channel(guild, "random")
        self.create_channel(guild, "Lounge", VOICE)
        moderation = permissions.KICK_MEMBERS | permissions.MANAGE_MESSAGES | permissions.MODERATE_MEMBERS
        self.create_role(guild, "Moderator", permissions=moderation, hoist=True)
        self.add_member(guild, bob)
        self.add_member(guild, carol)

    def reset(self) -> None:
        """Put everything back to the default world, with every application's bot in its guild."""
        applications = list(self.applications.values())
        bots = [self.users[application.bot_id] for application in applications]
        for guild in self.guilds.values():
            for application in [a for a in applications if a.bot_id in guild.members]:
                gone = {"id": str(guild.id)}  # no `unavailable`: the bot was removed
                self.publish(Dispatch("GUILD_DELETE", gone, guild.id, Intent.GUILDS, application.id))
        self.clear()
        # The ids go on where they were, so that nothing new is taken for something that was there before.
        self._furnish()
        self.users.update({bot.id: bot for bot in bots})
        self.applications.update({application.id: application for application in applications})
        for application in applications:
            self.add_bot(next(iter(self.guilds.values())), application)

    def user(self, user: UserLike) -> Person:
        """Return somebody, by name or id, ready to act."""
        return Person(self, find_user(self, user))

    def create_user(self, name: str, *, bot: bool = False, global_name: str | None = None) -> User:
        """Return a new user."""
        if not bot and any(user.username == name for user in self.users.values()):
            raise ValueError(f"there is a user named {name} already")
        id = self.ids.next()
        discriminator = f"{id % 9999 + 1:04}" if bot else "0"
        display_name = global_name if bot else global_name or name.capitalize()
        user = User(id, name, global_name=display_name, bot=bot, discriminator=discriminator)
        self.users[id] = user
        return user

    def create_application(
        self, name: str, owner: User | None = None, *, privileged_intents: int = PRIVILEGED
    ) -> Application:
        """Return a new application with a bot user and a token.

        Args:
            name: Name of the application and its bot.
            owner: Who owns it; by default the first user of the world.
            privileged_intents: The privileged intents that are switched on for it.
        """
        owner = owner or next((user for user in self.users.values() if not user.bot), None) or self.create_user("owner")
        bot = self.create_user(name, bot=True)
        application = Application(bot.id, name, _mint_token(bot.id), bot.id, owner.id)
        application.privileged_intents = privileged_intents
        application.private_key = secrets.token_bytes(32)
        self.applications[application.id] = application
        return application

    def create_sku(
        self, application: Application, name: str, type: int = SUBSCRIPTION, *, for_guilds: bool = False
    ) -> Sku:
        """Return something new that an application sells: once, to be used up, or as a subscription.

        Args:
            application: The application.
            name: What it is called.
            type: 2 for good, 3 to be used up, 5 a subscription.
            for_guilds: Whether a subscription is for a whole guild.
        """
        return add_sku(self, application, name, type, for_guilds=for_guilds)

    def end_subscription(self, subscription: Subscription) -> None:
        """End a subscription now, as Discord does after its last month."""
        end(self, subscription)

    def create_guild(self, name: str, owner: User) -> Guild:
        """Return a new guild with its owner in it and no channels."""
        guild = Guild(self.ids.next(), name, owner.id, self.clock.now())
        guild.roles[guild.id] = Role(guild.id, guild.id, "@everyone", permissions.DEFAULT_EVERYONE)
        self.guilds[guild.id] = guild
        admit(self, guild, owner)
        return guild

    def create_channel(self, guild: Guild, name: str, type: int = TEXT, **fields: Any) -> Channel:
        """Return a new channel; `fields` are those of the record."""
        channel = add_channel(self, guild, name, type, **fields)
        if type == TEXT and guild.system_channel_id is None:
            guild.system_channel_id = channel.id
        return channel

    def create_role(self, guild: Guild, name: str, **fields: Any) -> Role:
        """Return a new role; `fields` are those of the record."""
        return add_role(self, guild, name, **fields)

    def add_member(self, guild: Guild, user: User, *, nick: str | None = None) -> Member:
        """Make a user a member of a guild."""
        return admit(self, guild, user, nick=nick)

    def add_bot(self, guild: Guild, application: Application, granted: int = BOT_PERMISSIONS) -> Member:
        """Make an application's bot a member of a guild, with a managed role of its own.

        Args:
            guild: The guild.
            application: The application.
            granted: Permissions of the role; 0 makes no role.
        """
        bot = self.users[application.bot_id]
        role_ids: list[int] = []
        if granted:
            tags = {"bot_id": str(bot.id)}
            role = add_role(self, guild, application.name, permissions=granted, managed=True, tags=tags)
            role_ids.append(role.id)
        member = admit(self, guild, bot, role_ids=role_ids)
        add_integration(self, guild, application)
        return member

    def authenticate(self, token: str) -> Application | None:
        """Return the application a token belongs to, with or without `Bot ` before it."""
        token = token.removeprefix("Bot ")
        return next((a for a in self.applications.values() if a.token == token), None)

    def ready_payload(self, application: Application) -> dict[str, Any]:
        """Return what READY tells of the application: its user, itself, and its guilds as yet unavailable."""
        guilds = self.guilds_of(application.bot_id)
        return {
            "user": own_user(self.users[application.bot_id]),
            "application": partial_application(application),
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
        }

    def guild_create_payload(self, guild_id: int, application: Application) -> dict[str, Any]:
        """Return the guild as GUILD_CREATE carries it to a bot, before anything is withheld from a session."""
        return guild_create(self, self.guilds[guild_id], application.bot_id)


def _mint_token(bot_id: int) -> str:
    # Clients read the bot's id from the first of the three parts.
    first = base64.urlsafe_b64encode(str(bot_id).encode()).decode().rstrip("=")
    return f"{first}.{secrets.token_urlsafe(5)[:6]}.{secrets.token_urlsafe(29)[:38]}"
