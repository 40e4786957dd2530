"""What members and roles may do."""

from scurrypy.enums.enum_types import DiscordFlags


class Permissions(DiscordFlags):
    """What members and roles may do. Discord sends and reads this as decimal text.

    See [Discord Docs/Permissions](https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags).
    """

    @property
    def sent_as_text(self) -> bool:
        """Permissions travel as decimal text."""
        return True

    CREATE_INSTANT_INVITE = 1 << 0
    """Create invites."""
    KICK_MEMBERS = 1 << 1
    """Kick members."""
    BAN_MEMBERS = 1 << 2
    """Ban members."""
    ADMINISTRATOR = 1 << 3
    """Everything; overwrites of channels do not apply."""
    MANAGE_CHANNELS = 1 << 4
    """Create, edit and delete channels."""
    MANAGE_GUILD = 1 << 5
    """Edit the guild."""
    ADD_REACTIONS = 1 << 6
    """Add reactions nobody added before."""
    VIEW_AUDIT_LOG = 1 << 7
    """Read the audit log."""
    PRIORITY_SPEAKER = 1 << 8
    """Be heard above the others."""
    STREAM = 1 << 9
    """Stream video."""
    VIEW_CHANNEL = 1 << 10
    """See the channel, and so read or join it."""
    SEND_MESSAGES = 1 << 11
    """Write messages, and create threads in forums."""
    SEND_TTS_MESSAGES = 1 << 12
    """Write messages that are read aloud."""
    MANAGE_MESSAGES = 1 << 13
    """Delete the messages of others."""
    EMBED_LINKS = 1 << 14
    """Have links turned into embeds."""
    ATTACH_FILES = 1 << 15
    """Upload files."""
    READ_MESSAGE_HISTORY = 1 << 16
    """Read earlier messages."""
    MENTION_EVERYONE = 1 << 17
    """Mention `@everyone`, `@here` and every role."""
    USE_EXTERNAL_EMOJIS = 1 << 18
    """Use emojis of other guilds."""
    VIEW_GUILD_INSIGHTS = 1 << 19
    """See the guild's statistics."""
    CONNECT = 1 << 20
    """Join voice channels."""
    SPEAK = 1 << 21
    """Speak in voice channels."""
    MUTE_MEMBERS = 1 << 22
    """Mute members in voice channels."""
    DEAFEN_MEMBERS = 1 << 23
    """Deafen members in voice channels."""
    MOVE_MEMBERS = 1 << 24
    """Move members between voice channels."""
    USE_VAD = 1 << 25
    """Speak without push-to-talk."""
    CHANGE_NICKNAME = 1 << 26
    """Change one's own nickname."""
    MANAGE_NICKNAMES = 1 << 27
    """Change the nicknames of others."""
    MANAGE_ROLES = 1 << 28
    """Edit roles below one's highest, and overwrites."""
    MANAGE_WEBHOOKS = 1 << 29
    """Create, edit and delete webhooks."""
    MANAGE_GUILD_EXPRESSIONS = 1 << 30
    """Edit and delete the emojis, stickers and sounds of anyone."""
    USE_APPLICATION_COMMANDS = 1 << 31
    """Use application commands."""
    REQUEST_TO_SPEAK = 1 << 32
    """Ask to speak on a stage."""
    MANAGE_EVENTS = 1 << 33
    """Edit and delete the scheduled events of anyone."""
    MANAGE_THREADS = 1 << 34
    """Delete and archive threads, and see private ones."""
    CREATE_PUBLIC_THREADS = 1 << 35
    """Create public and announcement threads."""
    CREATE_PRIVATE_THREADS = 1 << 36
    """Create private threads."""
    USE_EXTERNAL_STICKERS = 1 << 37
    """Use stickers of other guilds."""
    SEND_MESSAGES_IN_THREADS = 1 << 38
    """Write messages in threads."""
    USE_EMBEDDED_ACTIVITIES = 1 << 39
    """Use activities."""
    MODERATE_MEMBERS = 1 << 40
    """Time members out."""
    VIEW_CREATOR_MONETIZATION_ANALYTICS = 1 << 41
    """See what role subscriptions bring in."""
    USE_SOUNDBOARD = 1 << 42
    """Use the soundboard."""
    CREATE_GUILD_EXPRESSIONS = 1 << 43
    """Create emojis, stickers and sounds, and edit one's own."""
    CREATE_EVENTS = 1 << 44
    """Create scheduled events, and edit one's own."""
    USE_EXTERNAL_SOUNDS = 1 << 45
    """Use sounds of other guilds."""
    SEND_VOICE_MESSAGES = 1 << 46
    """Send voice messages."""
    SET_VOICE_CHANNEL_STATUS = 1 << 48
    """Set the status of voice channels."""
    SEND_POLLS = 1 << 49
    """Send polls."""
    USE_EXTERNAL_APPS = 1 << 50
    """Answers of user-installed applications are seen by everyone."""
    PIN_MESSAGES = 1 << 51
    """Pin messages."""
    BYPASS_SLOWMODE = 1 << 52
    """Ignore slowmode."""
