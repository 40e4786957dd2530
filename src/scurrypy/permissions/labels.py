"""Permissions by the names that people know."""

from scurrypy.enums.permissions import Permissions

_SAID_OTHERWISE = {
    Permissions.CREATE_INSTANT_INVITE: "Create Invite",
    Permissions.MANAGE_GUILD: "Manage Server",
    Permissions.STREAM: "Video",
    Permissions.SEND_TTS_MESSAGES: "Send TTS Messages",
    Permissions.VIEW_GUILD_INSIGHTS: "View Server Insights",
    Permissions.USE_VAD: "Use Voice Activity",
    Permissions.MANAGE_GUILD_EXPRESSIONS: "Manage Expressions",
    Permissions.SEND_MESSAGES_IN_THREADS: "Send Messages in Threads",
    Permissions.USE_EMBEDDED_ACTIVITIES: "Use Activities",
    Permissions.MODERATE_MEMBERS: "Timeout Members",
    Permissions.CREATE_GUILD_EXPRESSIONS: "Create Expressions",
    Permissions.REQUEST_TO_SPEAK: "Request to Speak",
}
"""Those that Discord's clients call otherwise than its API."""


def label(permission: Permissions) -> str:
    """Return what Discord's clients call one permission, in English: `Timeout Members` for MODERATE_MEMBERS."""
    said = _SAID_OTHERWISE.get(permission)
    if said is not None:
        return said
    if permission.name in Permissions.__members__:
        return str(permission.name).replace("_", " ").title()
    return f"permission {int(permission):#x}"


def labels(permissions: Permissions) -> list[str]:
    """Return what Discord's clients call each of the permissions, from the lowest bit up.

        missing = needed & ~held
        await channel.send(f"I need: {', '.join(labels(missing))}.")

    Those that this version does not know are named by their number.
    """
    bits = int(permissions)
    return [label(Permissions(1 << n)) for n in range(bits.bit_length()) if bits >> n & 1]
