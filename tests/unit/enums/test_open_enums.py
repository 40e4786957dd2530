import copy
import importlib
import pickle
import pkgutil
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st

import scurrypy.enums
from scurrypy.enums import (
    ChannelType,
    DiscordFlags,
    DiscordString,
    DiscordTypes,
    EventType,
    GuildFeature,
    GuildMemberFlags,
    MessageFlags,
    MessageType,
    Permissions,
    SystemChannelFlags,
)
from scurrypy.wire import codec
from scurrypy.wire.model import DataModel


class Holder(DataModel):
    kind: ChannelType | None = None
    feature: GuildFeature | None = None
    flags: MessageFlags | None = None
    permissions: Permissions | None = None


def every_enum() -> list[type[Enum]]:
    modules = [
        importlib.import_module(f"scurrypy.enums.{m.name}") for m in pkgutil.iter_modules(scurrypy.enums.__path__)
    ]
    bases = (DiscordTypes, DiscordString, DiscordFlags)
    found = {
        kind
        for module in modules
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, bases) and kind not in bases
    }
    return sorted(found, key=lambda kind: kind.__name__)


@given(st.integers(-(2**63), 2**63))
def test_any_number_survives_as_a_kind(value: int):
    kind = ChannelType(value)
    assert kind == value
    assert hash(kind) == hash(value)
    assert str(value) in repr(kind)
    assert isinstance(kind, ChannelType)


@given(st.text(max_size=300))
def test_any_text_survives_as_a_feature(value: str):
    feature = GuildFeature(value)
    assert feature == value
    assert str(feature) == value
    assert feature.value == value


@given(st.integers(0, 2**63 - 1), st.integers(0, 2**70))
def test_flags_behave_like_the_bits_they_are(left: int, right: int):
    a, b = Permissions(left), Permissions(right)
    assert (a | b, a & b, a ^ b) == (left | right, left & right, left ^ right)
    assert a & ~b == left & ~right
    assert all(member in a for member in a)
    assert isinstance(a | b, Permissions)


@given(st.integers(0, 2**63 - 1), st.text(max_size=40), st.integers(0, 2**40), st.integers(0, 2**63))
def test_unknown_values_survive_the_way_from_and_to_the_wire(kind: int, feature: str, flags: int, permissions: int):
    sent = {"kind": kind, "feature": feature, "flags": flags, "permissions": str(permissions)}
    assert codec.decode(codec.encode(Holder.from_dict(sent).to_dict())) == sent


def test_bug_of_2_3_a_new_channel_type_raised():
    assert repr(ChannelType(77)) == "<ChannelType.UNKNOWN_77: 77>"


def test_unknown_members_can_be_copied_and_pickled():
    for member in (ChannelType(77), GuildFeature("NEW"), Permissions(1 << 62 | 1)):
        assert copy.deepcopy(member) == member
        assert pickle.loads(pickle.dumps(member)) == member  # noqa: S301 - its own bytes


def test_a_flood_of_unknown_values_does_not_fill_memory():
    from scurrypy.enums import enum_types  # noqa: PLC0415 - its caches are private

    known = len(ChannelType._value2member_map_)
    for value in range(20_000):
        Permissions(1 << 60 | value)
        ~Permissions(value)
        ChannelType(1000 + value)
        GuildFeature(f"F{value}")
        GuildFeature(f"F{value}" * 200)
    assert len(ChannelType._value2member_map_) == known
    assert len(Permissions._value2member_map_) <= len(Permissions.__members__) + enum_types._FILED + 1
    assert enum_types._unknown_text.cache_info().currsize <= enum_types._REMEMBERED


def test_taking_a_flag_away_keeps_the_bits_this_version_does_not_know():
    newer = 1 << 61
    assert (Permissions(newer) | Permissions.KICK_MEMBERS) & ~Permissions.KICK_MEMBERS == newer


def test_declared_members_stay_themselves_after_arithmetic():
    everything = Permissions(sum(Permissions))
    for member in Permissions:
        assert everything & member is member
        assert ~(~member) is member
        assert Permissions(member.value) is member


@pytest.mark.parametrize("kind", every_enum())
def test_values_of_another_type_are_refused(kind: type[Enum]):
    with pytest.raises(ValueError, match="is not a valid"):
        kind(["x"])
    if not issubclass(kind, DiscordString):
        with pytest.raises(ValueError, match="is not a valid"):
            kind("x")


@pytest.mark.parametrize("kind", every_enum())
def test_every_enum_is_exported_and_described(kind: type[Enum]):
    assert getattr(scurrypy.enums, kind.__name__) is kind
    assert kind.__name__ in scurrypy.enums.__all__
    assert kind.__doc__


def test_exports_are_sorted():
    assert scurrypy.enums.__all__ == sorted(scurrypy.enums.__all__)


def test_flags_are_single_bits_or_nothing():
    for kind in every_enum():
        if issubclass(kind, DiscordFlags):
            assert all(member.value.bit_count() <= 1 for member in kind.__members__.values()), kind


def test_bug_of_2_3_pins_had_the_number_of_a_rename():
    assert MessageType.CHANNEL_PINNED_MESSAGE == 6
    assert MessageType(4) is MessageType.CHANNEL_NAME_CHANGE
    assert MessageType(7) is MessageType.USER_JOIN


def test_bug_of_2_3_quarantined_tag_had_the_wrong_bit():
    assert GuildMemberFlags.AUTOMOD_QUARANTINED_TAG is GuildMemberFlags.AUTOMOD_QUARANTINED_GUILD_TAG


@pytest.mark.parametrize(
    ("old", "wire"),
    [
        ("BULK_MESSAGE_DELETE", "MESSAGE_DELETE_BULK"),
        ("ROLE_CREATE", "GUILD_ROLE_CREATE"),
        ("ROLE_UPDATE", "GUILD_ROLE_UPDATE"),
        ("ROLE_DELETE", "GUILD_ROLE_DELETE"),
    ],
)
def test_events_go_by_their_2_3_name_and_by_the_wires(old: str, wire: str):
    assert EventType[old] is EventType[wire] is EventType(wire)
    assert EventType[old].name == old


def test_every_other_event_is_named_as_on_the_wire():
    renamed = {"BULK_MESSAGE_DELETE", "ROLE_CREATE", "ROLE_UPDATE", "ROLE_DELETE"}
    assert {member.name for member in EventType if member.name != member.value} == renamed


def test_only_permissions_travel_as_text():
    assert (
        codec.encode({"p": [Permissions.PIN_MESSAGES], "f": SystemChannelFlags(3)})
        == b'{"p":["2251799813685248"],"f":3}'
    )
    assert codec.encode(Permissions(0)) == b'"0"'


def test_to_dict_keeps_permissions_as_members():
    assert Holder(permissions=Permissions.BAN_MEMBERS).to_dict() == {"permissions": Permissions.BAN_MEMBERS}
