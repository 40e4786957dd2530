"""Worlds from a file."""

import pytest

from scurrypy.sandbox.seed import SeedError, plant
from scurrypy.sandbox.world import World


def test_a_seed_makes_users_guilds_channels_members_and_roles() -> None:
    world = World()
    guild = {
        "name": "Guild",
        "owner": "bob",
        "members": ["alice", "bob"],
        "channels": ["general", {"name": "Lounge", "type": "voice"}, {"name": "posts", "type": "forum", "topic": "t"}],
        "roles": ["Red"],
    }
    plant(world, {"users": ["alice", "bob"], "guilds": [guild]})
    (made,) = world.guilds.values()
    assert made.name == "Guild"
    assert world.users[made.owner_id].username == "bob"
    assert {world.users[id].username for id in made.members} == {"alice", "bob"}
    assert [(channel.name, channel.type) for channel in world.channels_of(made.id)] == [
        ("general", 0),
        ("Lounge", 2),
        ("posts", 15),
    ]
    assert "Red" in {role.name for role in made.roles.values()}


@pytest.mark.parametrize(
    ("seed", "words"),
    [
        ([], "the seed must be an object, not list"),
        ({}, "at least one user and one guild"),
        ({"users": ["a"], "guild": []}, "does not know guild; it knows guilds, users"),
        ({"users": ["a", "a"], "guilds": [{"name": "g"}]}, "'a' is named twice"),
        ({"users": [""], "guilds": [{"name": "g"}]}, r"users\[0\] must be a text"),
        ({"users": "a", "guilds": [{"name": "g"}]}, "users must be a list, not str"),
        ({"users": ["a"], "guilds": [{"name": "g", "owner": "b"}]}, r"guilds\[0\].owner names 'b'"),
        ({"users": ["a"], "guilds": [{"name": "g", "channels": [{"name": "c", "type": "x"}]}]}, "type is one of text"),
        ({"users": ["a"], "guilds": [{"channels": []}]}, r"guilds\[0\].name must be a text"),
    ],
)
def test_a_seed_that_cannot_be_says_where(seed: object, words: str) -> None:
    with pytest.raises(SeedError, match=words):
        plant(World(), seed)
