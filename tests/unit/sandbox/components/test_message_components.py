import pytest
from hypothesis import given
from hypothesis import strategies as st

from scurrypy.sandbox import ApiError
from scurrypy.sandbox.rules.validation import Problems
from scurrypy.sandbox.world.components import Kind, attach_files, referenced_files, validate_components, walk


def button(**fields):
    return {"type": 2, "style": 1, "label": "Go", "custom_id": "go", **fields}


def row(*children):
    return {"type": 1, "components": list(children)}


def text(content):
    return {"type": 10, "content": content}


def check(components, *, v2=False):
    problems = Problems()
    read = validate_components(components, v2=v2, problems=problems, path="components")
    problems.raise_if_any()
    return read


def refusals(components, *, v2=False):
    """Return each refusal as `path: code`."""
    problems = Problems()
    validate_components(components, v2=v2, problems=problems, path="components")
    return flatten(problems.error().errors or {})


def flatten(node, path=""):
    found = [f"{path}: {error['code']}" for error in node.get("_errors", ())]
    for name, child in node.items():
        if name != "_errors":
            found += flatten(child, f"{path}.{name}" if path else name)
    return found


def test_a_row_of_buttons_is_kept_with_ids_in_order():
    read = check([row(button(), button(custom_id="no"))])
    assert [component["id"] for component in walk(read)] == [1, 2, 3]


def test_ids_are_given_around_those_that_are_taken():
    container = {"type": 17, "id": 2, "components": [text("a"), {"type": 14, "id": 0}]}
    read = check([container, text("b")], v2=True)
    assert [component["id"] for component in walk(read)] == [2, 1, 3, 4]


def test_an_id_twice_is_refused():
    assert refusals([text("a") | {"id": 7}, text("b") | {"id": 7}], v2=True) == [
        "components.1.id: COMPONENT_ID_DUPLICATED"
    ]


def test_what_the_table_does_not_name_is_dropped():
    assert "secret" not in check([row(button(secret=1))])[0]["components"][0]


@pytest.mark.parametrize(
    ("components", "v2", "refusal"),
    [
        ([row(button())] * 6, False, "components: BASE_TYPE_MAX_LENGTH"),
        ([row(*(button(custom_id=str(n)) for n in range(6)))], False, "components.0.components: BASE_TYPE_BAD_LENGTH"),
        ([row()], False, "components.0.components: BASE_TYPE_BAD_LENGTH"),
        (
            [row(button(), {"type": 5, "custom_id": "u"})],
            False,
            "components.0.components.1: COMPONENT_LAYOUT_WIDTH_EXCEEDED",
        ),
        ([text("x")], False, "components.0.type: UNION_TYPE_CHOICES"),
        ([button()], True, "components.0.type: UNION_TYPE_CHOICES"),
        ([{"type": 18, "label": "L", "component": {}}], True, "components.0.type: UNION_TYPE_CHOICES"),
        (
            [row(button(custom_id="a"), button(custom_id="a"))],
            False,
            "components.0.components.1.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED",
        ),
        (
            [row({"type": 2, "style": 1, "label": "x"})],
            False,
            "components.0.components.0.custom_id: BUTTON_COMPONENT_CUSTOM_ID_REQUIRED",
        ),
        (
            [row({"type": 2, "style": 5, "label": "x"})],
            False,
            "components.0.components.0.url: BUTTON_COMPONENT_URL_REQUIRED",
        ),
        (
            [row(button(style=5, url="https://a.example"))],
            False,
            "components.0.components.0.custom_id: BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
        ),
        (
            [row({"type": 2, "style": 5, "label": "x", "url": "ftp://a"})],
            False,
            "components.0.components.0.url: URL_TYPE_INVALID_SCHEME",
        ),
        ([row({"type": 2, "style": 6})], False, "components.0.components.0.sku_id: BASE_TYPE_REQUIRED"),
        (
            [row({"type": 2, "style": 1, "custom_id": "x"})],
            False,
            "components.0.components.0.label: BASE_TYPE_REQUIRED",
        ),
        ([row(button(style=9))], False, "components.0.components.0.style: BASE_TYPE_CHOICES"),
        ([row(button(label="x" * 81))], False, "components.0.components.0.label: BASE_TYPE_MAX_LENGTH"),
        ([row(button(custom_id="x" * 101))], False, "components.0.components.0.custom_id: BASE_TYPE_BAD_LENGTH"),
        (
            [row(button(emoji={"name": "smile"}))],
            False,
            "components.0.components.0.emoji.name: COMPONENT_INVALID_EMOJI",
        ),
        ([text("x" * 4001)], True, "components.0.content: BASE_TYPE_BAD_LENGTH"),
        ([text("x" * 2001), text("y" * 2000)], True, "components: COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED"),
        (
            [{"type": 17, "components": [text("x") for _ in range(40)]}],
            True,
            "components: COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
        ),
        (
            [{"type": 17, "components": [{"type": 17, "components": [text("x")]}]}],
            True,
            "components.0.components.0.type: UNION_TYPE_CHOICES",
        ),
        ([{"type": 9, "components": [text("x")]}], True, "components.0.accessory: BASE_TYPE_REQUIRED"),
        (
            [{"type": 9, "components": [text("x")] * 4, "accessory": button()}],
            True,
            "components.0.components: BASE_TYPE_BAD_LENGTH",
        ),
        (
            [{"type": 13, "file": {"url": "https://a.example/x.pdf"}}],
            True,
            "components.0.file.url: URL_TYPE_INVALID_SCHEME",
        ),
        ([{"type": 12, "items": [{"media": {}}]}], True, "components.0.items.0.media.url: BASE_TYPE_REQUIRED"),
        ("row", False, "components: LIST_TYPE_CONVERT"),
        ([7], False, "components.0: MODEL_TYPE_CONVERT"),
        ([{}], False, "components.0.type: BASE_TYPE_REQUIRED"),
    ],
)
def test_what_discord_refuses_is_refused_at_its_place(components, v2, refusal):
    assert refusals(components, v2=v2) == [refusal]


def select(**fields):
    return row({"type": 3, "custom_id": "s", "options": [{"label": "A", "value": "a"}], **fields})


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"options": []}, "options: BASE_TYPE_BAD_LENGTH"),
        (
            {"options": [{"label": "A", "value": "a"}, {"label": "B", "value": "a"}]},
            "options.1.value: SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
        ),
        ({"max_values": 2}, "max_values: NUMBER_TYPE_MAX"),
        ({"min_values": 2}, "min_values: NUMBER_TYPE_MAX"),
        ({"placeholder": "x" * 151}, "placeholder: BASE_TYPE_MAX_LENGTH"),
        (
            {"options": [{"label": "A", "value": "a", "default": True}, {"label": "B", "value": "b", "default": True}]},
            "options: SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES",
        ),
    ],
)
def test_selects_are_checked(fields, refusal):
    assert refusals([select(**fields)]) == [f"components.0.components.0.{refusal}"]


def test_an_entity_select_accepts_defaults_of_its_own_kind_only():
    default = {"id": "123456789012345678", "type": "role"}
    assert check([row({"type": 6, "custom_id": "r", "default_values": [default]})])
    assert refusals([row({"type": 5, "custom_id": "u", "default_values": [default]})]) == [
        "components.0.components.0.default_values.0.type: BASE_TYPE_CHOICES"
    ]


def test_files_of_the_message_fill_in_the_media_that_show_them():
    gallery = {"type": 12, "items": [{"media": {"url": "attachment://a.png"}}]}
    read = check([{"type": 13, "file": {"url": "attachment://b.pdf"}}, gallery], v2=True)
    assert referenced_files(read) == {"a.png", "b.pdf"}
    attachments = [
        {"id": "1", "filename": "a.png", "url": "u1", "proxy_url": "p1", "size": 4, "width": 2, "height": 2},
        {"id": "2", "filename": "b.pdf", "url": "u2", "proxy_url": "p2", "size": 9},
    ]
    attach_files(read, attachments)
    assert read[0]["file"] == {"url": "u2", "proxy_url": "p2", "attachment_id": "2"}
    assert (read[0]["name"], read[0]["size"]) == ("b.pdf", 9)
    assert read[1]["items"][0]["media"]["width"] == 2


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 200) | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                "type id components custom_id style label options value items media url accessory file emoji".split()  # noqa: SIM905 - the list reads worse
            ),
            inner,
            max_size=6,
        )
    ),
    max_leaves=20,
)


@given(JSON, st.booleans())
def test_no_request_at_all_breaks_the_validation(components, v2):
    problems = Problems()
    read = validate_components(components, v2=v2, problems=problems, path="components")
    if problems:
        assert flatten(problems.error().errors)
    else:
        ids = [component["id"] for component in walk(read)]
        assert sorted(set(ids)) == sorted(ids)


KINDS = st.sampled_from(sorted(Kind))


@given(
    st.lists(
        st.fixed_dictionaries(
            {"type": KINDS, "custom_id": st.text("ab", max_size=2), "style": st.integers(0, 7), "label": st.just("x")}
        ),
        max_size=5,
    )
)
def test_what_passes_passes_again_unchanged(children):
    try:
        read = check([row(*children)])
    except ApiError:
        return
    assert check(read) == read
