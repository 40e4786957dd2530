import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scurrypy.api.components import (
    ActionRow,
    Button,
    ChannelSelect,
    Container,
    File,
    Label,
    MediaGallery,
    MentionableSelect,
    MessageComponentFactory,
    RoleSelect,
    Section,
    Separator,
    StringSelect,
    TextDisplay,
    TextInput,
    Thumbnail,
    UserSelect,
)
from scurrypy.api.components.factory import COMPONENT_MAP
from scurrypy.bases import (
    ActionRowChild,
    Component,
    ContainerChild,
    LabelChild,
    SectionAccessoryChild,
    SectionChild,
    UnknownComponent,
)
from scurrypy.bases.components import ReceivedComponent
from scurrypy.enums import ButtonStyle, ComponentType
from scurrypy.wire import codec
from scurrypy.wire.model import DataModel

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=12,
)


class Holder(DataModel):
    one: ReceivedComponent | None = None
    many: list[ReceivedComponent] | None = None


def every_component(base: type[Component] = Component) -> set[type[Component]]:
    children = set(base.__subclasses__())
    return children.union(*(every_component(child) for child in children)) if children else children


def test_every_component_type_has_its_class():
    assert set(COMPONENT_MAP) == set(ComponentType)
    for kind, component in COMPONENT_MAP.items():
        assert component().type is kind


def test_every_component_class_is_received_as_itself():
    assert {c for c in every_component() if c.__module__.startswith("scurrypy")} == {
        *COMPONENT_MAP.values(),
        UnknownComponent,
    }


def test_the_type_chooses_the_class():
    row = MessageComponentFactory.from_dict({"type": 1, "components": [{"type": 2, "style": 1, "custom_id": "x"}]})
    assert row == ActionRow([Button(ButtonStyle.PRIMARY, "x")])


def test_bug_of_2_3_a_component_of_a_new_type_lost_the_message():
    new = {"type": 99, "id": 3, "novelty": {"a": [1, None]}}
    component = MessageComponentFactory.from_dict(new)
    assert isinstance(component, UnknownComponent)
    assert component.type == 99
    assert component.to_dict() == new
    assert component.raw is new


def test_unknown_components_survive_at_every_depth():
    sent = {"type": 17, "components": [{"type": 9, "accessory": {"type": 77, "x": 1}, "components": [{"type": 78}]}]}
    container = MessageComponentFactory.from_dict(sent)
    assert isinstance(container, Container)
    assert codec.decode(codec.encode(container.to_dict())) == sent


@given(st.dictionaries(st.text(max_size=10), JSON, max_size=5), JSON)
def test_any_object_becomes_a_component(data: dict[str, object], kind: object):
    component = MessageComponentFactory.from_dict({**data, "type": kind})
    assert isinstance(component, Component)


def test_holders_read_components_where_they_stand():
    holder = Holder.from_json(b'{"one": {"type": 10, "content": "hi"}, "many": [{"type": 14}, {"type": 99}]}')
    assert holder.one == TextDisplay("hi")
    assert holder.many is not None
    assert [type(component) for component in holder.many] == [Separator, UnknownComponent]


def test_components_of_ones_own_are_left_as_they_are():
    class Mine(Component):
        type: ComponentType = ComponentType(500)

    assert Holder(one=Mine()).to_dict() == {"one": {"type": 500}}


@pytest.mark.parametrize("wrong", [b"1", b'"x"', b"[]", b"true"])
def test_what_is_no_object_is_no_component(wrong: bytes):
    with pytest.raises(msgspec.ValidationError, match="Expected `object`"):
        codec.decoder_for(Holder).decode(b'{"one": ' + wrong + b"}")
    assert Holder.from_json(b'{"one": ' + wrong + b', "many": [{"type": 14}]}') == Holder(None, [Separator()])


@pytest.mark.parametrize(
    ("marker", "children"),
    [
        (ActionRowChild, {Button, StringSelect, UserSelect, RoleSelect, MentionableSelect, ChannelSelect}),
        (SectionChild, {TextDisplay}),
        (SectionAccessoryChild, {Button, Thumbnail}),
        (ContainerChild, {Section, TextDisplay, MediaGallery, File, Separator}),
    ],
)
def test_markers_say_where_a_component_may_stand(marker: type, children: set[type[Component]]):
    assert {component for component in COMPONENT_MAP.values() if issubclass(component, marker)} == children


def test_inputs_may_stand_below_a_label():
    below = {component for component in COMPONENT_MAP.values() if issubclass(component, LabelChild)}
    assert TextInput in below
    assert Button not in below
    assert Label not in below
