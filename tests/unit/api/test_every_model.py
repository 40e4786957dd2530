import logging
import random
import re
from typing import Any

import msgspec
import pytest

import scurrypy.api
from scurrypy.api import channels, commands, components, guilds, interactions, messages
from scurrypy.api.components import Button, File, MediaGalleryItem, Thumbnail
from scurrypy.api.data_uri import DataURIPart
from scurrypy.api.guilds import OnboardingPromptOptionPart
from scurrypy.api.image_data import ImageAssetPart, ImageDataPart
from scurrypy.api.interactions import InteractionModel, UnknownInteractionData
from scurrypy.api.messages import AttachmentPart, MessagePart
from scurrypy.api.presence import PresencePart
from scurrypy.api.sound_data import SoundDataPart
from scurrypy.wire import codec
from scurrypy.wire.fields import fields
from scurrypy.wire.model import DataModel
from tests.unit.api.shapes import every_model, object_for

MODELS = every_model()

NOT_ALIKE_BOTH_WAYS = {
    AttachmentPart: "a path is read from disk, not sent",
    Button: "`link` is sent as `url`",
    DataURIPart: "a file is read from disk",
    File: "an address is sent as an object",
    ImageAssetPart: "a file is read from disk",
    ImageDataPart: "a file is read from disk",
    InteractionModel: "its data must fit its type",
    MediaGalleryItem: "an address is sent as an object",
    MessagePart: "it is checked before it is sent",
    OnboardingPromptOptionPart: "`wmoji_id` is sent as `emoji_id`",
    PresencePart: "it is sent whole",
    SoundDataPart: "a file is read from disk",
    Thumbnail: "an address is sent as an object",
    UnknownInteractionData: "it holds whatever it is given",
}
"""Models whose `to_dict` is not the inverse of `from_dict`, and why."""


JUNK: tuple[Any, ...] = ([], {}, "junk", 1.5, -1, True, [None], {"type": []})


def holds_such(model: type[DataModel]) -> bool:
    names = "|".join(other.__name__ for other in NOT_ALIKE_BOTH_WAYS)
    return any(re.search(rf"\.({names})\b", str(field.type)) for field in fields(model))


ALIKE_BOTH_WAYS = [model for model in MODELS if model not in NOT_ALIKE_BOTH_WAYS and not holds_such(model)]
KNOWN = [model for model in MODELS if model is not UnknownInteractionData]


@pytest.mark.parametrize("model", KNOWN)
def test_nothing_at_all_reads_as_none(model: type[DataModel], caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.WARNING):
        empty = model.from_dict({})
    assert caplog.records == []
    for field in fields(model):
        assert getattr(empty, field.name) == (None if field.default is msgspec.NODEFAULT else field.default)


@pytest.mark.parametrize("model", ALIKE_BOTH_WAYS)
def test_what_is_received_can_be_sent_and_received_again(model: type[DataModel], caplog: pytest.LogCaptureFixture):
    rng = random.Random(model.__name__)
    for _ in range(25):
        data = object_for(model, rng)
        with caplog.at_level(logging.WARNING):
            received = model.from_dict(data)
        assert caplog.records == [], data
        assert model.from_json(codec.encode(received.to_dict())) == received
        assert received.raw is data


@pytest.mark.parametrize("model", KNOWN)
def test_fields_discord_adds_are_ignored_and_kept_in_raw(model: type[DataModel]):
    data = {"a_field_of_tomorrow": {"deep": [1, {"x": None}]}}
    received = model.from_dict(data)
    assert received == model.from_dict({})
    assert received.raw["a_field_of_tomorrow"] == {"deep": [1, {"x": None}]}


@pytest.mark.parametrize("model", KNOWN)
def test_a_field_that_does_not_fit_costs_no_other(model: type[DataModel]):
    data = object_for(model, random.Random(model.__name__))
    whole = model.from_dict(data)
    # The type of an interaction says how its data is read.
    for name in data.keys() - {"type"}:
        for junk in JUNK:
            received = model.from_dict({**data, name: junk})
            assert [getattr(received, other) for other in data if other != name] == [
                getattr(whole, other) for other in data if other != name
            ]


@pytest.mark.parametrize("package", [scurrypy.api, channels, commands, components, guilds, interactions, messages])
def test_exports_are_sorted_and_complete(package: Any):
    assert package.__all__ == sorted(package.__all__)
    assert all(hasattr(package, name) for name in package.__all__)


def test_every_model_is_exported_by_its_package():
    packages = (scurrypy.api, channels, commands, components, guilds, interactions, messages)
    exported = {getattr(package, name) for package in packages for name in package.__all__}
    moved = {"StickerItemModel", "StickerModel", "StickerPackModel", "StickerPart"}
    assert {model.__name__ for model in MODELS} - {getattr(e, "__name__", "") for e in exported} - moved == set()


def test_models_are_positional_mutable_and_without_a_hash():
    part = messages.EmbedField("name", "value", True)
    part.value = "other"
    assert part == messages.EmbedField(name="name", value="other", inline=True)
    with pytest.raises(TypeError):
        hash(part)
