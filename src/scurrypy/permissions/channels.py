"""What a channel says about permissions by itself."""

from scurrypy.api.channels.channel import ChannelModel
from scurrypy.api.channels.overwrite import OverwriteModel
from scurrypy.enums.channel import ChannelType
from scurrypy.enums.permissions import Permissions
from scurrypy.wire.errors import InvalidRequest, MissingField

_THREADS = (ChannelType.ANNOUNCEMENT_THREAD, ChannelType.PUBLIC_THREAD, ChannelType.PRIVATE_THREAD)
_VOICE = (ChannelType.GUILD_VOICE, ChannelType.GUILD_STAGE_VOICE)
_OUTSIDE = (ChannelType.DM, ChannelType.GROUP_DM)


def is_thread(channel: ChannelModel) -> bool:
    """Return whether a channel is a thread."""
    return channel.type in _THREADS


def is_voice(channel: ChannelModel) -> bool:
    """Return whether a channel is joined rather than only read."""
    return channel.type in _VOICE


def sending_permission(channel: ChannelModel) -> Permissions:
    """Return which permission sends messages there: SEND_MESSAGES_IN_THREADS in threads, else SEND_MESSAGES.

    In a forum, SEND_MESSAGES creates threads, as there is nothing else to write.
    """
    return Permissions.SEND_MESSAGES_IN_THREADS if is_thread(channel) else Permissions.SEND_MESSAGES


def is_synced(channel: ChannelModel, category: ChannelModel) -> bool:
    """Return whether a channel has the overwrites of its category, so that it follows when those change.

    Raises:
        MissingField: the overwrites of one of them are not known.
    """
    return _plain(channel) == _plain(category)


def _plain(channel: ChannelModel) -> dict[int, tuple[int, int]]:
    return {overwrite.id: (overwrite.allow, overwrite.deny) for overwrite in require_overwrites(channel)}


def require_overwrites(channel: ChannelModel) -> list[OverwriteModel]:
    """Return the overwrites of a channel of a guild, where they are known.

    Raises:
        MissingField: Discord withheld them, or left them out.
    """
    if channel.is_obfuscated:
        raise MissingField(
            f"channel {channel.id}: Discord withholds its overwrites, as the bot cannot view it, and so permissions "
            "there cannot be computed; in an interaction, app_permissions and member.permissions tell them"
        )
    if channel.permission_overwrites is None:
        raise MissingField(
            f"channel {channel.id}: permission_overwrites were not received, and so permissions there cannot be "
            "computed; in an interaction, app_permissions and member.permissions tell them"
        )
    return channel.permission_overwrites


def overwrites_for(channel: ChannelModel, parent: ChannelModel | None) -> list[OverwriteModel]:
    """Return the overwrites that count in a channel: its own, or of a thread those of the channel it hangs from.

    Raises:
        InvalidRequest: the channel is in no guild, or is a thread and `parent` is not the channel it hangs from.
        MissingField: the overwrites are not known.
    """
    if channel.type in _OUTSIDE:
        raise InvalidRequest("channel", "a channel of a guild, for direct messages have no permissions", channel.id)
    if not is_thread(channel):
        return require_overwrites(channel)
    if parent is None or (channel.parent_id is not None and parent.id != channel.parent_id):
        given = None if parent is None else parent.id
        raise InvalidRequest("parent", f"the channel the thread hangs from, {channel.parent_id}", given)
    return require_overwrites(parent)
