"""Parameters of edits: what may be left out, what may be None, and what Discord's specification knows."""

import typing

import pytest

from scurrypy import params


@pytest.mark.parametrize("name", params.__all__)
def test_every_key_may_be_left_out(name: str):
    kind = getattr(params, name)
    assert kind.__required_keys__ == frozenset()
    assert kind.__optional_keys__ == set(typing.get_type_hints(kind))


# Properties of the request bodies in Discord's published specification; those that take null are marked with `?`.
PROPERTIES = {
    "EditAutoModRuleParams": (
        "name event_type trigger_type trigger_metadata? actions? enabled? exempt_roles? exempt_channels?"
    ),
    "EditScheduledEventParams": (
        "name entity_type? scheduled_start_time scheduled_end_time? channel_id? entity_metadata? description? image?"
        " recurrence_rule? privacy_level status?"
    ),
    "EditScheduledEventExceptionParams": "scheduled_start_time? scheduled_end_time? is_canceled?",
    "EditGuildTemplateParams": "name description?",
    "EditStageInstanceParams": "topic privacy_level",
    "EditSoundboardSoundParams": "name volume? emoji_id? emoji_name?",
    "EditCurrentVoiceStateParams": "channel_id? suppress? request_to_speak_timestamp?",
    "EditVoiceStateParams": "channel_id? suppress?",
    "EditApplicationEmojiParams": "name",
    "EditApplicationParams": (
        "description? icon? cover_image? team_id? flags? interactions_endpoint_url? explicit_content_filter?"
        " max_participants? type? tags? custom_install_url? install_params? role_connections_verification_url?"
        " integration_types_config? event_webhooks_status? event_webhooks_url? event_webhooks_types?"
    ),
    "EditGuildEmojiParams": "name roles?",
    "EditGuildChannelParams": (
        "type? name position? topic? bitrate? user_limit? nsfw? rate_limit_per_user? parent_id? permission_overwrites?"
        " rtc_region? video_quality_mode? default_auto_archive_duration? default_reaction_emoji?"
        " default_thread_rate_limit_per_user? default_sort_order? default_forum_layout? default_tag_setting? flags?"
        " available_tags?"
    ),
    "EditThreadChannelParams": (
        "name? archived? locked? invitable? auto_archive_duration? rate_limit_per_user? flags? applied_tags? bitrate?"
        " user_limit? rtc_region? video_quality_mode?"
    ),
    "EditGuildParams": (
        "name description? icon? verification_level? default_message_notifications? explicit_content_filter?"
        " preferred_locale? afk_channel_id? system_channel_id? splash? banner? discovery_splash? rules_channel_id?"
        " safety_alerts_channel_id? public_updates_channel_id? afk_timeout? system_channel_flags? features?"
        " premium_progress_bar_enabled? region? home_header?"
    ),
    "EditGuildRoleParams": "name? permissions? color? colors? hoist? mentionable? icon? unicode_emoji?",
    "EditGuildStickerParams": "name tags description?",
    "EditGuildWelcomeScreenParams": "description? welcome_channels? enabled?",
    "EditOnboardingParams": "prompts? enabled? default_channel_ids? mode?",
    "EditGuildWidgetParams": "channel_id? enabled?",
    "EditIncidentActionsParams": "invites_disabled_until? dms_disabled_until?",
    "EditChannelPositionParams": "id position? parent_id? lock_permissions? flags?",
    "EditRolePositionParams": "id position?",
    "EditGroupDMParams": "name? icon?",
    # Query parameters cannot be null; None leaves one out.
    "FindMessagesParams": (
        "sort_by? sort_order? content? slop? author_id? author_type? mentions? mentions_role_id? replied_to_user_id?"
        " replied_to_message_id? mention_everyone? min_id? max_id? has? link_hostname? embed_provider?"
        " embed_type? attachment_extension? attachment_filename? pinned? include_nsfw? channel_id?"
    ),
    "FindThreadsParams": ("name? slop? min_id? max_id? tag? tag_setting? archived? sort_by? sort_order?"),
    "SearchMessagesParams": (
        "sort_by? sort_order? content? slop? author_id? author_type? mentions? mentions_role_id? replied_to_user_id?"
        " replied_to_message_id? mention_everyone? min_id? max_id? limit? offset? has? link_hostname? embed_provider?"
        " embed_type? attachment_extension? attachment_filename? pinned? include_nsfw? channel_id?"
    ),
    "SearchThreadsParams": (
        "name? slop? min_id? max_id? tag? tag_setting? archived? sort_by? sort_order? limit? offset?"
    ),
    "EditMessageParams": "content? embeds? flags? allowed_mentions? components? attachments? message_reference "
    "sticker_ids?",
    "EditGuildMemberParams": "nick? roles? mute? deaf? channel_id? communication_disabled_until? flags?",
    "EditCurrentMemberParams": "nick? avatar? bio? banner?",
    "EditUserParams": "username avatar? banner?",
    "EditRoleConnectionParams": "platform_name? platform_username? metadata?",
    "EditLobbyMemberParams": "metadata? flags? additional_name?",
    "EditLobbyParams": "metadata? members? idle_timeout_seconds? flags? override_event_webhooks_url?",
    "EditWebhookParams": "name avatar? channel_id?",
    "EditWebhookMessageParams": (
        "content? embeds? flags? allowed_mentions? components? attachments? message_reference sticker_ids? poll?"
    ),
    "EditGuildCommandParams": (
        "name name_localizations? description? description_localizations? options? default_member_permissions? nsfw"
    ),
    "EditGlobalCommandParams": (
        "name name_localizations? description? description_localizations? options? default_member_permissions? nsfw"
        " contexts? integration_types? handler? dm_permission?"
    ),
}


def test_every_mapping_is_listed_here():
    assert sorted(PROPERTIES) == params.__all__


@pytest.mark.parametrize("name", params.__all__)
def test_keys_and_nulls_are_those_of_the_specification(name: str):
    hints = typing.get_type_hints(getattr(params, name))
    found = {key + ("?" if type(None) in typing.get_args(hint) else "") for key, hint in hints.items()}
    assert found == set(PROPERTIES[name].split())
