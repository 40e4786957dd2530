"""Calls of the methods that are about stages."""

from scurrypy.api.stage_instance import StageInstancePart
from scurrypy.resources import (
    StageInstance,
)
from tests.unit.resources.cases.case import ONE, Case, Resources, case

RESOURCES: Resources = {
    "stage_instance": lambda http: StageInstance(http, ONE),
}

CASES: list[Case] = [
    case("stage_instance.fetch", to="GET_STAGE_INSTANCE", path="/stage-instances/1"),
    case(
        "stage_instance.create",
        StageInstancePart("Talk", send_start_notification=True),
        to="CREATE_STAGE_INSTANCE",
        path="/stage-instances",
        data={"topic": "Talk", "send_start_notification": True, "channel_id": 1},
    ),
    case(
        "stage_instance.edit",
        kwargs={"topic": "Questions"},
        to="UPDATE_STAGE_INSTANCE",
        path="/stage-instances/1",
        data={"topic": "Questions"},
    ),
    case("stage_instance.delete", to="DELETE_STAGE_INSTANCE", path="/stage-instances/1"),
]

AUDITED = {
    "CREATE_STAGE_INSTANCE",
    "DELETE_STAGE_INSTANCE",
    "UPDATE_STAGE_INSTANCE",
}
"""Operations whose documentation takes the header X-Audit-Log-Reason."""
