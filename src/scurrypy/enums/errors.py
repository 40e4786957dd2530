"""What Discord names the reason of a refused request."""

from scurrypy.enums.enum_types import DiscordTypes


class JSONErrorCode(DiscordTypes):
    """Why Discord refused a request, more exactly than its HTTP status; `DiscordError.code` is one.

    Many codes are not listed by Discord; they survive as numbers.

    See [Discord Docs/JSON Error Codes](https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes).
    """

    GENERAL_ERROR = 0
    """Something is wrong with the request, and no other code says what."""
    UNKNOWN_ACCOUNT = 10001
    """No such account."""
    UNKNOWN_APPLICATION = 10002
    """No such application."""
    UNKNOWN_CHANNEL = 10003
    """No such channel, or it was deleted."""
    UNKNOWN_GUILD = 10004
    """No such guild, or the bot is not in it."""
    UNKNOWN_INTEGRATION = 10005
    """No such integration."""
    UNKNOWN_INVITE = 10006
    """No such invite, or it expired."""
    UNKNOWN_MEMBER = 10007
    """The user is not in the guild."""
    UNKNOWN_MESSAGE = 10008
    """No such message, or it was deleted."""
    UNKNOWN_PERMISSION_OVERWRITE = 10009
    """The channel has no such overwrite."""
    UNKNOWN_PROVIDER = 10010
    """No such provider."""
    UNKNOWN_ROLE = 10011
    """No such role, or it was deleted."""
    UNKNOWN_TOKEN = 10012
    """No such token."""
    UNKNOWN_USER = 10013
    """No such user."""
    UNKNOWN_EMOJI = 10014
    """No such emoji, or it is not one that a reaction can be made of."""
    UNKNOWN_WEBHOOK = 10015
    """No such webhook; also one whose interaction token has expired."""
    UNKNOWN_WEBHOOK_SERVICE = 10016
    """No such service of webhooks."""
    UNKNOWN_SESSION = 10020
    """No such session."""
    UNKNOWN_ASSET = 10021
    """No such asset."""
    UNKNOWN_BAN = 10026
    """The user is not banned."""
    UNKNOWN_SKU = 10027
    """No such SKU."""
    UNKNOWN_STORE_LISTING = 10028
    """No such listing in the store."""
    UNKNOWN_ENTITLEMENT = 10029
    """No such entitlement."""
    UNKNOWN_BUILD = 10030
    """No such build."""
    UNKNOWN_LOBBY = 10031
    """No such lobby."""
    UNKNOWN_BRANCH = 10032
    """No such branch."""
    UNKNOWN_STORE_DIRECTORY_LAYOUT = 10033
    """No such layout of the store."""
    UNKNOWN_REDISTRIBUTABLE = 10036
    """No such redistributable."""
    UNKNOWN_GIFT_CODE = 10038
    """No such gift code."""
    UNKNOWN_STREAM = 10049
    """No such stream."""
    UNKNOWN_PREMIUM_SERVER_SUBSCRIBE_COOLDOWN = 10050
    """There is no waiting time for boosts."""
    UNKNOWN_GUILD_TEMPLATE = 10057
    """No such guild template."""
    UNKNOWN_DISCOVERABLE_SERVER_CATEGORY = 10059
    """No such category of server discovery."""
    UNKNOWN_STICKER = 10060
    """No such sticker."""
    UNKNOWN_STICKER_PACK = 10061
    """No such sticker pack."""
    UNKNOWN_INTERACTION = 10062
    """No such interaction: most often it was answered later than 3 seconds."""
    UNKNOWN_APPLICATION_COMMAND = 10063
    """No such command."""
    UNKNOWN_VOICE_STATE = 10065
    """The user is in no voice channel."""
    UNKNOWN_APPLICATION_COMMAND_PERMISSIONS = 10066
    """The command has no permissions of its own in this guild."""
    UNKNOWN_STAGE_INSTANCE = 10067
    """The stage is not live."""
    UNKNOWN_GUILD_MEMBER_VERIFICATION_FORM = 10068
    """The guild has no membership form."""
    UNKNOWN_GUILD_WELCOME_SCREEN = 10069
    """The guild has no welcome screen."""
    UNKNOWN_GUILD_SCHEDULED_EVENT = 10070
    """No such scheduled event."""
    UNKNOWN_GUILD_SCHEDULED_EVENT_USER = 10071
    """The user has not subscribed to the scheduled event."""
    UNKNOWN_TAG = 10087
    """The forum has no such tag."""
    UNKNOWN_SOUND = 10097
    """No such soundboard sound."""
    UNKNOWN_INVITE_TARGET_USERS_JOB = 10124
    """The invite is open to all, so no list of its users is in the making."""
    UNKNOWN_INVITE_TARGET_USERS = 10129
    """The invite is open to all, so there is no list of its users."""
    BOTS_NOT_ALLOWED = 20001
    """Bots cannot do this."""
    ONLY_BOTS_ALLOWED = 20002
    """Only bots can do this."""
    EXPLICIT_CONTENT_NOT_ALLOWED = 20009
    """The recipient does not take explicit content."""
    NOT_AUTHORIZED_FOR_APPLICATION = 20012
    """The application belongs to someone else."""
    PREMIUM_SUBSCRIPTION_REQUIRED = 20015
    """This needs Nitro."""
    SLOWMODE_RATE_LIMIT = 20016
    """The channel's slowmode is not over yet."""
    OWNER_ONLY = 20018
    """Only the account's owner can do this."""
    ANNOUNCEMENT_EDIT_RATE_LIMIT = 20022
    """Announcements were edited too often to edit this message now."""
    UNDER_MINIMUM_AGE = 20024
    """The user is too young."""
    CHANNEL_WRITE_RATE_LIMIT = 20028
    """Too much was written in this channel."""
    GUILD_WRITE_RATE_LIMIT = 20029
    """Too much was written in this guild."""
    WORDS_NOT_ALLOWED = 20031
    """A topic, name or description of a guild, stage or channel holds words that are not allowed."""
    GUILD_PREMIUM_LEVEL_TOO_LOW = 20035
    """The guild has too few boosts."""
    MAXIMUM_GUILDS = 30001
    """Too many guilds; 100 is the most."""
    MAXIMUM_FRIENDS = 30002
    """Too many friends; 1000 is the most."""
    MAXIMUM_PINS = 30003
    """Too many pins in the channel; 250 is the most."""
    MAXIMUM_RECIPIENTS = 30004
    """Too many recipients; 10 is the most."""
    MAXIMUM_GUILD_ROLES = 30005
    """Too many roles; 250 is the most."""
    MAXIMUM_WEBHOOKS = 30007
    """Too many webhooks in the channel; 15 is the most."""
    MAXIMUM_EMOJIS = 30008
    """Too many emojis for the guild's boosts."""
    MAXIMUM_REACTIONS = 30010
    """Too many different reactions to a message; 20 is the most."""
    MAXIMUM_GROUP_DMS = 30011
    """Too many groups; 10 is the most."""
    MAXIMUM_GUILD_CHANNELS = 30013
    """Too many channels; 500 is the most."""
    MAXIMUM_ATTACHMENTS = 30015
    """Too many attachments; 10 is the most."""
    MAXIMUM_INVITES = 30016
    """Too many invites; 1000 is the most."""
    MAXIMUM_ANIMATED_EMOJIS = 30018
    """Too many animated emojis for the guild's boosts."""
    MAXIMUM_GUILD_MEMBERS = 30019
    """The guild is full."""
    MAXIMUM_GUILD_CATEGORIES = 30030
    """Too many discovery categories; 5 is the most."""
    GUILD_ALREADY_HAS_TEMPLATE = 30031
    """The guild has a template, and it can have only one."""
    MAXIMUM_APPLICATION_COMMANDS = 30032
    """Too many commands."""
    MAXIMUM_THREAD_PARTICIPANTS = 30033
    """Too many members of a thread; 1000 is the most."""
    MAXIMUM_DAILY_APPLICATION_COMMAND_CREATES = 30034
    """Too many commands created today; 200 a day is the most."""
    MAXIMUM_NON_MEMBER_BANS = 30035
    """Too many bans of users who are not in the guild."""
    MAXIMUM_BAN_FETCHES = 30037
    """Bans were fetched too often."""
    MAXIMUM_GUILD_SCHEDULED_EVENTS = 30038
    """Too many scheduled events to come; 100 is the most."""
    MAXIMUM_STICKERS = 30039
    """Too many stickers for the guild's boosts."""
    MAXIMUM_PRUNE_REQUESTS = 30040
    """Members were pruned too often; later it may succeed."""
    MAXIMUM_WIDGET_UPDATES = 30042
    """The widget was edited too often; later it may succeed."""
    MAXIMUM_SOUNDBOARD_SOUNDS = 30045
    """Too many soundboard sounds for the guild's boosts."""
    MAXIMUM_OLD_MESSAGE_EDITS = 30046
    """Messages older than an hour were edited too often; later it may succeed."""
    MAXIMUM_PINNED_FORUM_THREADS = 30047
    """Too many threads pinned in the forum."""
    MAXIMUM_FORUM_TAGS = 30048
    """Too many tags in the forum."""
    BITRATE_TOO_HIGH = 30052
    """The bitrate is too high for a channel of this type."""
    MAXIMUM_PREMIUM_EMOJIS = 30056
    """Too many emojis of role subscriptions; 25 is the most."""
    MAXIMUM_GUILD_WEBHOOKS = 30058
    """Too many webhooks in the guild; 1000 is the most."""
    MAXIMUM_PERMISSION_OVERWRITES = 30060
    """Too many overwrites in the channel; 1000 is the most."""
    GUILD_CHANNELS_TOO_LARGE = 30061
    """All channels of the guild together hold too much."""
    UNAUTHORIZED = 40001
    """There is no token, or it is not valid."""
    VERIFICATION_REQUIRED = 40002
    """The account must be verified first."""
    OPENING_DIRECT_MESSAGES_TOO_FAST = 40003
    """Too many direct messages were opened in a short time."""
    SEND_MESSAGES_DISABLED = 40004
    """To send messages is switched off for now."""
    REQUEST_ENTITY_TOO_LARGE = 40005
    """What was sent is too large."""
    FEATURE_DISABLED = 40006
    """Discord has switched this off for now."""
    USER_BANNED = 40007
    """The user is banned from the guild."""
    ONE_PARENT_CHANGE_AT_A_TIME = 40009
    """Only one channel can change its category in a request."""
    CONNECTION_REVOKED = 40012
    """The connection was withdrawn."""
    ONLY_CONSUMABLE_SKUS = 40018
    """Only what is consumable can be consumed."""
    ONLY_SANDBOX_ENTITLEMENTS = 40019
    """Only test entitlements can be deleted."""
    TARGET_NOT_IN_VOICE = 40032
    """The user is in no voice channel."""
    ALREADY_CROSSPOSTED = 40033
    """The message was published before."""
    COMMAND_NAME_TAKEN = 40041
    """There is a command of this name."""
    INTERACTION_FAILED_TO_SEND = 40043
    """The interaction could not be delivered."""
    NO_MESSAGES_IN_FORUM = 40058
    """A forum holds threads only, no messages."""
    INTERACTION_ALREADY_ACKNOWLEDGED = 40060
    """The interaction was answered before."""
    TAG_NAMES_NOT_UNIQUE = 40061
    """Two tags have the same name."""
    SERVICE_RATE_LIMITED = 40062
    """A service behind Discord receives too many requests."""
    NO_TAGS_FOR_NON_MODERATORS = 40066
    """Every tag of the forum is for moderators only."""
    TAG_REQUIRED = 40067
    """Threads of this forum need a tag."""
    ENTITLEMENT_ALREADY_GRANTED = 40074
    """The entitlement was granted before."""
    MAXIMUM_FOLLOWUPS = 40094
    """Too many followups to the interaction."""
    CLOUDFLARE_BLOCKED = 40333
    """Cloudflare refuses the request, often because of its user agent."""
    MISSING_ACCESS = 50001
    """The bot cannot see the channel or guild, or lacks a scope."""
    INVALID_ACCOUNT_TYPE = 50002
    """An account of this kind cannot do it."""
    NOT_IN_DM_CHANNEL = 50003
    """This cannot be done in direct messages."""
    WIDGET_DISABLED = 50004
    """The guild's widget is switched off."""
    MESSAGE_OF_ANOTHER_USER = 50005
    """Only its author can edit a message."""
    EMPTY_MESSAGE = 50006
    """The message holds nothing."""
    CANNOT_MESSAGE_USER = 50007
    """The user takes no direct messages from the bot."""
    NOT_A_TEXT_CHANNEL = 50008
    """Messages cannot be written in a channel of this type."""
    VERIFICATION_LEVEL_TOO_HIGH = 50009
    """The guild demands more verification than the user has."""
    APPLICATION_HAS_NO_BOT = 50010
    """The application has no bot."""
    APPLICATION_LIMIT_REACHED = 50011
    """Too many applications."""
    INVALID_OAUTH2_STATE = 50012
    """The state of the authorization is not the one that was given."""
    MISSING_PERMISSIONS = 50013
    """The bot lacks a permission, or stands below the role or member in question."""
    INVALID_AUTHENTICATION_TOKEN = 50014
    """The token is not valid."""
    NOTE_TOO_LONG = 50015
    """The note is too long."""
    WRONG_BULK_DELETE_COUNT = 50016
    """Too few or too many messages to delete at once; 2 to 100 it must be."""
    INVALID_MFA_LEVEL = 50017
    """No such level of two-factor authentication."""
    PINNED_IN_ANOTHER_CHANNEL = 50019
    """A message can be pinned in its own channel only."""
    INVITE_CODE_INVALID_OR_TAKEN = 50020
    """The invite code is not allowed, or another has it."""
    SYSTEM_MESSAGE = 50021
    """This cannot be done with a system message."""
    WRONG_CHANNEL_TYPE = 50024
    """This cannot be done in a channel of this type."""
    INVALID_OAUTH2_TOKEN = 50025
    """The access token is not valid."""
    MISSING_OAUTH2_SCOPE = 50026
    """The access token lacks a scope."""
    INVALID_WEBHOOK_TOKEN = 50027
    """The webhook's or interaction's token is not valid."""
    INVALID_ROLE = 50028
    """The role cannot be used here."""
    INVALID_RECIPIENTS = 50033
    """A recipient is not valid."""
    MESSAGE_TOO_OLD_FOR_BULK_DELETE = 50034
    """A message is older than two weeks."""
    INVALID_FORM_BODY = 50035
    """Fields of the body are wrong; the error's `errors` says which."""
    INVITE_TO_GUILD_WITHOUT_BOT = 50036
    """The invite leads to a guild that the bot is not in."""
    INVALID_ACTIVITY_ACTION = 50039
    """No such action of an activity."""
    INVALID_API_VERSION = 50041
    """No such version of the API."""
    FILE_TOO_LARGE = 50045
    """A file is larger than the guild allows."""
    INVALID_FILE_UPLOADED = 50046
    """A file is not valid."""
    CANNOT_REDEEM_OWN_GIFT = 50054
    """Nobody can redeem a gift of their own."""
    INVALID_GUILD = 50055
    """The guild cannot be used here."""
    INVALID_SKU = 50057
    """The SKU cannot be used here."""
    INVALID_REQUEST_ORIGIN = 50067
    """The request comes from where it may not come from."""
    INVALID_MESSAGE_TYPE = 50068
    """This cannot be done with a message of this type."""
    PAYMENT_SOURCE_REQUIRED = 50070
    """The gift can be redeemed only by who has a means of payment."""
    SYSTEM_WEBHOOK = 50073
    """Discord's own webhooks cannot be changed."""
    COMMUNITY_CHANNEL_REQUIRED = 50074
    """A community guild must keep this channel."""
    CANNOT_EDIT_STICKERS = 50080
    """Stickers of a message cannot be changed."""
    INVALID_STICKER_SENT = 50081
    """A sticker cannot be used here."""
    THREAD_ARCHIVED = 50083
    """The thread is archived and must be opened first."""
    INVALID_THREAD_NOTIFICATION_SETTINGS = 50084
    """No such notification setting of a thread."""
    BEFORE_THREAD_CREATION = 50085
    """`before` is a time at which the thread did not exist."""
    COMMUNITY_CHANNELS_MUST_BE_TEXT = 50086
    """This channel of a community guild must be a text channel."""
    WRONG_EVENT_ENTITY_TYPE = 50091
    """The scheduled event is to take place elsewhere than where it is started."""
    GUILD_NOT_AVAILABLE_IN_LOCATION = 50095
    """The guild is not available in the user's country."""
    MONETIZATION_REQUIRED = 50097
    """The guild must have monetization switched on."""
    MORE_BOOSTS_REQUIRED = 50101
    """The guild needs more boosts."""
    INVALID_JSON = 50109
    """The body is not JSON."""
    INVALID_FILE = 50110
    """The file is not valid."""
    INVALID_FILE_TYPE = 50123
    """The file is of a type that is not allowed."""
    FILE_DURATION_TOO_LONG = 50124
    """The file plays longer than 5.2 seconds."""
    OWNER_CANNOT_BE_PENDING = 50131
    """The owner must have passed membership screening."""
    OWNER_CANNOT_BE_BOT = 50132
    """A bot cannot become a guild's owner."""
    ASSET_RESIZE_FAILED = 50138
    """The image could not be made smaller than 262144 bytes."""
    MIXED_SUBSCRIPTION_ROLES = 50144
    """An emoji's roles are of role subscriptions either all or none."""
    PREMIUM_EMOJI_CONVERSION = 50145
    """An emoji cannot begin or cease to be one of role subscriptions."""
    UPLOADED_FILE_NOT_FOUND = 50146
    """The file that was uploaded is not there."""
    INVALID_EMOJI = 50151
    """The emoji is not valid."""
    VOICE_MESSAGE_WITH_CONTENT = 50159
    """A voice message holds nothing but its file."""
    VOICE_MESSAGE_NEEDS_ONE_AUDIO_FILE = 50160
    """A voice message holds exactly one audio file."""
    VOICE_MESSAGE_NEEDS_METADATA = 50161
    """A voice message's file needs `duration_secs` and `waveform`."""
    CANNOT_EDIT_VOICE_MESSAGE = 50162
    """A voice message cannot be edited."""
    CANNOT_DELETE_SUBSCRIPTION_INTEGRATION = 50163
    """The integration of role subscriptions cannot be deleted."""
    CANNOT_SEND_VOICE_EFFECT = 50167
    """Who is muted, deafened or suppressed cannot send voice effects."""
    CANNOT_SEND_VOICE_MESSAGE = 50173
    """Voice messages cannot be sent here."""
    USER_MUST_BE_VERIFIED = 50178
    """The user must be verified first."""
    INVALID_FILE_DURATION = 50192
    """How long the file plays cannot be told."""
    USER_IS_PROVISIONAL = 50229
    """The account is provisional and cannot be unmerged."""
    CANNOT_REMOVE_ENTRY_POINT_COMMAND = 50240
    """The commands that were sent lack the application's Entry Point command; not documented by Discord."""
    NO_MUTUAL_GUILDS = 50278
    """The user shares no guild with the bot."""
    CANNOT_SEND_STICKER = 50600
    """The sticker needs a permission that is missing."""
    TWO_FACTOR_REQUIRED = 60003
    """This needs two-factor authentication; a bot's owner must have it."""
    NO_USERS_WITH_TAG = 80004
    """Nobody has this name."""
    REACTION_BLOCKED = 90001
    """The author of the message has blocked who reacts."""
    CANNOT_USE_BURST_REACTIONS = 90002
    """The user has no super reactions left."""
    INDEX_NOT_YET_AVAILABLE = 110000
    """The search index is in the making; later it may succeed."""
    APPLICATION_NOT_YET_AVAILABLE = 110001
    """The application is in the making; later it may succeed."""
    API_OVERLOADED = 130000
    """Discord has too much to do; a little later it may succeed."""
    STAGE_ALREADY_OPEN = 150006
    """The stage is live."""
    CANNOT_REPLY_WITHOUT_HISTORY = 160002
    """A reply needs READ_MESSAGE_HISTORY."""
    MESSAGE_HAS_THREAD = 160004
    """The message has a thread."""
    THREAD_LOCKED = 160005
    """The thread is locked."""
    MAXIMUM_ACTIVE_THREADS = 160006
    """Too many active threads."""
    MAXIMUM_ACTIVE_ANNOUNCEMENT_THREADS = 160007
    """Too many active threads of announcements."""
    CANNOT_FORWARD_UNREADABLE_MESSAGE = 160014
    """Who cannot read a message cannot forward it."""
    INVALID_LOTTIE = 170001
    """The Lottie file is not JSON."""
    LOTTIE_WITH_RASTER_IMAGES = 170002
    """The Lottie file holds images such as PNG or JPEG."""
    STICKER_FRAMERATE_TOO_HIGH = 170003
    """The sticker has too many frames a second."""
    STICKER_TOO_MANY_FRAMES = 170004
    """The sticker has more than 1000 frames."""
    LOTTIE_TOO_LARGE = 170005
    """The animation is too wide or too high."""
    STICKER_FRAMERATE_OUT_OF_RANGE = 170006
    """The sticker has too few or too many frames a second."""
    STICKER_ANIMATION_TOO_LONG = 170007
    """The sticker plays longer than 5 seconds."""
    EVENT_FINISHED = 180000
    """The scheduled event is over."""
    STAGE_OF_EVENT_FAILED = 180002
    """The stage that the scheduled event needs could not be created."""
    MESSAGE_BLOCKED_BY_AUTOMOD = 200000
    """Auto moderation blocked the message."""
    TITLE_BLOCKED_BY_AUTOMOD = 200001
    """Auto moderation blocked the title."""
    WEBHOOK_NEEDS_THREAD = 220001
    """In a forum, a webhook needs `thread_name` or `thread_id`."""
    WEBHOOK_HAS_TWO_THREADS = 220002
    """A webhook takes `thread_name` or `thread_id`, not both."""
    WEBHOOK_THREADS_ONLY_IN_FORUMS = 220003
    """A webhook can create threads in forums only."""
    WEBHOOK_SERVICES_NOT_IN_FORUMS = 220004
    """The webhooks of other services do not work in forums."""
    HARMFUL_LINK = 240000
    """Discord's filter blocked a harmful link."""
    JOINING_GUILDS_LIMITED = 340015
    """The user cannot join guilds for now."""
    CANNOT_ENABLE_ONBOARDING = 350000
    """The guild lacks what onboarding needs."""
    CANNOT_UPDATE_ONBOARDING = 350001
    """After this change, the guild would lack what onboarding needs."""
    FILE_UPLOADS_LIMITED = 400001
    """Files cannot be uploaded in this guild for now."""
    FAILED_TO_BAN_USERS = 500000
    """None of the users could be banned."""
    POLL_VOTING_BLOCKED = 520000
    """The user cannot vote."""
    POLL_EXPIRED = 520001
    """The poll is over."""
    WRONG_CHANNEL_TYPE_FOR_POLL = 520002
    """There are no polls in a channel of this type."""
    CANNOT_EDIT_POLL_MESSAGE = 520003
    """A message with a poll cannot be edited."""
    CANNOT_USE_POLL_EMOJI = 520004
    """An emoji of the poll cannot be used here."""
    NOT_A_POLL = 520006
    """The message holds no poll that could be ended."""
    PROVISIONAL_ACCOUNTS_NOT_GRANTED = 530000
    """The application may not use provisional accounts."""
    ID_TOKEN_EXPIRED = 530001
    """The identity provider's token has expired."""
    ID_TOKEN_ISSUER_MISMATCH = 530002
    """The token's issuer is not the one that is set in the portal."""
    ID_TOKEN_AUDIENCE_MISMATCH = 530003
    """The token was made for another audience than the one that is set in the portal."""
    ID_TOKEN_TOO_OLD = 530004
    """The token was issued more than a week ago."""
    USERNAME_GENERATION_TIMED_OUT = 530006
    """No free user name was found in time; to try again may succeed."""
    INVALID_CLIENT_SECRET = 530007
    """The client secret is not valid."""
    USER_NOT_PROVISIONAL = 530010
    """The account is not provisional and must be authorized through Discord."""
    INVALID_MERGE_SOURCE = 530014
    """The account to be merged is not provisional."""
    INVALID_MERGE_DESTINATION = 530016
    """The account to merge into is provisional."""
    MERGE_SOURCE_BANNED = 530017
    """The account to be merged is banned from Discord."""
    TOO_MANY_APPLICATION_IDENTITIES = 530023
    """The user has an identity of this application."""
