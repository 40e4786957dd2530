"""What is asked with the access token of a user who let an application act."""

import copy
from typing import Any

from scurrypy import routes
from scurrypy.sandbox.clock import iso
from scurrypy.sandbox.http.call import Call
from scurrypy.sandbox.http.operations import operation
from scurrypy.sandbox.payloads.users import user_payload
from scurrypy.sandbox.records import Application
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.world import linked_roles, monetization

_WRITE = "role_connections.write"


@operation(routes.GET_APPLICATION_ROLE_CONNECTIONS_METADATA)
async def get_application_role_connections_metadata(call: Call) -> list[dict[str, Any]]:
    """Answer with everything linked roles may demand."""
    return linked_roles.list_metadata(call.own_application())


@operation(routes.UPDATE_APPLICATION_ROLE_CONNECTIONS_METADATA)
async def update_application_role_connections_metadata(call: Call) -> list[dict[str, Any]]:
    """Replace everything linked roles may demand."""
    return linked_roles.set_metadata(call.own_application(), call.json)


@operation(routes.GET_MY_OAUTH2_AUTHORIZATION, bot=False, scope="")
async def get_my_oauth2_authorization(call: Call) -> dict[str, Any]:
    """Answer with what the access token is good for."""
    application, grant = call.world.applications[call.grant.application_id], call.grant
    answer: dict[str, Any] = {
        "application": {
            "id": str(application.id),
            "name": application.name,
            "icon": application.icon,
            "description": application.description,
            "type": None,
            "bot_public": application.bot_public,
            "bot_require_code_grant": False,
            "verify_key": application.verify_key,
            "flags": application.flags,
        },
        "scopes": list(grant.scopes),
        "expires": iso(grant.expires_at),
    }
    if "identify" in grant.scopes:
        answer["user"] = user_payload(call.world.users[grant.user_id])
    return answer


@operation(routes.GET_OPENID_CONNECT_USERINFO, bot=False, scope="openid")
async def get_openid_connect_userinfo(call: Call) -> dict[str, Any]:
    """Answer with who the user is, in OpenID Connect's terms; with no more than the id without `identify`."""
    user = call.world.users[call.grant.user_id]
    answer: dict[str, Any] = {"sub": str(user.id)}
    if "identify" in call.grant.scopes:
        folder, name = ("embed/avatars", "0") if user.avatar is None else (f"avatars/{user.id}", user.avatar)
        picture = f"{call.world.files.base_url}/{folder}/{name}.png"
        answer |= {"preferred_username": user.username, "nickname": user.global_name, "picture": picture}
        answer["locale"] = user.locale
    return answer


@operation(routes.LIST_MY_CONNECTIONS, bot=False, scope="connections")
async def list_my_connections(call: Call) -> list[dict[str, Any]]:
    """Answer with the user's accounts elsewhere."""
    return copy.deepcopy(call.world.users[call.grant.user_id].connections)


@operation(routes.GET_APPLICATION_USER_ROLE_CONNECTION, bot=False, scope=_WRITE)
async def get_application_user_role_connection(call: Call) -> dict[str, Any]:
    """Answer with what the user has proved."""
    return linked_roles.get_connection(_granted(call), call.grant.user_id)


@operation(routes.UPDATE_APPLICATION_USER_ROLE_CONNECTION, bot=False, scope=_WRITE)
async def update_application_user_role_connection(call: Call) -> dict[str, Any]:
    """Say what the user has proved."""
    return linked_roles.set_connection(_granted(call), call.grant.user_id, call.body)


@operation(routes.DELETE_APPLICATION_USER_ROLE_CONNECTION, bot=False, scope=_WRITE)
async def delete_application_user_role_connection(call: Call) -> None:
    """Forget what the user has proved."""
    linked_roles.delete_connection(_granted(call), call.grant.user_id)


@operation(routes.GET_CURRENT_USER_APPLICATION_ENTITLEMENTS, bot=False, scope="")
async def get_current_user_application_entitlements(call: Call) -> list[dict[str, Any]]:
    """Answer with what the user has of the application's."""
    sku_ids = [part for text in call.request.query.getall("sku_ids", []) for part in text.split(",") if part]
    query = {"user_id": str(call.grant.user_id), "sku_ids": sku_ids}
    found = monetization.list_entitlements(call.world, _granted(call), query)
    return [each for each in found if not (call.query_flag("exclude_consumed") and each["consumed"])]


def _granted(call: Call) -> Application:
    """Return the application in the path, which must be the one that the user let act."""
    if call.path["application_id"] != call.grant.application_id:
        raise Code.NOT_YOUR_APPLICATION.error()
    return call.world.applications[call.grant.application_id]
