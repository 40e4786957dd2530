"""What is searched for among the messages of a guild and among the threads of a channel: filters, order and page."""

from collections.abc import Sequence
from typing import Annotated, Final, TypedDict

from scurrypy.enums.channel import ThreadSearchTagSetting
from scurrypy.enums.search import (
    AuthorType,
    HasOption,
    SearchableEmbedType,
    SortingMode,
    SortingOrder,
    ThreadSortingMode,
)
from scurrypy.wire.limits import Count, Length, Range

MOST_OFFSET: Final = 9975
"""How much of what was found can be skipped: with the last page that is 10000."""


class FindMessagesParams(TypedDict, total=False):
    """What messages to find; a message must pass every filter that is given.

    See [Discord Docs/Search Guild Messages](https://docs.discord.com/developers/resources/message#search-guild-messages).
    """

    content: Annotated[str, Length(0, 1024)] | None
    """Words that the message holds, up to 1024 characters."""
    slop: Annotated[int, Range(0, 100)] | None
    """How many other words may stand between those of `content`, 0-100; 2 unless given."""
    author_id: Annotated[Sequence[int], Count(0, 100)] | None
    """Users of whom one wrote it, up to 100."""
    author_type: Annotated[Sequence[AuthorType], Count(0, 6)] | None
    """Kinds of authors."""
    mentions: Annotated[Sequence[int], Count(0, 100)] | None
    """Users of whom it mentions one, up to 100."""
    mentions_role_id: Annotated[Sequence[int], Count(0, 100)] | None
    """Roles of which it mentions one, up to 100."""
    mention_everyone: bool | None
    """Whether it mentions everyone."""
    replied_to_user_id: Annotated[Sequence[int], Count(0, 100)] | None
    """Users of whom it answers one, up to 100."""
    replied_to_message_id: Annotated[Sequence[int], Count(0, 100)] | None
    """Messages of which it answers one, up to 100."""
    channel_id: Annotated[Sequence[int], Count(0, 500)] | None
    """Channels and threads of which it is in one, up to 500."""
    has: Annotated[Sequence[HasOption], Count(0, 18)] | None
    """What it has and has not."""
    embed_type: Annotated[Sequence[SearchableEmbedType], Count(0, 5)] | None
    """Kinds of embeds."""
    embed_provider: Annotated[Sequence[Annotated[str, Length(0, 256)]], Count(0, 100)] | None
    """Where embeds come from, such as `Tenor`, case mattering; up to 100 of up to 256 characters."""
    link_hostname: Annotated[Sequence[Annotated[str, Length(0, 256)]], Count(0, 100)] | None
    """Hosts that links lead to, such as `example.org`; up to 100 of up to 256 characters."""
    attachment_extension: Annotated[Sequence[Annotated[str, Length(0, 256)]], Count(0, 100)] | None
    """Ends of the names of attachments, such as `txt`; up to 100 of up to 256 characters."""
    attachment_filename: Annotated[Sequence[Annotated[str, Length(0, 1024)]], Count(0, 100)] | None
    """Names of attachments; up to 100 of up to 1024 characters."""
    pinned: bool | None
    """Whether it is pinned."""
    include_nsfw: bool | None
    """Whether age-restricted channels are searched, too; they are not unless this is True."""
    min_id: int | None
    """Only messages after the one of this id."""
    max_id: int | None
    """Only messages before the one of this id."""
    sort_by: SortingMode | None
    """What they are sorted by; the time unless given."""
    sort_order: SortingOrder | None
    """Which come first; the newest unless given. Without effect where they are sorted by relevance."""


class SearchMessagesParams(FindMessagesParams, total=False):
    """What messages to find, and which page of them.

    See [Discord Docs/Search Guild Messages](https://docs.discord.com/developers/resources/message#search-guild-messages).
    """

    limit: Annotated[int, Range(1, 25)] | None
    """How many messages at most, 1-25; 25 unless given."""
    offset: Annotated[int, Range(0, MOST_OFFSET)] | None
    """How many messages to skip, 0-9975."""


class FindThreadsParams(TypedDict, total=False):
    """What threads to find; a thread must pass every filter that is given."""

    name: Annotated[str, Length(0, 100)] | None
    """Words that its name holds, up to 100 characters."""
    slop: Annotated[int, Range(0, 100)] | None
    """How many other words may stand between those of `name`, 0-100."""
    min_id: int | None
    """Only threads after the one of this id."""
    max_id: int | None
    """Only threads before the one of this id."""
    tag: Annotated[Sequence[int], Count(0, 20)] | None
    """Ids of tags it carries, up to 20."""
    tag_setting: ThreadSearchTagSetting | None
    """Whether it must carry all of the tags, or one of them."""
    archived: bool | None
    """Whether it is archived."""
    sort_by: ThreadSortingMode | None
    """What they are sorted by."""
    sort_order: SortingOrder | None
    """In which direction they are sorted."""


class SearchThreadsParams(FindThreadsParams, total=False):
    """What threads to find, and which page of them."""

    limit: Annotated[int, Range(1, 25)] | None
    """How many threads at most, 1-25."""
    offset: Annotated[int, Range(0, MOST_OFFSET)] | None
    """How many threads to skip, 0-9975."""
