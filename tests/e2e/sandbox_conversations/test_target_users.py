from scurrypy.api import InvitePart
from scurrypy.enums import TargetUsersJobStatus
from tests.e2e.sandbox_conversations.conftest import Talk


async def test_an_invite_is_made_for_some_and_then_for_others(talk: Talk) -> None:
    bob, carol = (talk.sandbox.world.user(name).id for name in ("bob", "carol"))
    made = await talk.client.channel(talk.general.id).create_invite(InvitePart(), target_users_file=[bob])
    invite = talk.client.invite(made.code)
    assert await invite.fetch_target_users() == [bob]
    await invite.edit_target_users([bob, carol])
    assert await invite.fetch_target_users() == [bob, carol]
    status = await invite.fetch_target_users_job_status()
    assert (status.status, status.processed_users) == (TargetUsersJobStatus.COMPLETED, 2)
