"""Every JSON example in Discord's documentation pages is read by the model it is an example of."""

import logging
import re
from typing import Any

import pytest

from scurrypy import api
from scurrypy.api import channels, commands, guilds, interactions, messages
from scurrypy.enums import EventType
from scurrypy.events import EVENTS, GatewayEvent
from scurrypy.wire import lenient
from scurrypy.wire.errors import BadRequest
from scurrypy.wire.model import DataModel, serialize
from tests.official import ours
from tests.official.examples import Example, examples, needs_docs
from tests.official.test_decoding import lost

needs_docs()

RPC = "RPC, the protocol between an app and Discord's own client"
VOICE = "the voice gateway"
BODY = "the body of a request whose fields are parameters here"
DEPRECATED = "an object that Discord no longer sends"
DEVICE = "the grant for devices without a keyboard, which is not offered"
MALFORMED = "no JSON: a comma is missing"
COMMAND = "a command or notice of the gateway, which no model stands for"

UNDOCUMENTED: dict[type[DataModel], set[str]] = {
    api.SKUModel: {"access_type", "dependent_sku_id", "features", "manifest_labels", "premium", "release_date"}
    | {"show_age_gate"},
}
"""Fields in an example that no table of the documentation explains; they are found in `raw`."""

KEYS = ("d", "event", "colors")
"""Where the object stands in examples that wrap it."""

RULES: tuple[tuple[str, str, Any], ...] = (
    (r"rpc\.mdx|certified-devices|embedded-app-sdk", "", RPC),
    (r"voice-connections", r"Voice State Update Example", COMMAND),
    (r"voice-connections", r"Voice Server Update", "d"),
    (r"voice-connections", "", VOICE),
    (r"events/gateway", r"Identify|Resume|Heartbeat|Request |Voice State Update|Presence Update|Hello", COMMAND),
    (r"events/gateway", r"Reconnect|Invalid Session", COMMAND),
    (r"events/gateway", r"Gateway Event", "d"),
    (r"gateway-events", r"Example Activity", api.ActivityModel),
    (r"gateway-events", r"Voice Server Update", EVENTS[EventType.VOICE_SERVER_UPDATE]),
    (r"events/gateway\.mdx", r"Example Response", GatewayEvent),
    (r"webhook-events", "", "event"),
    (r"components/|change-log.*V2", "", messages.MessagePart),
    (r"change-log", r"Bug Fix", MALFORMED),
    (r"change-log", "", messages.MessageModel),
    (r"interactions/application-commands|user-actions", r"Interaction|Autocomplete", interactions.InteractionModel),
    (r"interactions/application-commands", r"Retrieving", commands.ApplicationCommandModel),
    (r"interactions/application-commands|user-actions", r"Entry Point", commands.EntryPointCommandPart),
    (r"user-installable", r"metadata", interactions.InteractionModel),
    (r"interactions/application-commands|user-actions", "", commands.SlashCommandPart),
    (r"reference\.mdx|status-codes|invite", r"Error", BadRequest),
    (r"resources/application\.mdx", r"Application Object", api.ApplicationModel),
    (r"resources/application\.mdx", r"Activity Instance", api.EmbeddedActivityInstanceModel),
    (r"resources/audit-log", r"Integration", api.IntegrationModel),
    (r"resources/auto-moderation", r"Rule", api.AutoModRuleModel),
    (r"resources/channel", "", channels.ChannelModel),
    (r"resources/emoji", "", api.EmojiModel),
    (r"resources/entitlement", r"JSON Params", BODY),
    (r"resources/entitlement", "", api.EntitlementModel),
    (r"resources/guild-template", "", guilds.GuildTemplateModel),
    (r"resources/guild\.mdx", r"Unavailable", guilds.UnavailableGuildModel),
    (r"resources/guild\.mdx", r"Preview", guilds.GuildPreviewModel),
    (r"resources/guild\.mdx", r"Widget Settings", guilds.GuildWidgetSettingsModel),
    (r"resources/guild\.mdx", r"Widget", guilds.GuildWidgetModel),
    (r"resources/guild\.mdx", r"Member", api.GuildMemberModel),
    (r"resources/guild\.mdx", r"Ban", guilds.GuildBanModel),
    (r"resources/guild\.mdx", r"Welcome", guilds.GuildWelcomeScreenModel),
    (r"resources/guild\.mdx", r"Onboarding", guilds.GuildOnboadingModel),
    (r"resources/guild\.mdx", r"Incidents", guilds.IncidentsDataModel),
    (r"resources/guild\.mdx", r"Partial Invite", guilds.VanityURLModel),
    (r"resources/guild\.mdx", "", guilds.GuildModel),
    (r"resources/invite", r"Metadata", api.InviteWithMetadataModel),
    (r"resources/invite", r"Stage", DEPRECATED),
    (r"resources/invite", r"Response", api.TargetUsersJobStatusModel),
    (r"resources/invite", "", api.InviteModel),
    (r"resources/lobby", "", api.LobbyModel),
    (r"resources/message\.mdx", r"Allowed Mentions", messages.MessagePart),
    (r"resources/message\.mdx", r"Theme|Request Body", messages.MessagePart),
    (r"resources/message\.mdx", r"Search", BadRequest),
    (r"resources/message\.mdx", "", messages.MessageModel),
    (r"resources/sku", "", api.SKUModel),
    (r"resources/soundboard", "", api.SoundboardSoundModel),
    (r"resources/stage", "", api.StageInstanceModel),
    (r"resources/sticker", r"Pack", messages.StickerPackModel),
    (r"resources/sticker", "", messages.StickerModel),
    (r"resources/subscription", "", api.SubscriptionModel),
    (r"resources/user", r"User", api.UserModel),
    (r"resources/user", r"Guild", api.UserGuildModel),
    (r"resources/voice", "", api.VoiceStateModel),
    (r"resources/webhook", "", api.WebhookModel),
    (r"oauth2", r"Information", api.AuthorizationModel),
    (r"account-linking-on-consoles", r"Response", DEVICE),
    (r"oauth2|discord-social-sdk", r"Token|Response", api.AccessTokenModel),
    (r"permissions", r"Role Colors", "colors"),
    (r"permissions", r"Role", guilds.GuildRoleModel),
)
"""Page, heading, and the model; or what it is that is none of ours; or the key under which the object stands."""


def rule_for(example: Example) -> Any:
    """Return what the first fitting line of the table says of an example."""
    for page, heading, what in RULES:
        if re.search(page, example.page) and re.search(heading, example.heading):
            return what
    return None


def objects(example: Example) -> list[tuple[Any, Any]]:
    """Return the objects in an example, each with the model that reads it."""
    what, value = rule_for(example), example.value
    match what, value:
        case "d", {"t": "GATEWAY_EVENT_NAME"}:
            found = []
        case "d", {"t": name, "d": data}:
            found = [(EVENTS[EventType(name)], data)]
        case "event", {"event": {"type": name, **rest}}:
            found = [(EVENTS[EventType(name)], rest.get("data", {}))]
        case "colors", {"colors": colors}:
            found = [(guilds.GuildRoleColorModel, colors)]
        case messages.MessagePart, {"type": 3 | 5, "data": _}:
            found = [(interactions.InteractionModel, value)]
        case messages.MessagePart, {"type": _, "data": data}:
            found = [(interactions.ModalPart, data)]
        case messages.MessagePart, {"parse": _}:
            found = [(messages.AllowedMentionsPart, value)]
        case guilds.GuildModel, {**fields} if "id" not in fields:
            # How many members each role has: a mapping, which the method returns as it is.
            found = []
        case _, {"items": items}:
            found = [(what, item) for item in items]
        case _:
            found = [(what, item) for item in (value if isinstance(value, list) else [value])]
    return found


def test_every_example_is_spoken_of():
    assert [str(example) for example in examples() if rule_for(example) is None] == []
    counted = [example for example in examples() if not _foreign(example)]
    print(
        f"\nexamples: {len(examples())}, of them read by a model: {len(counted)}, of other protocols: "
        f"{len(examples()) - len(counted)}"
    )


def _foreign(example: Example) -> bool:
    return isinstance(rule_for(example), str) and rule_for(example) not in KEYS


@pytest.mark.parametrize("example", [each for each in examples() if not _foreign(each)], ids=str)
def test_an_example_is_read_whole(example: Example, caplog: pytest.LogCaptureFixture):
    for model, value in objects(example):
        if model is BadRequest:
            assert str(BadRequest(400, value))
            continue
        lenient._reported.clear()
        with caplog.at_level(logging.WARNING):
            read = model.from_dict(value)
        assert [record.getMessage() for record in caplog.records] == []
        assert lost(value, serialize(read)) == []
        assert value.keys() - ours.fields_of(model).keys() <= UNDOCUMENTED.get(model, set())
