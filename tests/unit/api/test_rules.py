"""What Discord demands of whole objects: each rule refuses what breaks it, where it is, and nothing else."""

from typing import Any

import pytest

from scurrypy.api.commands import CommandOptionChoicePart, CommandOptionPart, SlashCommandPart
from scurrypy.api.commands.rules import COMMANDS
from scurrypy.api.components import (
    ActionRow,
    Button,
    ButtonStyle,
    Checkbox,
    CheckboxGroup,
    Container,
    DefaultValue,
    DefaultValueType,
    File,
    FileUpload,
    Label,
    ListOption,
    MediaGallery,
    MediaGalleryItem,
    RadioGroup,
    Section,
    SelectOption,
    Separator,
    StringSelect,
    TextDisplay,
    TextInput,
    TextInputStyle,
    Thumbnail,
    UserSelect,
)
from scurrypy.api.emoji import EmojiModel
from scurrypy.api.interactions import ModalPart
from scurrypy.api.messages import (
    AllowedMentionsPart,
    AttachmentPart,
    Embed,
    EmbedAuthor,
    EmbedField,
    EmbedFooter,
    MessagePart,
    MessageReferencePart,
    SharedClientTheme,
)
from scurrypy.api.poll import PollAnswerPart, PollMediaPart, PollPart
from scurrypy.bases.components import UnknownComponent
from scurrypy.enums import AllowedMentionType, CommandOptionType, MessageFlags, MessageReferenceType
from scurrypy.params import EditMessageParams
from scurrypy.wire.checking import problems_of
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.upload import Upload

V2 = MessageFlags.IS_COMPONENTS_V2
LONG = "x" * 5000


def button(custom_id: str = "id", label: str = "b") -> Button:
    return Button(ButtonStyle.PRIMARY, custom_id, label)


def row(*children: Any) -> MessagePart:
    return MessagePart(components=[ActionRow(list(children) or [button()])])


def panel(*components: Any, **fields: Any) -> MessagePart:
    return MessagePart(flags=V2, components=list(components), **fields)


def choices(*values: str) -> list[SelectOption]:
    return [SelectOption(value, value) for value in values]


def select(**fields: Any) -> StringSelect:
    return StringSelect(**{"custom_id": "s", "options": choices("a", "b"), **fields})


def option(name: str = "o", **fields: Any) -> CommandOptionPart:
    return CommandOptionPart(**{"type": CommandOptionType.STRING, "name": name, "description": "d", **fields})


def command(*options: CommandOptionPart, **fields: Any) -> SlashCommandPart:
    return SlashCommandPart(**{"name": "c", "description": "d", "options": list(options), **fields})


def modal(*inputs: Any) -> ModalPart:
    return ModalPart("t", "m", [Label("l", each) for each in inputs])


def poll(**fields: Any) -> PollPart:
    answers = [PollAnswerPart(PollMediaPart("yes"))]
    return PollPart(**{"question": PollMediaPart("?"), "answers": answers, **fields})


def of_kind(kind: CommandOptionType, *options: CommandOptionPart, name: str = "k") -> CommandOptionPart:
    return option(name, type=kind, options=list(options))


MANY_CHOICES = [CommandOptionChoicePart(f"{n:050}", f"{n:050}") for n in range(25)]
SUB, GROUP = CommandOptionType.SUB_COMMAND, CommandOptionType.SUB_COMMAND_GROUP

ACCEPTED = [
    MessagePart("x" * 2000, nonce="n" * 25),
    MessagePart("🦊" * 2000),
    MessagePart(message_reference=MessageReferencePart(Snowflake(1), Snowflake(2), MessageReferenceType.FORWARD)),
    MessagePart("x", message_reference=MessageReferencePart(Snowflake(1))),
    MessagePart("x", allowed_mentions=AllowedMentionsPart([AllowedMentionType.USERS], users=[])),
    MessagePart("x", allowed_mentions=AllowedMentionsPart([AllowedMentionType.ROLES], users=[Snowflake(1)] * 100)),
    MessagePart(sticker_ids=[Snowflake(1)] * 3),
    MessagePart(attachments=["a.txt"] * 10),
    MessagePart(poll=poll(duration=768, answers=[PollAnswerPart(PollMediaPart("x" * 55))] * 10)),
    MessagePart(components=[ActionRow([button(f"{n}{m}") for m in range(5)]) for n in range(5)]),
    MessagePart(embeds=[Embed("t" * 256, "x" * 4096, fields=[EmbedField("n", "v")] * 25)]),
    row(Button(ButtonStyle.LINK, label="x", url="https://x"), Button(ButtonStyle.LINK, label="x", link="https://x")),
    row(Button(ButtonStyle.PREMIUM, sku_id=Snowflake(1)), Button(ButtonStyle.DANGER, "id", emoji=EmojiModel("🦊"))),
    row(select(min_values=0, max_values=2, required=True)),
    row(UserSelect("u", default_values=[DefaultValue(Snowflake(1), DefaultValueType.USER)])),
    panel(*(TextDisplay("x" * 100) for _ in range(40))),
    panel(Container([Section(button(), [TextDisplay("x")] * 3), Separator(), File("attachment://a.txt")])),
    panel(
        MediaGallery([MediaGalleryItem("https://x/a.png")] * 10), Section(Thumbnail("https://x"), [TextDisplay("x")])
    ),
    panel(TextDisplay("x", id=0), TextDisplay("x", id=0)),
    modal(
        TextInput("t", TextInputStyle.SHORT, 0, 5, value="hello"),
        select(min_values=0, required=False),
        FileUpload("f", 1, 10),
        RadioGroup("r", [ListOption("a", "A"), ListOption("b", "B")]),
        CheckboxGroup("c", [ListOption("a", "A")]),
    ),
    ModalPart("t", "m", [ActionRow([TextInput("t", TextInputStyle.SHORT, label="old")]), TextDisplay("x")]),
    modal(Checkbox("c")),
    command(option("a", required=True), option("b"), option("c", required=False)),
    command(of_kind(GROUP, of_kind(SUB, option()), name="g"), of_kind(SUB, name="s")),
    command(option(choices=[CommandOptionChoicePart("a", "1"), CommandOptionChoicePart("b", "2")], min_length=1)),
    command(option(autocomplete=True, choices=[])),
    command(description_localizations={"de": "x" * 100}),
]

OF_TOMORROW = [
    MessagePart(shared_client_theme=SharedClientTheme(["5865f2"], 0, 100)),
    row(Button(ButtonStyle(99), "id", url="https://x")),
    panel(UnknownComponent({"type": 99}), Container([UnknownComponent({"type": 98}), {"type": 97}])),
    row(Button(ButtonStyle(99))),
]
"""What holds something that this version or the local Discord does not know; Discord decides."""

TRIMMED = [
    MessagePart(embeds=[Embed(f"  {'t' * 256}  ", "x" * 4096, fields=[EmbedField("n", "v")] * 25)]),
    MessagePart(embeds=[Embed(description=f"\n{'x' * 3000}\n"), Embed(description="x" * 3000)]),
]
"""White space around the texts of embeds does not count; the local Discord counts it."""


@pytest.mark.parametrize("given", ACCEPTED + OF_TOMORROW + TRIMMED)
def test_what_discord_accepts_is_let_through(given: Any):
    assert problems_of(given) == []


REFUSED = [
    (MessagePart(), "a message has one of content, embeds, components, attachments, sticker_ids, poll, "),
    (
        MessagePart(shared_client_theme=SharedClientTheme(["#5865f2"], 361, 0)),
        "shared_client_theme.colors[0]: exactly 6 characters, got 7",
    ),
    (MessagePart("x" * 2001), "content: at most 2000 characters, got 2001"),
    (MessagePart("x", nonce="n" * 26), "nonce: at most 25 characters, got 26"),
    (MessagePart(sticker_ids=[Snowflake(1)] * 4), "sticker_ids: at most 3 entries, got 4"),
    (MessagePart(attachments=["a.txt"] * 11), "attachments: at most 10 entries, got 11"),
    (
        MessagePart(attachments=[AttachmentPart("a", LONG)]),
        "attachments[0].description: at most 1024 characters, got 5000",
    ),
    (MessagePart(attachments=[Upload("a", b"", None, LONG)]), "attachments[0].description: at most 1024 characters"),
    (MessagePart(embeds=[Embed("x")] * 11), "embeds: at most 10 entries, got 11"),
    (MessagePart(embeds=[Embed(), Embed(LONG)]), "embeds[1].title: at most 256 characters, got 5000"),
    (MessagePart(embeds=[{"title": LONG}]), "embeds[0].title: at most 256 characters, got 5000"),
    (MessagePart(embeds=[Embed(fields=[EmbedField("n")])]), "embeds[0].fields[0].value: it is needed, got None"),
    (
        MessagePart(embeds=[Embed("x", fields=[EmbedField("n", "v")] * 26)]),
        "embeds[0].fields: at most 25 entries, got 26",
    ),
    (MessagePart(embeds=[Embed("x", color=0x1000000)]), "embeds[0].color: 0-16777215, got 16777216"),
    (MessagePart(embeds=[Embed(footer=EmbedFooter(LONG))]), "embeds[0].footer.text: at most 2048 characters, got 5000"),
    (MessagePart(embeds=[Embed(author=EmbedAuthor(LONG))]), "embeds[0].author.name: at most 256 characters, got 5000"),
    (
        MessagePart(embeds=[Embed("t", "x" * 4000), {"description": "y" * 2000}]),
        "embeds: at most 6000 characters in all embeds together, got 6001",
    ),
    (
        MessagePart("x", allowed_mentions=AllowedMentionsPart([AllowedMentionType.USERS], users=[Snowflake(1)])),
        "allowed_mentions.users: no ids while parse holds 'users', got 1",
    ),
    (
        MessagePart("x", allowed_mentions=AllowedMentionsPart(roles=[Snowflake(1)] * 101)),
        "allowed_mentions.roles: at most 100 entries, got 101",
    ),
    (MessagePart(poll=PollPart()), "poll.question: it is needed"),
    (MessagePart(poll=poll(duration=769)), "poll.duration: 1-768, got 769"),
    (MessagePart(poll=poll(answers=[])), "poll.answers: 1-10 entries, got 0"),
    (MessagePart(poll=poll(question=PollMediaPart("x" * 301))), "poll.question.text: 1-300 characters, got 301"),
    (
        MessagePart(poll=poll(answers=[PollAnswerPart(PollMediaPart("x" * 56))])),
        "poll.answers[0].poll_media.text: 1-55 characters, got 56",
    ),
    (
        panel(TextDisplay("x"), content="x"),
        "content: nothing beside components with MessageFlags.IS_COMPONENTS_V2, got 1",
    ),
    (panel(TextDisplay("x"), embeds=[Embed("x")] * 2), "embeds: nothing beside components with MessageFlags.IS_COMP"),
    (
        panel(TextDisplay("x"), poll=poll()),
        "poll: nothing beside components with MessageFlags.IS_COMPONENTS_V2, got 'Po",
    ),
    (panel(TextDisplay("x"), sticker_ids=[Snowflake(1)]), "sticker_ids: nothing beside components with MessageFlags"),
    (
        MessagePart(components=[Container([TextDisplay("x")])]),
        "components[0]: needs MessageFlags.IS_COMPONENTS_V2, got",
    ),
    (MessagePart(components=[ActionRow([button(f"{n}")]) for n in range(6)]), "components: at most 5 entries, got 6"),
    (panel(*(TextDisplay("x") for _ in range(41))), "components: at most 40 entries, got 41"),
    (
        panel(*(Container([TextDisplay("x")]) for _ in range(21))),
        "components: at most 40 components, nested ones included, got 42",
    ),
    (
        panel(TextDisplay("x" * 2500), Container([TextDisplay("x" * 1501)])),
        "components: at most 4000 characters in all texts together, got 4001",
    ),
    (row(button("a"), button("b"), button("a")), "components[0].components[2].custom_id: unlike that of any other"),
    (
        panel(Section(button("a"), [TextDisplay("x")]), Container([ActionRow([button("a")])])),
        "components[1].components[0].components[0].custom_id: unlike that of any other component; [0].accessory has it",
    ),
    (
        panel(TextDisplay("x", id=5), TextDisplay("y", id=5)),
        "components[1].id: unlike that of any other component; [0]",
    ),
    (row(*(button(f"{n}") for n in range(6))), "components[0].components: 1-5 entries, got 6"),
    (row(select(), button()), "components[0].components[0]: a menu has its row for itself, got '2 components'"),
    (row(TextDisplay("x")), "components[0].components[0]: buttons, or one menu, got 'TextDisplay'"),
    (MessagePart(components=[ActionRow()]), "components[0].components: it is needed, got None"),
    (row(Button(None, "id", "x")), "components[0].components[0].style: it is needed, got None"),
    (
        row(Button(ButtonStyle.PRIMARY, label="x")),
        "components[0].components[0].custom_id: a button of style PRIMARY needs",
    ),
    (row(button("x" * 101)), "components[0].components[0].custom_id: 1-100 characters, got 101"),
    (row(button("", "x")), "components[0].components[0].custom_id: 1-100 characters, got 0"),
    (row(button("a", "x" * 81)), "components[0].components[0].label: at most 80 characters, got 81"),
    (
        row(button("a", "")),
        "components[0].components[0].label: a button of style PRIMARY needs a label or an emoji, got ''",
    ),
    (row(Button(ButtonStyle.LINK, label="x")), "components[0].components[0].url: a button of style LINK needs it"),
    (
        row(Button(ButtonStyle.LINK, "id", "x", url="u")),
        "components[0].components[0].custom_id: a button of style LINK has",
    ),
    (
        row(Button(ButtonStyle.SUCCESS, "id", "x", link="u")),
        "components[0].components[0].link: a button of style SUCCESS",
    ),
    (
        row(Button(ButtonStyle.PREMIUM, label="x")),
        "components[0].components[0].sku_id: a button of style PREMIUM needs it",
    ),
    (row(select(options=[])), "components[0].components[0].options: 1-25 entries, got 0"),
    (row(select(options=choices(*map(str, range(26))))), "components[0].components[0].options: 1-25 entries, got 26"),
    (row(select(options=choices("a", "a"))), "components[0].components[0].options[1].value: unlike any other value of"),
    (row(select(options=[SelectOption("x" * 101, "v")])), "components[0].components[0].options[0].label: 1-100 char"),
    (row(select(min_values=3, max_values=2)), "components[0].components[0].min_values: at most max_values, which is 2"),
    (row(select(max_values=26)), "components[0].components[0].max_values: 1-25, got 26"),
    (
        row(select(options=[SelectOption("a", "a", default=True), SelectOption("b", "b", default=True)])),
        "components[0].components[0].options: as many chosen at first as can be chosen, which is 0-1, got 2",
    ),
    (
        row(UserSelect("u", default_values=[DefaultValue(Snowflake(1), DefaultValueType.USER)] * 2)),
        "components[0].components[0].default_values: as many chosen at first as can be chosen, which is 1-1, got 2",
    ),
    (panel(Section(button(), [])), "components[0].components: 1-3 entries, got 0"),
    (panel(Section(button(), [Separator()])), "components[0].components[0]: texts only, got 'Separator'"),
    (panel(Section(TextDisplay("x"), [TextDisplay("x")])), "components[0].accessory: a button or thumbnail, got 'Text"),
    (panel(Section(components=[TextDisplay("x")])), "components[0].accessory: it is needed, got None"),
    (
        panel(Container([button()])),
        "components[0].components[0]: rows, sections, texts, galleries, files and separators, got",
    ),
    (panel(MediaGallery([])), "components[0].items: 1-10 entries, got 0"),
    (
        panel(MediaGallery([MediaGalleryItem("u", LONG)])),
        "components[0].items[0].description: 1-1024 characters, got 5000",
    ),
    (ModalPart("x" * 46, "m", [TextDisplay("x")]), "title: 1-45 characters, got 46"),
    (ModalPart("t", "m", [TextDisplay("x")] * 6), "components: 1-5 entries, got 6"),
    (ModalPart("t", None, [TextDisplay("x")]), "custom_id: it is needed, got None"),
    (ModalPart("t", "m", [TextInput("t", TextInputStyle.SHORT)]), "components[0]: labels and texts, got 'TextInput'"),
    (ModalPart("t", "m", [Label("x" * 46, Checkbox("c"))]), "components[0].label: 1-45 characters, got 46"),
    (modal(button()), "components[0].component: an input or menu, got 'Button'"),
    (
        modal(Checkbox("c"), Checkbox("c")),
        "components[1].component.custom_id: unlike that of any other component; [0].comp",
    ),
    (modal(select(min_values=0)), "components[0].component.min_values: at least 1 unless required is False, got 0"),
    (modal(select(disabled=True)), "components[0].component.disabled: nothing in a modal can be disabled, got True"),
    (
        modal(TextInput("t", TextInputStyle.SHORT, 5, 4)),
        "components[0].component.min_length: at most max_length, which is 4",
    ),
    (
        modal(TextInput("t", TextInputStyle.SHORT, max_length=4001)),
        "components[0].component.max_length: 1-4000, got 4001",
    ),
    (modal(FileUpload("f", 5, 4)), "components[0].component.min_values: at most max_values, which is 4, got 5"),
    (modal(FileUpload("f", max_values=11)), "components[0].component.max_values: 1-10, got 11"),
    (modal(RadioGroup("r", [ListOption("a", "A")])), "components[0].component.options: 2-10 entries, got 1"),
    (
        modal(CheckboxGroup("c", [ListOption("a", "A")] * 2)),
        "components[0].component.options[1].value: unlike any other",
    ),
    (command(option("a"), option("b", required=True)), "options[1].required: required options stand before all others"),
    (command(option("a"), option("a")), "options[1].name: unlike any other name of the list, got 'a'"),
    (command(option(), of_kind(SUB)), "options[1].type: subcommands and groups stand among their like only"),
    (
        command(of_kind(SUB, of_kind(SUB))),
        "options[0].options[0].type: a subcommand holds no subcommands and no groups",
    ),
    (command(of_kind(GROUP, option())), "options[0].options[0].type: a group holds subcommands only"),
    (command(option(min_length=5, max_length=4)), "options[0].min_length: at most max_length, which is 4, got 5"),
    (
        command(option(type=CommandOptionType.NUMBER, min_value=1.5, max_value=1)),
        "options[0].min_value: at most max_value, which is 1, got 1.5",
    ),
    (
        command(option(autocomplete=True, choices=[CommandOptionChoicePart("a", "a")])),
        "options[0].choices: none beside autocomplete, got 1",
    ),
    (
        command(option(choices=[CommandOptionChoicePart("a", "1"), CommandOptionChoicePart("b", "1")])),
        "options[0].choices[1].value: unlike",
    ),
    (command(option(choices=[CommandOptionChoicePart("a")])), "options[0].choices[0].value: it is needed, got None"),
    (command(option(type=None)), "options[0].type: it is needed, got None"),
    (
        command(*(option(f"o{n}", choices=MANY_CHOICES) for n in range(4))),
        "at most 8000 characters in all names, descriptions and values, got 10014",
    ),
]

REFUSED_HERE_ALONE = [
    (
        MessagePart(message_reference=MessageReferencePart(Snowflake(1), type=MessageReferenceType.FORWARD)),
        "message_reference.channel_id: it is needed to forward a message, got None",
    ),
    (
        modal(TextInput("t", TextInputStyle.SHORT, max_length=2, value="abc")),
        "components[0].component.value: at most max_l",
    ),
    (
        modal(TextInput("t", TextInputStyle.SHORT, 5, value="abc")),
        "components[0].component.value: at least min_length, wh",
    ),
    (MessagePart(embeds=[Embed(fields=[EmbedField("n", " ")])]), "embeds[0].fields[0].value: 1-1024 characters, got 0"),
]
"""What the local Discord lets pass, or refuses only later."""


@pytest.mark.parametrize(("given", "problem"), REFUSED + REFUSED_HERE_ALONE)
def test_what_discord_refuses_is_named_with_its_place(given: Any, problem: str):
    assert [str(found)[: len(problem)] for found in problems_of(given)][:1] == [problem]


@pytest.mark.parametrize(
    ("edit", "problem"),
    [
        ({"content": "x" * 2001}, "content: at most 2000 characters, got 2001"),
        ({"embeds": [Embed("x")] * 11}, "embeds: at most 10 entries, got 11"),
        ({"components": [ActionRow([button(), button()])]}, "components[0].components[1].custom_id: unlike that of"),
        ({"attachments": ["a"] * 11}, "attachments: at most 10 entries, got 11"),
    ],
)
def test_an_edit_of_a_message_is_held_to_the_same(edit: dict[str, Any], problem: str):
    assert [str(found)[: len(problem)] for found in problems_of(edit, EditMessageParams)] == [problem]


def test_commands_beside_each_other_have_different_names():
    same = [command(), command(name="d"), {"name": "c", "type": 2}, {"name": "c"}]
    assert [str(problem) for problem in COMMANDS.problems(same)] == [
        "[3].name: unlike that of any other command of the same type, got 'c'"
    ]
