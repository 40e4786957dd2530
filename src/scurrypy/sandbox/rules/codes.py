"""Every refusal the local Discord gives, with Discord's own number and words.

See [Discord Docs/JSON error codes](https://docs.discord.com/developers/topics/opcodes-and-status-codes#json).
"""

from enum import Enum

from scurrypy.sandbox.errors import ApiError


class Code(Enum):
    """A refusal: HTTP status, Discord's number, Discord's words."""

    UNAUTHORIZED = (401, 0, "401: Unauthorized")
    NOT_FOUND = (404, 0, "404: Not Found")
    METHOD_NOT_ALLOWED = (405, 0, "405: Method Not Allowed")
    INTERNAL = (500, 0, "500: Internal Server Error")

    UNKNOWN_APPLICATION = (404, 10002, "Unknown Application")
    UNKNOWN_CHANNEL = (404, 10003, "Unknown Channel")
    UNKNOWN_GUILD = (404, 10004, "Unknown Guild")
    UNKNOWN_INTEGRATION = (404, 10005, "Unknown Integration")
    UNKNOWN_INVITE = (404, 10006, "Unknown Invite")
    UNKNOWN_MEMBER = (404, 10007, "Unknown Member")
    UNKNOWN_MESSAGE = (404, 10008, "Unknown Message")
    UNKNOWN_OVERWRITE = (404, 10009, "Unknown Permission Overwrite")
    UNKNOWN_ROLE = (404, 10011, "Unknown Role")
    UNKNOWN_USER = (404, 10013, "Unknown User")
    UNKNOWN_EMOJI = (404, 10014, "Unknown Emoji")
    UNKNOWN_WEBHOOK = (404, 10015, "Unknown Webhook")
    UNKNOWN_BAN = (404, 10026, "Unknown Ban")
    UNKNOWN_SKU = (404, 10027, "Unknown SKU")
    UNKNOWN_ENTITLEMENT = (404, 10029, "Unknown Entitlement")
    UNKNOWN_LOBBY = (404, 10031, "Unknown Lobby")
    UNKNOWN_TEMPLATE = (404, 10057, "Unknown Guild Template")
    UNKNOWN_STICKER = (404, 10060, "Unknown Sticker")
    UNKNOWN_STICKER_PACK = (404, 10061, "Unknown Sticker Pack")
    UNKNOWN_INTERACTION = (404, 10062, "Unknown Interaction")
    UNKNOWN_COMMAND = (404, 10063, "Unknown application command")
    UNKNOWN_VOICE_STATE = (404, 10065, "Unknown Voice State")
    UNKNOWN_COMMAND_PERMISSIONS = (404, 10066, "Unknown application command permissions")
    UNKNOWN_STAGE = (404, 10067, "Unknown Stage Instance")
    UNKNOWN_WELCOME_SCREEN = (404, 10069, "Unknown Guild Welcome Screen")
    UNKNOWN_SCHEDULED_EVENT = (404, 10070, "Unknown Guild Scheduled Event")
    UNKNOWN_TAG = (404, 10087, "Unknown Tag")
    UNKNOWN_SOUND = (404, 10097, "Unknown sound")
    UNKNOWN_TARGET_USERS_JOB = (404, 10124, "Unknown invite target users job")
    UNKNOWN_TARGET_USERS = (404, 10129, "Unknown invite target users")

    NO_BOTS = (403, 20001, "Bots cannot use this endpoint")
    NOT_YOUR_APPLICATION = (403, 20012, "You are not authorized to perform this action on this application")
    SLOWMODE = (429, 20016, "This action cannot be performed due to slowmode rate limit")

    MAX_PINS = (400, 30003, "Maximum number of pins reached for the channel (250)")
    MAX_ROLES = (400, 30005, "Maximum number of guild roles reached (250)")
    MAX_WEBHOOKS = (400, 30007, "Maximum number of webhooks reached (15)")
    MAX_EMOJIS = (400, 30008, "Maximum number of emojis reached (50)")
    MAX_REACTIONS = (400, 30010, "Maximum number of reactions reached (20)")
    MAX_CHANNELS = (400, 30013, "Maximum number of guild channels reached (500)")
    MAX_INVITES = (400, 30016, "Maximum number of invites reached (1000)")
    MAX_ANIMATED_EMOJIS = (400, 30018, "Maximum number of animated emojis reached (50)")
    HAS_TEMPLATE = (400, 30031, "Guild already has a template")
    MAX_COMMANDS = (400, 30032, "Maximum number of application commands reached (100)")
    MAX_THREAD_MEMBERS = (400, 30033, "Max number of thread participants has been reached (1000)")
    MAX_COMMAND_CREATES = (400, 30034, "Maximum number of daily application command creates has been reached (200)")
    MAX_SCHEDULED_EVENTS = (400, 30038, "Maximum number of uncompleted guild scheduled events reached (100)")
    MAX_STICKERS = (400, 30039, "Maximum number of stickers reached (5)")
    MAX_SOUNDS = (400, 30045, "Maximum number of soundboard sounds reached (8)")

    REQUEST_TOO_LARGE = (413, 40005, "Request entity too large")
    USER_BANNED = (403, 40007, "The user is banned from this guild")
    NOT_CONSUMABLE = (400, 40018, "Only consumable SKUs can be consumed")
    NOT_A_TEST_ENTITLEMENT = (400, 40019, "You can only delete sandbox entitlements.")
    NOT_IN_VOICE = (400, 40032, "Target user is not connected to voice.")
    ALREADY_CROSSPOSTED = (400, 40033, "This message has already been crossposted")
    COMMAND_NAME_TAKEN = (400, 40041, "An application command with that name already exists")
    ALREADY_ACKNOWLEDGED = (400, 40060, "Interaction has already been acknowledged.")
    TAGS_REQUIRED = (400, 40067, "A tag is required to create a forum post in this channel")
    ALREADY_ENTITLED = (400, 40074, "An entitlement has already been granted for this resource")

    MISSING_ACCESS = (403, 50001, "Missing Access")
    NOT_ON_DM_CHANNEL = (403, 50003, "Cannot execute action on a DM channel")
    WIDGET_DISABLED = (403, 50004, "Widget Disabled")
    NOT_AUTHOR = (403, 50005, "Cannot edit a message authored by another user")
    EMPTY_MESSAGE = (400, 50006, "Cannot send an empty message")
    CANNOT_DM = (403, 50007, "Cannot send messages to this user")
    CANNOT_SEND_IN_CHANNEL = (400, 50008, "Cannot send messages in a non-text channel")
    MISSING_PERMISSIONS = (403, 50013, "Missing Permissions")
    BULK_DELETE_COUNT = (
        400,
        50016,
        (
            "Provided too few or too many messages to delete."
            " Must provide at least 2 and fewer than 100 messages to delete"
        ),
    )
    SYSTEM_MESSAGE = (403, 50021, "Cannot execute action on a system message")
    WRONG_CHANNEL_TYPE = (400, 50024, "Cannot execute action on this channel type")
    MISSING_SCOPE = (403, 50026, "Missing required OAuth2 scope")
    INVALID_WEBHOOK_TOKEN = (401, 50027, "Invalid Webhook Token")
    INVALID_ROLE = (400, 50028, "Invalid Role")
    BULK_DELETE_TOO_OLD = (400, 50034, "You can only bulk delete messages that are under 14 days old.")
    INVALID_OAUTH2_TOKEN = (403, 50025, "Invalid OAuth2 access token")
    INVALID_FORM = (400, 50035, "Invalid Form Body")
    INVALID_FILE = (400, 50046, "Invalid file uploaded")
    CHANNEL_REQUIRED = (400, 50074, "Cannot delete a channel required for Community guilds")
    INVALID_STICKER = (400, 50081, "Invalid sticker sent")
    THREAD_ARCHIVED = (400, 50083, "Thread is archived")
    INVALID_JSON = (400, 50109, "The request body contains invalid JSON.")
    ENTRY_POINT_REMOVED = (
        400,
        50240,
        (
            "You cannot remove this app's Entry Point command in a bulk update operation. Please include the Entry"
            " Point command in your update request or delete it separately."
        ),
    )

    INVALID_FILE_TYPE = (400, 50123, "The provided file type is invalid.")
    SOUND_TOO_LONG = (400, 50124, "The provided file duration exceeds maximum of 5.2 seconds.")
    UPLOAD_NOT_FOUND = (400, 50146, "Uploaded file not found.")
    VOICE_MESSAGE_CONTENT = (400, 50159, "Voice messages do not support additional content.")
    VOICE_MESSAGE_ATTACHMENT = (400, 50160, "Voice messages must have a single audio attachment.")
    VOICE_MESSAGE_METADATA = (400, 50161, "Voice messages must have supporting metadata.")
    INVALID_EMOJI = (400, 50151, "The specified emoji is invalid")
    SILENCED = (403, 50167, "Cannot send voice effect when user is server muted, deafened, or suppressed")
    NO_DURATION = (400, 50192, "The provided file does not have a valid duration.")
    NO_MUTUAL_GUILDS = (403, 50278, "Cannot send messages to this user due to having no mutual guilds")

    ONBOARDING_NOT_MET = (400, 350000, "Cannot enable onboarding, requirements are not met")
    ONBOARDING_BELOW = (400, 350001, "Cannot update onboarding while below requirements")
    BULK_BAN_FAILED = (400, 500000, "Failed to ban users")
    STAGE_OPEN = (400, 150006, "The Stage is already open.")
    REPLY_NEEDS_HISTORY = (400, 160002, "Cannot reply without permission to read message history")
    THREAD_EXISTS = (400, 160004, "A thread has already been created for this message")
    THREAD_LOCKED = (400, 160005, "Thread is locked")

    FINISHED_EVENT = (400, 180000, "Cannot update a finished event")
    STAGE_FOR_EVENT_FAILED = (400, 180002, "Failed to create stage needed for stage event")
    BLOCKED_BY_AUTO_MODERATION = (400, 200000, "Message was blocked by automatic moderation")

    FORUM_NEEDS_THREAD = (400, 220001, "Webhooks posted to forum channels must have a thread_name or thread_id")
    FORUM_BOTH_THREADS = (400, 220002, "Webhooks posted to forum channels cannot have both a thread_name and thread_id")
    THREADS_IN_FORUMS_ONLY = (400, 220003, "Webhooks can only create threads in forum channels")

    FOREIGN_STICKER = (403, 50600, "You do not have permission to send this sticker.")
    POLL_EXPIRED = (400, 520001, "Poll expired")
    POLL_NOT_EDITABLE = (400, 520003, "Cannot edit a poll message")
    NOT_A_POLL = (400, 520006, "Cannot expire a non-poll message")

    def error(self) -> ApiError:
        """Return the refusal, ready to be raised."""
        status, code, message = self.value
        return ApiError(status, code, message)
