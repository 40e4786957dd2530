import pytest

from scurrypy.sandbox import ApiError
from scurrypy.sandbox.records import UploadedFile
from scurrypy.sandbox.rules import permissions
from scurrypy.sandbox.world.invites import create_invite, use_invite
from scurrypy.sandbox.world.target_users import get_job_status, get_target_users, read_target_users, set_target_users
from tests.unit.sandbox.world.conftest import Scene, refusal


def listed(text: str) -> list[UploadedFile]:
    return [UploadedFile("target_users_file", "u.csv", "text/csv", text.encode())]


def test_an_invite_lets_in_only_those_on_its_list(scene: Scene) -> None:
    code = create_invite(scene.world, scene.bot, scene.general.id, {})["code"]
    for ask, number in ((get_target_users, 10129), (get_job_status, 10124)):
        with pytest.raises(ApiError) as caught:
            ask(scene.world, scene.bot, code)
        assert refusal(caught) == (404, number)
    dave, eve = (scene.world.create_user(name) for name in ("dave", "eve"))
    set_target_users(scene.world, scene.bot, code, listed(f"user_id\n{dave.id}\n\n"))
    assert get_target_users(scene.world, scene.bot, code) == f"user_id\n{dave.id}\n"
    status = get_job_status(scene.world, scene.bot, code)
    assert (status["status"], status["total_users"], status["processed_users"]) == (2, 1, 1)
    assert status["completed_at"] == scene.world.clock.iso()
    with pytest.raises(ApiError) as caught:
        use_invite(scene.world, scene.person("eve"), code)
    assert refusal(caught) == (404, 10006)
    use_invite(scene.world, scene.person("dave"), code)
    assert (dave.id in scene.guild.members, eve.id in scene.guild.members) == (True, False)


def test_a_list_with_anything_else_in_it_is_refused_line_by_line() -> None:
    assert read_target_users([]) is None
    with pytest.raises(ApiError) as caught:
        read_target_users(listed('user_id\n"123456789012345678"\nbob\n12\n'))
    assert caught.value.status == 400
    wrong = [f"Line {number}: invalid user ID format" for number in (3, 4)]
    assert caught.value.body() == {"target_users_file": wrong}


def test_a_list_is_a_matter_of_the_inviter_and_of_those_who_manage_the_guild(scene: Scene) -> None:
    code = create_invite(scene.world, scene.person("bob"), scene.general.id, {})["code"]
    set_target_users(scene.world, scene.person("bob"), code, listed("123456789012345678"))
    scene.allow_bot(permissions.VIEW_AUDIT_LOG)
    assert "123456789012345678" in get_target_users(scene.world, scene.bot, code)
    with pytest.raises(ApiError) as caught:
        set_target_users(scene.world, scene.bot, code, listed("123456789012345678"))
    assert refusal(caught) == (403, 50013)
    with pytest.raises(ApiError) as caught:
        get_job_status(scene.world, scene.person("carol"), code)
    assert refusal(caught) == (403, 50013)
    with pytest.raises(ApiError) as caught:
        set_target_users(scene.world, scene.person("bob"), code, [])
    assert set(caught.value.errors) == {"target_users_file"}
