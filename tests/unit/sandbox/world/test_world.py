import base64

from scurrypy.sandbox import Clock, Dispatch, World
from scurrypy.sandbox.payloads.guilds import guild_create
from scurrypy.sandbox.rules import permissions
from tests.unit.sandbox.world.conftest import Scene


def test_the_default_world() -> None:
    world = World.default()
    (guild,) = world.guilds.values()
    assert guild.name == "Local"
    assert [channel.name for channel in world.channels_of(guild.id)] == ["general", "random", "Lounge"]
    assert [user.username for user in world.users.values()] == ["alice", "bob", "carol"]
    assert sorted(role.position for role in guild.roles.values()) == [0, 1]
    assert guild.owner_id == next(iter(world.users))


def test_a_token_is_known_with_and_without_bot_and_starts_with_the_bots_id(scene: Scene) -> None:
    token = scene.application.token
    assert scene.world.authenticate(token) is scene.application
    assert scene.world.authenticate(f"Bot {token}") is scene.application
    assert scene.world.authenticate("Bot nonsense") is None
    assert scene.world.authenticate("Bot ä") is None
    first = token.split(".")[0]
    assert int(base64.urlsafe_b64decode(first + "=" * (-len(first) % 4))) == scene.application.bot_id
    assert token not in repr(scene.application)


def test_listeners_hear_in_order_until_they_stop(scene: Scene) -> None:
    heard: list[str] = []
    stop = scene.world.subscribe(lambda dispatch: heard.append(f"first {dispatch.name}"))
    scene.world.subscribe(lambda dispatch: heard.append(f"second {dispatch.name}"))
    scene.world.publish(Dispatch("X", {}))
    stop()
    scene.world.publish(Dispatch("Y", {}))
    assert heard == ["first X", "second X", "second Y"]


def test_a_bot_that_joins_receives_the_guild_and_everyone_else_the_member(scene: Scene) -> None:
    second = scene.world.create_application("second")
    scene.world.add_bot(scene.guild, second, permissions.ADMINISTRATOR)
    joined = ["GUILD_ROLE_CREATE", "GUILD_CREATE", "GUILD_MEMBER_ADD"]
    assert scene.names() == [*joined, "INTEGRATION_CREATE", "GUILD_INTEGRATIONS_UPDATE"]
    created = scene.last("GUILD_CREATE")
    assert created.application_id == second.id
    assert created.data["member_count"] == 5
    role = scene.last("GUILD_ROLE_CREATE").data["role"]
    assert (role["managed"], role["tags"]) == (True, {"bot_id": str(second.bot_id)})


def test_guild_create_holds_what_there_is(scene: Scene) -> None:
    data = guild_create(scene.world, scene.guild, scene.bot.user_id)
    assert [channel["name"] for channel in data["channels"]] == ["general", "random", "Lounge"]
    assert all("guild_id" not in channel for channel in data["channels"])
    assert {member["user"]["username"] for member in data["members"]} == {"alice", "bob", "carol", "robot"}
    ready = scene.world.ready_payload(scene.application)
    assert ready["guilds"] == [{"id": str(scene.guild.id), "unavailable": True}]
    assert ready["user"]["id"] == str(scene.application.bot_id)


def test_a_reset_brings_the_default_world_back_and_keeps_bots_and_their_tokens(scene: Scene) -> None:
    before = set(scene.world.users) | set(scene.world.guilds) | set(scene.world.channels)
    scene.world.user("alice").send(scene.general, "x")
    scene.world.files.put("a", b"x", None)
    scene.events.clear()
    scene.world.reset()
    assert scene.world.authenticate(scene.application.token) is scene.application
    (guild,) = scene.world.guilds.values()
    assert scene.application.bot_id in guild.members
    assert not any(scene.world.messages.values())
    assert scene.world.files.get("a") is None
    now = set(scene.world.users) | set(scene.world.guilds) | set(scene.world.channels)
    assert now & before == {scene.application.bot_id}
    told = [event.name for event in scene.events if event.application_id == scene.application.id]
    assert told == ["GUILD_DELETE", "GUILD_CREATE"]


def test_two_worlds_share_nothing() -> None:
    clock = Clock(lambda: 1_790_000_000.0)
    first, second = World.default(clock), World.default(clock)
    application = first.create_application("robot")
    assert second.authenticate(application.token) is None
    assert not second.applications
