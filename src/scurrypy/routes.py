"""One line per operation of Discord's HTTP API, named as `operationId` in Discord's published spec names it.

The same name finds the resource method that uses it, the handler in the local Discord, and its tests.
"""

from typing import Final
from urllib.parse import quote

import msgspec


class Route(msgspec.Struct, frozen=True):
    """One operation: its HTTP method and the template of its path."""

    method: str
    """HTTP method, in capitals."""
    template: str
    """Path below the API's base, with `{names}` for what is filled in."""

    def path(self, **values: object) -> str:
        """Return the path with each name filled in and quoted, so that no value can change the path."""
        return self.template.format_map({name: quote_segment(value) for name, value in values.items()})


def quote_segment(value: object) -> str:
    """Return `value` quoted to stand as one segment of a path."""
    text = str(value)
    if text.isdecimal() and text.isascii():
        return text
    text = quote(text, safe="@:")
    # A segment of dots alone would be taken as "this folder" or "the folder above".
    return text.replace(".", "%2E") if text in (".", "..") else text


# /applications
GET_MY_APPLICATION: Final = Route("GET", "/applications/@me")
UPDATE_MY_APPLICATION: Final = Route("PATCH", "/applications/@me")
GET_APPLICATION: Final = Route("GET", "/applications/{application_id}")
UPDATE_APPLICATION: Final = Route("PATCH", "/applications/{application_id}")
APPLICATIONS_GET_ACTIVITY_INSTANCE: Final = Route(
    "GET", "/applications/{application_id}/activity-instances/{instance_id}"
)
UPLOAD_APPLICATION_ATTACHMENT: Final = Route("POST", "/applications/{application_id}/attachment")
LIST_APPLICATION_COMMANDS: Final = Route("GET", "/applications/{application_id}/commands")
BULK_SET_APPLICATION_COMMANDS: Final = Route("PUT", "/applications/{application_id}/commands")
CREATE_APPLICATION_COMMAND: Final = Route("POST", "/applications/{application_id}/commands")
GET_APPLICATION_COMMAND: Final = Route("GET", "/applications/{application_id}/commands/{command_id}")
DELETE_APPLICATION_COMMAND: Final = Route("DELETE", "/applications/{application_id}/commands/{command_id}")
UPDATE_APPLICATION_COMMAND: Final = Route("PATCH", "/applications/{application_id}/commands/{command_id}")
LIST_APPLICATION_EMOJIS: Final = Route("GET", "/applications/{application_id}/emojis")
CREATE_APPLICATION_EMOJI: Final = Route("POST", "/applications/{application_id}/emojis")
GET_APPLICATION_EMOJI: Final = Route("GET", "/applications/{application_id}/emojis/{emoji_id}")
DELETE_APPLICATION_EMOJI: Final = Route("DELETE", "/applications/{application_id}/emojis/{emoji_id}")
UPDATE_APPLICATION_EMOJI: Final = Route("PATCH", "/applications/{application_id}/emojis/{emoji_id}")
GET_ENTITLEMENTS: Final = Route("GET", "/applications/{application_id}/entitlements")
CREATE_ENTITLEMENT: Final = Route("POST", "/applications/{application_id}/entitlements")
GET_ENTITLEMENT: Final = Route("GET", "/applications/{application_id}/entitlements/{entitlement_id}")
DELETE_ENTITLEMENT: Final = Route("DELETE", "/applications/{application_id}/entitlements/{entitlement_id}")
CONSUME_ENTITLEMENT: Final = Route("POST", "/applications/{application_id}/entitlements/{entitlement_id}/consume")
LIST_GUILD_APPLICATION_COMMANDS: Final = Route("GET", "/applications/{application_id}/guilds/{guild_id}/commands")
BULK_SET_GUILD_APPLICATION_COMMANDS: Final = Route("PUT", "/applications/{application_id}/guilds/{guild_id}/commands")
CREATE_GUILD_APPLICATION_COMMAND: Final = Route("POST", "/applications/{application_id}/guilds/{guild_id}/commands")
LIST_GUILD_APPLICATION_COMMAND_PERMISSIONS: Final = Route(
    "GET", "/applications/{application_id}/guilds/{guild_id}/commands/permissions"
)
GET_GUILD_APPLICATION_COMMAND: Final = Route(
    "GET", "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}"
)
DELETE_GUILD_APPLICATION_COMMAND: Final = Route(
    "DELETE", "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}"
)
UPDATE_GUILD_APPLICATION_COMMAND: Final = Route(
    "PATCH", "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}"
)
GET_GUILD_APPLICATION_COMMAND_PERMISSIONS: Final = Route(
    "GET", "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}/permissions"
)
SET_GUILD_APPLICATION_COMMAND_PERMISSIONS: Final = Route(
    "PUT", "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}/permissions"
)
GET_APPLICATION_ROLE_CONNECTIONS_METADATA: Final = Route(
    "GET", "/applications/{application_id}/role-connections/metadata"
)
UPDATE_APPLICATION_ROLE_CONNECTIONS_METADATA: Final = Route(
    "PUT", "/applications/{application_id}/role-connections/metadata"
)
# Documented, but not in the published spec:
LIST_SKUS: Final = Route("GET", "/applications/{application_id}/skus")

# /channels
GET_CHANNEL: Final = Route("GET", "/channels/{channel_id}")
DELETE_CHANNEL: Final = Route("DELETE", "/channels/{channel_id}")
UPDATE_CHANNEL: Final = Route("PATCH", "/channels/{channel_id}")
FOLLOW_CHANNEL: Final = Route("POST", "/channels/{channel_id}/followers")
LIST_CHANNEL_INVITES: Final = Route("GET", "/channels/{channel_id}/invites")
CREATE_CHANNEL_INVITE: Final = Route("POST", "/channels/{channel_id}/invites")
LIST_MESSAGES: Final = Route("GET", "/channels/{channel_id}/messages")
CREATE_MESSAGE: Final = Route("POST", "/channels/{channel_id}/messages")
BULK_DELETE_MESSAGES: Final = Route("POST", "/channels/{channel_id}/messages/bulk-delete")
LIST_PINS: Final = Route("GET", "/channels/{channel_id}/messages/pins")
CREATE_PIN: Final = Route("PUT", "/channels/{channel_id}/messages/pins/{message_id}")
DELETE_PIN: Final = Route("DELETE", "/channels/{channel_id}/messages/pins/{message_id}")
GET_MESSAGE: Final = Route("GET", "/channels/{channel_id}/messages/{message_id}")
DELETE_MESSAGE: Final = Route("DELETE", "/channels/{channel_id}/messages/{message_id}")
UPDATE_MESSAGE: Final = Route("PATCH", "/channels/{channel_id}/messages/{message_id}")
CROSSPOST_MESSAGE: Final = Route("POST", "/channels/{channel_id}/messages/{message_id}/crosspost")
DELETE_ALL_MESSAGE_REACTIONS: Final = Route("DELETE", "/channels/{channel_id}/messages/{message_id}/reactions")
LIST_MESSAGE_REACTIONS_BY_EMOJI: Final = Route(
    "GET", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}"
)
DELETE_ALL_MESSAGE_REACTIONS_BY_EMOJI: Final = Route(
    "DELETE", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}"
)
ADD_MY_MESSAGE_REACTION: Final = Route("PUT", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me")
DELETE_MY_MESSAGE_REACTION: Final = Route(
    "DELETE", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me"
)
DELETE_USER_MESSAGE_REACTION: Final = Route(
    "DELETE", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/{user_id}"
)
CREATE_THREAD_FROM_MESSAGE: Final = Route("POST", "/channels/{channel_id}/messages/{message_id}/threads")
SET_CHANNEL_PERMISSION_OVERWRITE: Final = Route("PUT", "/channels/{channel_id}/permissions/{overwrite_id}")
DELETE_CHANNEL_PERMISSION_OVERWRITE: Final = Route("DELETE", "/channels/{channel_id}/permissions/{overwrite_id}")
DEPRECATED_LIST_PINS: Final = Route("GET", "/channels/{channel_id}/pins")
DEPRECATED_CREATE_PIN: Final = Route("PUT", "/channels/{channel_id}/pins/{message_id}")
DEPRECATED_DELETE_PIN: Final = Route("DELETE", "/channels/{channel_id}/pins/{message_id}")
GET_ANSWER_VOTERS: Final = Route("GET", "/channels/{channel_id}/polls/{message_id}/answers/{answer_id}")
POLL_EXPIRE: Final = Route("POST", "/channels/{channel_id}/polls/{message_id}/expire")
ADD_GROUP_DM_USER: Final = Route("PUT", "/channels/{channel_id}/recipients/{user_id}")
DELETE_GROUP_DM_USER: Final = Route("DELETE", "/channels/{channel_id}/recipients/{user_id}")
SEND_SOUNDBOARD_SOUND: Final = Route("POST", "/channels/{channel_id}/send-soundboard-sound")
LIST_THREAD_MEMBERS: Final = Route("GET", "/channels/{channel_id}/thread-members")
JOIN_THREAD: Final = Route("PUT", "/channels/{channel_id}/thread-members/@me")
LEAVE_THREAD: Final = Route("DELETE", "/channels/{channel_id}/thread-members/@me")
GET_THREAD_MEMBER: Final = Route("GET", "/channels/{channel_id}/thread-members/{user_id}")
ADD_THREAD_MEMBER: Final = Route("PUT", "/channels/{channel_id}/thread-members/{user_id}")
DELETE_THREAD_MEMBER: Final = Route("DELETE", "/channels/{channel_id}/thread-members/{user_id}")
CREATE_THREAD: Final = Route("POST", "/channels/{channel_id}/threads")
LIST_PRIVATE_ARCHIVED_THREADS: Final = Route("GET", "/channels/{channel_id}/threads/archived/private")
LIST_PUBLIC_ARCHIVED_THREADS: Final = Route("GET", "/channels/{channel_id}/threads/archived/public")
THREAD_SEARCH: Final = Route("GET", "/channels/{channel_id}/threads/search")
TRIGGER_TYPING_INDICATOR: Final = Route("POST", "/channels/{channel_id}/typing")
LIST_MY_PRIVATE_ARCHIVED_THREADS: Final = Route("GET", "/channels/{channel_id}/users/@me/threads/archived/private")
UPDATE_VOICE_CHANNEL_STATUS: Final = Route("PUT", "/channels/{channel_id}/voice-status")
LIST_CHANNEL_WEBHOOKS: Final = Route("GET", "/channels/{channel_id}/webhooks")
CREATE_WEBHOOK: Final = Route("POST", "/channels/{channel_id}/webhooks")

# /gateway
GET_GATEWAY: Final = Route("GET", "/gateway")
GET_BOT_GATEWAY: Final = Route("GET", "/gateway/bot")

# /guilds
GET_GUILD_TEMPLATE: Final = Route("GET", "/guilds/templates/{code}")
GET_GUILD: Final = Route("GET", "/guilds/{guild_id}")
UPDATE_GUILD: Final = Route("PATCH", "/guilds/{guild_id}")
LIST_GUILD_AUDIT_LOG_ENTRIES: Final = Route("GET", "/guilds/{guild_id}/audit-logs")
LIST_AUTO_MODERATION_RULES: Final = Route("GET", "/guilds/{guild_id}/auto-moderation/rules")
CREATE_AUTO_MODERATION_RULE: Final = Route("POST", "/guilds/{guild_id}/auto-moderation/rules")
GET_AUTO_MODERATION_RULE: Final = Route("GET", "/guilds/{guild_id}/auto-moderation/rules/{rule_id}")
DELETE_AUTO_MODERATION_RULE: Final = Route("DELETE", "/guilds/{guild_id}/auto-moderation/rules/{rule_id}")
UPDATE_AUTO_MODERATION_RULE: Final = Route("PATCH", "/guilds/{guild_id}/auto-moderation/rules/{rule_id}")
LIST_GUILD_BANS: Final = Route("GET", "/guilds/{guild_id}/bans")
GET_GUILD_BAN: Final = Route("GET", "/guilds/{guild_id}/bans/{user_id}")
BAN_USER_FROM_GUILD: Final = Route("PUT", "/guilds/{guild_id}/bans/{user_id}")
UNBAN_USER_FROM_GUILD: Final = Route("DELETE", "/guilds/{guild_id}/bans/{user_id}")
BULK_BAN_USERS_FROM_GUILD: Final = Route("POST", "/guilds/{guild_id}/bulk-ban")
LIST_GUILD_CHANNELS: Final = Route("GET", "/guilds/{guild_id}/channels")
CREATE_GUILD_CHANNEL: Final = Route("POST", "/guilds/{guild_id}/channels")
BULK_UPDATE_GUILD_CHANNELS: Final = Route("PATCH", "/guilds/{guild_id}/channels")
LIST_GUILD_EMOJIS: Final = Route("GET", "/guilds/{guild_id}/emojis")
CREATE_GUILD_EMOJI: Final = Route("POST", "/guilds/{guild_id}/emojis")
GET_GUILD_EMOJI: Final = Route("GET", "/guilds/{guild_id}/emojis/{emoji_id}")
DELETE_GUILD_EMOJI: Final = Route("DELETE", "/guilds/{guild_id}/emojis/{emoji_id}")
UPDATE_GUILD_EMOJI: Final = Route("PATCH", "/guilds/{guild_id}/emojis/{emoji_id}")
UPDATE_GUILD_INCIDENT_ACTIONS: Final = Route("PUT", "/guilds/{guild_id}/incident-actions")
LIST_GUILD_INTEGRATIONS: Final = Route("GET", "/guilds/{guild_id}/integrations")
DELETE_GUILD_INTEGRATION: Final = Route("DELETE", "/guilds/{guild_id}/integrations/{integration_id}")
LIST_GUILD_INVITES: Final = Route("GET", "/guilds/{guild_id}/invites")
LIST_GUILD_MEMBERS: Final = Route("GET", "/guilds/{guild_id}/members")
UPDATE_MY_GUILD_MEMBER: Final = Route("PATCH", "/guilds/{guild_id}/members/@me")
SEARCH_GUILD_MEMBERS: Final = Route("GET", "/guilds/{guild_id}/members/search")
GET_GUILD_MEMBER: Final = Route("GET", "/guilds/{guild_id}/members/{user_id}")
ADD_GUILD_MEMBER: Final = Route("PUT", "/guilds/{guild_id}/members/{user_id}")
DELETE_GUILD_MEMBER: Final = Route("DELETE", "/guilds/{guild_id}/members/{user_id}")
UPDATE_GUILD_MEMBER: Final = Route("PATCH", "/guilds/{guild_id}/members/{user_id}")
ADD_GUILD_MEMBER_ROLE: Final = Route("PUT", "/guilds/{guild_id}/members/{user_id}/roles/{role_id}")
DELETE_GUILD_MEMBER_ROLE: Final = Route("DELETE", "/guilds/{guild_id}/members/{user_id}/roles/{role_id}")
GUILD_SEARCH: Final = Route("GET", "/guilds/{guild_id}/messages/search")
GET_GUILD_NEW_MEMBER_WELCOME: Final = Route("GET", "/guilds/{guild_id}/new-member-welcome")
GET_GUILDS_ONBOARDING: Final = Route("GET", "/guilds/{guild_id}/onboarding")
PUT_GUILDS_ONBOARDING: Final = Route("PUT", "/guilds/{guild_id}/onboarding")
GET_GUILD_PREVIEW: Final = Route("GET", "/guilds/{guild_id}/preview")
PREVIEW_PRUNE_GUILD: Final = Route("GET", "/guilds/{guild_id}/prune")
PRUNE_GUILD: Final = Route("POST", "/guilds/{guild_id}/prune")
LIST_GUILD_VOICE_REGIONS: Final = Route("GET", "/guilds/{guild_id}/regions")
GET_GUILD_JOIN_REQUESTS: Final = Route("GET", "/guilds/{guild_id}/requests")
ACTION_GUILD_JOIN_REQUEST: Final = Route("PATCH", "/guilds/{guild_id}/requests/{request_id}")
LIST_GUILD_ROLES: Final = Route("GET", "/guilds/{guild_id}/roles")
CREATE_GUILD_ROLE: Final = Route("POST", "/guilds/{guild_id}/roles")
BULK_UPDATE_GUILD_ROLES: Final = Route("PATCH", "/guilds/{guild_id}/roles")
GUILD_ROLE_MEMBER_COUNTS: Final = Route("GET", "/guilds/{guild_id}/roles/member-counts")
GET_GUILD_ROLE: Final = Route("GET", "/guilds/{guild_id}/roles/{role_id}")
DELETE_GUILD_ROLE: Final = Route("DELETE", "/guilds/{guild_id}/roles/{role_id}")
UPDATE_GUILD_ROLE: Final = Route("PATCH", "/guilds/{guild_id}/roles/{role_id}")
LIST_GUILD_SCHEDULED_EVENTS: Final = Route("GET", "/guilds/{guild_id}/scheduled-events")
CREATE_GUILD_SCHEDULED_EVENT: Final = Route("POST", "/guilds/{guild_id}/scheduled-events")
GET_GUILD_SCHEDULED_EVENT: Final = Route("GET", "/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}")
DELETE_GUILD_SCHEDULED_EVENT: Final = Route("DELETE", "/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}")
UPDATE_GUILD_SCHEDULED_EVENT: Final = Route("PATCH", "/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}")
CREATE_GUILD_SCHEDULED_EVENT_EXCEPTION: Final = Route(
    "POST", "/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}/exceptions"
)
DELETE_GUILD_SCHEDULED_EVENT_EXCEPTION: Final = Route(
    "DELETE", "/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}/exceptions/{exception_id}"
)
UPDATE_GUILD_SCHEDULED_EVENT_EXCEPTION: Final = Route(
    "PATCH", "/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}/exceptions/{exception_id}"
)
LIST_GUILD_SCHEDULED_EVENT_USERS: Final = Route(
    "GET", "/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}/users"
)
COUNT_GUILD_SCHEDULED_EVENT_USERS: Final = Route(
    "GET", "/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}/users/counts"
)
LIST_GUILD_SCHEDULED_EVENT_EXCEPTION_USERS: Final = Route(
    "GET", "/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}/{guild_scheduled_event_exception_id}/users"
)
LIST_GUILD_SOUNDBOARD_SOUNDS: Final = Route("GET", "/guilds/{guild_id}/soundboard-sounds")
CREATE_GUILD_SOUNDBOARD_SOUND: Final = Route("POST", "/guilds/{guild_id}/soundboard-sounds")
GET_GUILD_SOUNDBOARD_SOUND: Final = Route("GET", "/guilds/{guild_id}/soundboard-sounds/{sound_id}")
DELETE_GUILD_SOUNDBOARD_SOUND: Final = Route("DELETE", "/guilds/{guild_id}/soundboard-sounds/{sound_id}")
UPDATE_GUILD_SOUNDBOARD_SOUND: Final = Route("PATCH", "/guilds/{guild_id}/soundboard-sounds/{sound_id}")
LIST_GUILD_STICKERS: Final = Route("GET", "/guilds/{guild_id}/stickers")
CREATE_GUILD_STICKER: Final = Route("POST", "/guilds/{guild_id}/stickers")
GET_GUILD_STICKER: Final = Route("GET", "/guilds/{guild_id}/stickers/{sticker_id}")
DELETE_GUILD_STICKER: Final = Route("DELETE", "/guilds/{guild_id}/stickers/{sticker_id}")
UPDATE_GUILD_STICKER: Final = Route("PATCH", "/guilds/{guild_id}/stickers/{sticker_id}")
LIST_GUILD_TEMPLATES: Final = Route("GET", "/guilds/{guild_id}/templates")
CREATE_GUILD_TEMPLATE: Final = Route("POST", "/guilds/{guild_id}/templates")
SYNC_GUILD_TEMPLATE: Final = Route("PUT", "/guilds/{guild_id}/templates/{code}")
DELETE_GUILD_TEMPLATE: Final = Route("DELETE", "/guilds/{guild_id}/templates/{code}")
UPDATE_GUILD_TEMPLATE: Final = Route("PATCH", "/guilds/{guild_id}/templates/{code}")
GET_ACTIVE_GUILD_THREADS: Final = Route("GET", "/guilds/{guild_id}/threads/active")
GET_GUILD_VANITY_URL: Final = Route("GET", "/guilds/{guild_id}/vanity-url")
GET_SELF_VOICE_STATE: Final = Route("GET", "/guilds/{guild_id}/voice-states/@me")
UPDATE_SELF_VOICE_STATE: Final = Route("PATCH", "/guilds/{guild_id}/voice-states/@me")
GET_VOICE_STATE: Final = Route("GET", "/guilds/{guild_id}/voice-states/{user_id}")
UPDATE_VOICE_STATE: Final = Route("PATCH", "/guilds/{guild_id}/voice-states/{user_id}")
GET_GUILD_WEBHOOKS: Final = Route("GET", "/guilds/{guild_id}/webhooks")
GET_GUILD_WELCOME_SCREEN: Final = Route("GET", "/guilds/{guild_id}/welcome-screen")
UPDATE_GUILD_WELCOME_SCREEN: Final = Route("PATCH", "/guilds/{guild_id}/welcome-screen")
GET_GUILD_WIDGET_SETTINGS: Final = Route("GET", "/guilds/{guild_id}/widget")
UPDATE_GUILD_WIDGET_SETTINGS: Final = Route("PATCH", "/guilds/{guild_id}/widget")
GET_GUILD_WIDGET: Final = Route("GET", "/guilds/{guild_id}/widget.json")
GET_GUILD_WIDGET_PNG: Final = Route("GET", "/guilds/{guild_id}/widget.png")

# /interactions
CREATE_INTERACTION_RESPONSE: Final = Route("POST", "/interactions/{interaction_id}/{interaction_token}/callback")

# /invites
INVITE_RESOLVE: Final = Route("GET", "/invites/{code}")
INVITE_REVOKE: Final = Route("DELETE", "/invites/{code}")
GET_INVITE_TARGET_USERS: Final = Route("GET", "/invites/{code}/target-users")
UPDATE_INVITE_TARGET_USERS: Final = Route("PUT", "/invites/{code}/target-users")
GET_INVITE_TARGET_USERS_JOB_STATUS: Final = Route("GET", "/invites/{code}/target-users/job-status")

# /lobbies
CREATE_OR_JOIN_LOBBY: Final = Route("PUT", "/lobbies")
CREATE_LOBBY: Final = Route("POST", "/lobbies")
GET_LOBBY: Final = Route("GET", "/lobbies/{lobby_id}")
DELETE_LOBBY: Final = Route("DELETE", "/lobbies/{lobby_id}")
EDIT_LOBBY: Final = Route("PATCH", "/lobbies/{lobby_id}")
EDIT_LOBBY_CHANNEL_LINK: Final = Route("PATCH", "/lobbies/{lobby_id}/channel-linking")
LEAVE_LOBBY: Final = Route("DELETE", "/lobbies/{lobby_id}/members/@me")
CREATE_LINKED_LOBBY_GUILD_INVITE_FOR_SELF: Final = Route("POST", "/lobbies/{lobby_id}/members/@me/invites")
BULK_UPDATE_LOBBY_MEMBERS: Final = Route("POST", "/lobbies/{lobby_id}/members/bulk")
ADD_LOBBY_MEMBER: Final = Route("PUT", "/lobbies/{lobby_id}/members/{user_id}")
DELETE_LOBBY_MEMBER: Final = Route("DELETE", "/lobbies/{lobby_id}/members/{user_id}")
CREATE_LINKED_LOBBY_GUILD_INVITE_FOR_USER: Final = Route("POST", "/lobbies/{lobby_id}/members/{user_id}/invites")
GET_LOBBY_MESSAGES: Final = Route("GET", "/lobbies/{lobby_id}/messages")
CREATE_LOBBY_MESSAGE: Final = Route("POST", "/lobbies/{lobby_id}/messages")
UPDATE_LOBBY_MESSAGE_EXTERNAL_MODERATION_METADATA: Final = Route(
    "PUT", "/lobbies/{lobby_id}/messages/{message_id}/moderation-metadata"
)

# /oauth2
GET_MY_OAUTH2_AUTHORIZATION: Final = Route("GET", "/oauth2/@me")
GET_MY_OAUTH2_APPLICATION: Final = Route("GET", "/oauth2/applications/@me")
GET_PUBLIC_KEYS: Final = Route("GET", "/oauth2/keys")
GET_OPENID_CONNECT_USERINFO: Final = Route("GET", "/oauth2/userinfo")
# Documented, but not in the published spec, so these two are named after their paths.
OAUTH2_TOKEN: Final = Route("POST", "/oauth2/token")
OAUTH2_TOKEN_REVOKE: Final = Route("POST", "/oauth2/token/revoke")

# /partner-sdk
UPDATE_USER_MESSAGE_EXTERNAL_MODERATION_METADATA: Final = Route(
    "PUT", "/partner-sdk/dms/{user_id_1}/{user_id_2}/messages/{message_id}/moderation-metadata"
)
PARTNER_SDK_UNMERGE_PROVISIONAL_ACCOUNT: Final = Route("POST", "/partner-sdk/provisional-accounts/unmerge")
BOT_PARTNER_SDK_UNMERGE_PROVISIONAL_ACCOUNT: Final = Route("POST", "/partner-sdk/provisional-accounts/unmerge/bot")
PARTNER_SDK_TOKEN: Final = Route("POST", "/partner-sdk/token")
BOT_PARTNER_SDK_TOKEN: Final = Route("POST", "/partner-sdk/token/bot")

# /skus
GET_SKU_SUBSCRIPTIONS: Final = Route("GET", "/skus/{sku_id}/subscriptions")
GET_SKU_SUBSCRIPTION: Final = Route("GET", "/skus/{sku_id}/subscriptions/{subscription_id}")

# /soundboard-default-sounds
GET_SOUNDBOARD_DEFAULT_SOUNDS: Final = Route("GET", "/soundboard-default-sounds")

# /stage-instances
CREATE_STAGE_INSTANCE: Final = Route("POST", "/stage-instances")
GET_STAGE_INSTANCE: Final = Route("GET", "/stage-instances/{channel_id}")
DELETE_STAGE_INSTANCE: Final = Route("DELETE", "/stage-instances/{channel_id}")
UPDATE_STAGE_INSTANCE: Final = Route("PATCH", "/stage-instances/{channel_id}")

# /sticker-packs
LIST_STICKER_PACKS: Final = Route("GET", "/sticker-packs")
GET_STICKER_PACK: Final = Route("GET", "/sticker-packs/{pack_id}")

# /stickers
GET_STICKER: Final = Route("GET", "/stickers/{sticker_id}")

# /users
GET_MY_USER: Final = Route("GET", "/users/@me")
UPDATE_MY_USER: Final = Route("PATCH", "/users/@me")
GET_CURRENT_USER_APPLICATION_ENTITLEMENTS: Final = Route("GET", "/users/@me/applications/{application_id}/entitlements")
GET_APPLICATION_USER_ROLE_CONNECTION: Final = Route("GET", "/users/@me/applications/{application_id}/role-connection")
UPDATE_APPLICATION_USER_ROLE_CONNECTION: Final = Route(
    "PUT", "/users/@me/applications/{application_id}/role-connection"
)
DELETE_APPLICATION_USER_ROLE_CONNECTION: Final = Route(
    "DELETE", "/users/@me/applications/{application_id}/role-connection"
)
CREATE_DM: Final = Route("POST", "/users/@me/channels")
LIST_MY_CONNECTIONS: Final = Route("GET", "/users/@me/connections")
LIST_MY_GUILDS: Final = Route("GET", "/users/@me/guilds")
LEAVE_GUILD: Final = Route("DELETE", "/users/@me/guilds/{guild_id}")
GET_MY_GUILD_MEMBER: Final = Route("GET", "/users/@me/guilds/{guild_id}/member")
GET_USER: Final = Route("GET", "/users/{user_id}")

# /voice
LIST_VOICE_REGIONS: Final = Route("GET", "/voice/regions")

# /webhooks
GET_WEBHOOK: Final = Route("GET", "/webhooks/{webhook_id}")
DELETE_WEBHOOK: Final = Route("DELETE", "/webhooks/{webhook_id}")
UPDATE_WEBHOOK: Final = Route("PATCH", "/webhooks/{webhook_id}")
GET_WEBHOOK_BY_TOKEN: Final = Route("GET", "/webhooks/{webhook_id}/{webhook_token}")
EXECUTE_WEBHOOK: Final = Route("POST", "/webhooks/{webhook_id}/{webhook_token}")
DELETE_WEBHOOK_BY_TOKEN: Final = Route("DELETE", "/webhooks/{webhook_id}/{webhook_token}")
UPDATE_WEBHOOK_BY_TOKEN: Final = Route("PATCH", "/webhooks/{webhook_id}/{webhook_token}")
EXECUTE_GITHUB_COMPATIBLE_WEBHOOK: Final = Route("POST", "/webhooks/{webhook_id}/{webhook_token}/github")
GET_ORIGINAL_WEBHOOK_MESSAGE: Final = Route("GET", "/webhooks/{webhook_id}/{webhook_token}/messages/@original")
DELETE_ORIGINAL_WEBHOOK_MESSAGE: Final = Route("DELETE", "/webhooks/{webhook_id}/{webhook_token}/messages/@original")
UPDATE_ORIGINAL_WEBHOOK_MESSAGE: Final = Route("PATCH", "/webhooks/{webhook_id}/{webhook_token}/messages/@original")
GET_WEBHOOK_MESSAGE: Final = Route("GET", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}")
DELETE_WEBHOOK_MESSAGE: Final = Route("DELETE", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}")
UPDATE_WEBHOOK_MESSAGE: Final = Route("PATCH", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}")
EXECUTE_SLACK_COMPATIBLE_WEBHOOK: Final = Route("POST", "/webhooks/{webhook_id}/{webhook_token}/slack")
