import pytest

from scurrypy.sandbox import ApiError
from scurrypy.sandbox.world.linked_roles import (
    delete_connection,
    get_connection,
    list_metadata,
    set_connection,
    set_metadata,
)
from tests.unit.sandbox.world.conftest import Scene

LEVEL = {"type": 2, "key": "level", "name": "Level", "description": "of the hero"}
SINCE = {"type": 6, "key": "since", "name": "Since", "description": "when they began"}


def test_what_linked_roles_may_demand_is_replaced_as_a_whole(scene: Scene) -> None:
    assert list_metadata(scene.application) == []
    assert set_metadata(scene.application, [LEVEL, SINCE]) == [LEVEL, SINCE]
    assert set_metadata(scene.application, [LEVEL]) == list_metadata(scene.application) == [LEVEL]


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ([LEVEL | {"type": 9}], "0"),
        ([LEVEL | {"key": "Level!"}], "0"),
        ([LEVEL | {"name": ""}], "0"),
        ([LEVEL, LEVEL], "1"),
        ([LEVEL | {"key": f"k{number}"} for number in range(6)], "_errors"),
        ({}, "_errors"),
    ],
)
def test_what_they_cannot_demand_is_refused(scene: Scene, body: object, path: str) -> None:
    with pytest.raises(ApiError) as caught:
        set_metadata(scene.application, body)
    assert set(caught.value.errors) == {path}
    assert list_metadata(scene.application) == []


def test_what_a_user_has_proved_is_kept_as_far_as_it_can_be_demanded(scene: Scene) -> None:
    set_metadata(scene.application, [LEVEL, SINCE])
    bob = scene.user("bob").id
    assert get_connection(scene.application, bob) == {"metadata": {}}
    metadata = {"level": "7", "since": "2026-01-01T00:00:00Z", "shoe_size": "44"}
    proved = set_connection(scene.application, bob, {"platform_name": "Dungeon", "metadata": metadata})
    assert proved == {
        "platform_name": "Dungeon",
        "metadata": {"level": "7", "since": "2026-01-01T00:00:00Z"},
    }
    assert get_connection(scene.application, scene.user("carol").id) == {"metadata": {}}
    assert "platform_name" not in set_connection(scene.application, bob, {"platform_name": None})
    for wrong in ({"level": "high"}, {"since": "long ago"}, {"level": None}):
        with pytest.raises(ApiError) as caught:
            set_connection(scene.application, bob, {"metadata": wrong})
        assert set(caught.value.errors) == {"metadata"}
    delete_connection(scene.application, bob)
    assert get_connection(scene.application, bob) == {"metadata": {}}
