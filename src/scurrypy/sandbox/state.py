"""The state of a world: what exists, and who is told when it changes."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from scurrypy.sandbox.clock import Clock
from scurrypy.sandbox.dispatch import Dispatch
from scurrypy.sandbox.files import Files
from scurrypy.sandbox.ids import Ids
from scurrypy.sandbox.records import Application, Channel, Guild, Invite, Member, Message, Role, User
from scurrypy.sandbox.records.commands import Command
from scurrypy.sandbox.records.grants import Grant
from scurrypy.sandbox.records.interactions import Interaction
from scurrypy.sandbox.records.lobbies import Lobby
from scurrypy.sandbox.records.monetization import Entitlement, Sku, Subscription
from scurrypy.sandbox.records.search import SearchIndex
from scurrypy.sandbox.records.stages import StageInstance
from scurrypy.sandbox.records.templates import Template
from scurrypy.sandbox.records.webhooks import Webhook
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.permissions import ALL, VIEW_CHANNEL, channel_permissions, guild_permissions


@dataclass(slots=True)
class GatewayInfo:
    """What `GET /gateway/bot` answers; the gateway puts its own in the place of this one."""

    url: str = "ws://127.0.0.1/"
    """Where the gateway listens."""
    shards: int = 1
    """How many shards a bot is told to use."""

    def session_start_limit(self, application: Application) -> dict[str, int]:
        """Return how many sessions the application may still start."""
        return {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}


class State:
    """Everything that exists in one world, in plain dicts keyed by id."""

    def __init__(self, clock: Clock | None = None) -> None:
        self.clock: Clock = clock or Clock()
        """The time in this world."""
        self.ids: Ids = Ids(self.clock)
        """Where its ids come from."""
        self.users: dict[int, User] = {}
        """Users and bots."""
        self.applications: dict[int, Application] = {}
        """Applications."""
        self.guilds: dict[int, Guild] = {}
        """Guilds."""
        self.channels: dict[int, Channel] = {}
        """Channels, threads and direct message channels."""
        self.messages: defaultdict[int, dict[int, Message]] = defaultdict(dict)
        """Messages in the order they were sent, by channel and id."""
        self.invites: dict[str, Invite] = {}
        """Invites, by code."""
        self.files: Files = Files(self.clock)
        """What the CDN serves."""
        self.commands: dict[int, Command] = {}
        """Application commands."""
        self.command_permissions: dict[tuple[int, int], list[dict[str, Any]]] = {}
        """Who may use a command, in wire form, by guild and by command, or application for all of its commands."""
        self.command_creates: dict[tuple[int, int | None], list[float]] = {}
        """When commands were made, in seconds since the Unix epoch, by application and guild."""
        self.interactions: dict[int, Interaction] = {}
        """Interactions."""
        self.webhooks: dict[int, Webhook] = {}
        """Webhooks."""
        self.stages: dict[int, StageInstance] = {}
        """Stages under way, by channel."""
        self.templates: dict[str, Template] = {}
        """Templates of guilds, by code."""
        self.skus: dict[int, Sku] = {}
        """What applications sell."""
        self.entitlements: dict[int, Entitlement] = {}
        """Who has what of it."""
        self.subscriptions: dict[int, Subscription] = {}
        """Who pays for it month by month."""
        self.grants: dict[str, Grant] = {}
        """What users let applications do, by access token."""
        self.lobbies: dict[int, Lobby] = {}
        """Lobbies of games."""
        self.search_index: SearchIndex = SearchIndex()
        """How far the index is that searches look into."""
        self.gateway_info: GatewayInfo = GatewayInfo()
        """What clients are told about the gateway."""
        self._listeners: list[Callable[[Dispatch], None]] = []

    def clear(self) -> None:
        """Forget everything that exists; who listens goes on listening."""
        for store in vars(self).values():
            if isinstance(store, dict):
                store.clear()
        self.files.clear()
        self.search_index.not_ready = 0

    def publish(self, dispatch: Dispatch) -> None:
        """Tell every listener, in the order they subscribed."""
        for listener in tuple(self._listeners):
            listener(dispatch)

    def subscribe(self, listener: Callable[[Dispatch], None]) -> Callable[[], None]:
        """Have `listener` told of everything that happens.

        Returns:
            A function that ends it.
        """
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def publish_in_channel(
        self, channel: Channel, name: str, data: dict[str, Any], *, guild_intent: int, dm_intent: int
    ) -> None:
        """Publish an event that happened in a channel to those who may see the channel."""
        if channel.guild_id is not None:
            data = {**data, "guild_id": str(channel.guild_id)}
            self.publish(Dispatch(name, data, channel.guild_id, guild_intent, channel_id=channel.id))
            return
        for application_id in self.bots_in_dm(channel):
            self.publish(Dispatch(name, data, None, dm_intent, application_id))

    def publish_to_permitted(self, guild: Guild, name: str, data: dict[str, Any], intents: int, needed: int) -> None:
        """Publish an event of a guild to those of its bots that have every permission of `needed`."""
        for application_id, application in self.applications.items():
            member = guild.members.get(application.bot_id)
            if member and guild_permissions(guild, member, self.clock.now()) & needed == needed:
                self.publish(Dispatch(name, data, guild.id, intents, application_id))

    def bots_in_dm(self, channel: Channel) -> list[int]:
        """Return the applications whose bots take part in a direct message channel."""
        return [id for id, application in self.applications.items() if application.bot_id in channel.recipient_ids]

    def find_user(self, user_id: int) -> User:
        """Return a user, or refuse with Unknown User."""
        user = self.users.get(user_id)
        if user is None:
            raise Code.UNKNOWN_USER.error()
        return user

    def find_guild(self, guild_id: int) -> Guild:
        """Return a guild, or refuse with Unknown Guild."""
        guild = self.guilds.get(guild_id)
        if guild is None:
            raise Code.UNKNOWN_GUILD.error()
        return guild

    def find_channel(self, channel_id: int) -> Channel:
        """Return a channel, or refuse with Unknown Channel."""
        channel = self.channels.get(channel_id)
        if channel is None:
            raise Code.UNKNOWN_CHANNEL.error()
        return channel

    def find_message(self, channel_id: int, message_id: int) -> Message:
        """Return a message, or refuse with Unknown Message."""
        message = self.messages[channel_id].get(message_id) if channel_id in self.messages else None
        if message is None:
            raise Code.UNKNOWN_MESSAGE.error()
        return message

    def find_member(self, guild_id: int, user_id: int) -> Member:
        """Return a member of a guild, or refuse with Unknown Member."""
        member = self.find_guild(guild_id).members.get(user_id)
        if member is None:
            raise Code.UNKNOWN_MEMBER.error()
        return member

    def find_role(self, guild_id: int, role_id: int) -> Role:
        """Return a role of a guild, or refuse with Unknown Role."""
        role = self.find_guild(guild_id).roles.get(role_id)
        if role is None:
            raise Code.UNKNOWN_ROLE.error()
        return role

    def forget_channel(self, channel: Channel) -> None:
        """Take a channel out of the world, with its messages, invites and webhooks."""
        del self.channels[channel.id]
        self.stages.pop(channel.id, None)
        for message in self.messages.pop(channel.id, {}).values():
            for attachment in message.attachments:
                self.files.discard(attachment.path)
        for code in [code for code, invite in self.invites.items() if invite.channel_id == channel.id]:
            del self.invites[code]
        for id in [id for id, webhook in self.webhooks.items() if webhook.channel_id == channel.id]:
            del self.webhooks[id]

    def channels_of(self, guild_id: int) -> list[Channel]:
        """Return a guild's channels without its threads, in the order they were made."""
        return [c for c in self.channels.values() if c.guild_id == guild_id and not c.is_thread]

    def threads_of(self, guild_id: int) -> list[Channel]:
        """Return a guild's threads, archived ones included, in the order they were made."""
        return [c for c in self.channels.values() if c.guild_id == guild_id and c.is_thread]

    def guilds_of(self, user_id: int) -> list[Guild]:
        """Return the guilds a user is in."""
        return [guild for guild in self.guilds.values() if user_id in guild.members]

    def parent_of(self, channel: Channel) -> Channel | None:
        """Return the channel a thread hangs from; None for anything else."""
        return self.channels.get(channel.parent_id) if channel.is_thread and channel.parent_id else None

    def permissions(self, user_id: int, channel: Channel) -> int:
        """Return what a user may do in a channel: nothing at all for those outside."""
        if channel.guild_id is None:
            return ALL if user_id in channel.recipient_ids else 0
        guild = self.guilds[channel.guild_id]
        member = guild.members.get(user_id)
        if member is None:
            return 0
        return channel_permissions(guild, member, channel, self.parent_of(channel), self.clock.now())

    def can_view(self, user_id: int, channel_id: int) -> bool:
        """Return whether a user may see a channel."""
        channel = self.channels.get(channel_id)
        return channel is not None and bool(self.permissions(user_id, channel) & VIEW_CHANNEL)
