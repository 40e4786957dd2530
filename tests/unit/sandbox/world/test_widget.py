import pytest

from scurrypy.sandbox import ApiError
from scurrypy.sandbox.gateway.identify import Presence
from scurrypy.sandbox.gateway.presence import show_presence
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.rules.images import image_size
from scurrypy.sandbox.world.guilds import get_guild
from scurrypy.sandbox.world.invites import list_guild_invites, use_invite
from scurrypy.sandbox.world.widget import (
    draw_widget,
    edit_widget_settings,
    get_vanity_url,
    get_widget,
    get_widget_settings,
    set_vanity_url,
)
from tests.unit.sandbox.world.conftest import Scene, refusal


def test_a_widget_is_switched_on_and_shows_who_is_online_without_telling_who_they_are(scene: Scene) -> None:
    with pytest.raises(ApiError) as caught:
        get_widget(scene.world, scene.guild.id)
    assert refusal(caught) == (403, 50004)
    settings = {"enabled": True, "channel_id": str(scene.general.id)}
    assert edit_widget_settings(scene.world, scene.bot, scene.guild.id, settings) == settings
    assert get_widget_settings(scene.world, scene.bot, scene.guild.id) == settings
    told = scene.last("GUILD_UPDATE").data
    assert (told["widget_enabled"], told["widget_channel_id"]) == (True, str(scene.general.id))
    show_presence(scene.world, scene.user("bob").id, Presence("idle", []))
    scene.world.user("bob").join_voice("Lounge", self_mute=True)
    widget = get_widget(scene.world, scene.guild.id)
    (member,) = widget["members"]
    assert (member["id"], member["username"], member["status"], member["self_mute"]) == ("0", "Bob", "idle", True)
    assert [channel["name"] for channel in widget["channels"]] == ["Lounge"]
    assert widget["presence_count"] == 1
    assert scene.last("INVITE_CREATE").data["code"] == widget["instant_invite"].rpartition("/")[2]
    assert get_widget(scene.world, scene.guild.id) == widget
    assert scene.names().count("INVITE_CREATE") == 1


def test_a_widget_shows_no_channel_that_everyone_does_not_see_and_may_have_no_invite(scene: Scene) -> None:
    edit_widget_settings(scene.world, scene.bot, scene.guild.id, {"enabled": True})
    scene.guild.roles[scene.guild.id].permissions = 0
    widget = get_widget(scene.world, scene.guild.id)
    assert (widget["channels"], widget["instant_invite"]) == ([], None)


@pytest.mark.parametrize(("style", "size"), [("shield", (215, 20)), ("banner2", (320, 76)), ("banner4", (320, 160))])
def test_a_widget_is_drawn_in_the_size_of_its_style(scene: Scene, style: str, size: tuple[int, int]) -> None:
    scene.guild.widget.enabled = True
    nobody = draw_widget(scene.world, scene.guild.id, style)
    assert image_size(nobody) == ("image/png", *size)
    show_presence(scene.world, scene.user("bob").id, Presence("online", []))
    assert draw_widget(scene.world, scene.guild.id, style) != nobody


def test_what_a_widget_cannot_be_is_refused(scene: Scene) -> None:
    scene.guild.widget.enabled = True
    with pytest.raises(ApiError) as caught:
        draw_widget(scene.world, scene.guild.id, "round")
    assert set(caught.value.errors) == {"style"}
    with pytest.raises(ApiError) as caught:
        edit_widget_settings(scene.world, scene.bot, scene.guild.id, {"channel_id": "1"})
    assert set(caught.value.errors) == {"channel_id"}
    scene.allow_bot(permissions.VIEW_CHANNEL)
    with pytest.raises(ApiError) as caught:
        get_widget_settings(scene.world, scene.bot, scene.guild.id)
    assert refusal(caught) == (403, 50013)


def test_a_vanity_url_leads_into_the_guild_and_counts_its_uses(scene: Scene) -> None:
    with pytest.raises(ApiError) as caught:
        get_vanity_url(scene.world, scene.bot, scene.guild.id)
    assert refusal(caught) == (403, 50001)
    set_vanity_url(scene.world, scene.guild, "local", scene.general.id)
    scene.world.create_user("dave")
    use_invite(scene.world, scene.person("dave"), "local")
    assert get_vanity_url(scene.world, scene.bot, scene.guild.id) == {"code": "local", "uses": 1}
    assert get_guild(scene.world, scene.bot, scene.guild.id)["vanity_url_code"] == "local"
    assert list_guild_invites(scene.world, scene.bot, scene.guild.id) == []
