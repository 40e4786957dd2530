"""Channels and threads."""

from typing import TYPE_CHECKING

from scurrypy.lazy import lazily

if TYPE_CHECKING:
    from scurrypy.api.channels.announcement import GuildAnnouncementChannelPart
    from scurrypy.api.channels.channel import ChannelModel
    from scurrypy.api.channels.default_reaction import DefaultReactionModel, DefaultReactionPart
    from scurrypy.api.channels.dm import DMChannelModel
    from scurrypy.api.channels.followed import FollowedChannelModel
    from scurrypy.api.channels.forum import GuildForumChannelModel, GuildForumChannelPart, GuildMediaChannelPart
    from scurrypy.api.channels.guild_text import GuildTextChannelPart
    from scurrypy.api.channels.overwrite import OverwriteModel, OverwritePart
    from scurrypy.api.channels.tag import TagModel, TagPart
    from scurrypy.api.channels.thread_member import ThreadMemberModel
    from scurrypy.api.channels.thread_metadata import ThreadMetadataModel
    from scurrypy.api.channels.threads import (
        ActiveThreadsModel,
        ArchivedThreadsModel,
        ThreadChannelModel,
        ThreadFromMessagePart,
        ThreadWithoutMessagePart,
    )
    from scurrypy.api.channels.voice import GuildCategoryPart, GuildStageChannelPart, GuildVoiceChannelPart
    from scurrypy.enums.channel import AutoArchiveDurationType, ChannelType, ForumLayoutType, SortOrderType
else:
    __getattr__ = lazily(
        __name__,
        {
            ".announcement": ["GuildAnnouncementChannelPart"],
            ".channel": ["ChannelModel"],
            ".default_reaction": ["DefaultReactionModel", "DefaultReactionPart"],
            ".dm": ["DMChannelModel"],
            ".followed": ["FollowedChannelModel"],
            ".forum": ["GuildForumChannelModel", "GuildForumChannelPart", "GuildMediaChannelPart"],
            ".guild_text": ["GuildTextChannelPart"],
            ".overwrite": ["OverwriteModel", "OverwritePart"],
            ".tag": ["TagModel", "TagPart"],
            ".thread_member": ["ThreadMemberModel"],
            ".thread_metadata": ["ThreadMetadataModel"],
            ".threads": [
                "ActiveThreadsModel",
                "ArchivedThreadsModel",
                "ThreadChannelModel",
                "ThreadFromMessagePart",
                "ThreadWithoutMessagePart",
            ],
            ".voice": ["GuildCategoryPart", "GuildStageChannelPart", "GuildVoiceChannelPart"],
            "scurrypy.enums.channel": ["AutoArchiveDurationType", "ChannelType", "ForumLayoutType", "SortOrderType"],
        },
    )

__all__ = [
    "ActiveThreadsModel",
    "ArchivedThreadsModel",
    "AutoArchiveDurationType",
    "ChannelModel",
    "ChannelType",
    "DMChannelModel",
    "DefaultReactionModel",
    "DefaultReactionPart",
    "FollowedChannelModel",
    "ForumLayoutType",
    "GuildAnnouncementChannelPart",
    "GuildCategoryPart",
    "GuildForumChannelModel",
    "GuildForumChannelPart",
    "GuildMediaChannelPart",
    "GuildStageChannelPart",
    "GuildTextChannelPart",
    "GuildVoiceChannelPart",
    "OverwriteModel",
    "OverwritePart",
    "SortOrderType",
    "TagModel",
    "TagPart",
    "ThreadChannelModel",
    "ThreadFromMessagePart",
    "ThreadMemberModel",
    "ThreadMetadataModel",
    "ThreadWithoutMessagePart",
]
