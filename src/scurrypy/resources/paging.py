"""What methods that iterate over Discord's lists are made of, loaded with the first of them that is called."""

from typing import TYPE_CHECKING

from scurrypy.lazy import lazily

if TYPE_CHECKING:
    from scurrypy.params.search import MOST_OFFSET
    from scurrypy.resources.pages import Pages, pages_by_id
    from scurrypy.resources.search_index import ask_until_indexed
    from scurrypy.resources.walks import Answered, IdWalk, OffsetWalk, TimeWalk, sent
else:
    __getattr__ = lazily(
        __name__,
        {
            "scurrypy.params.search": ["MOST_OFFSET"],
            "scurrypy.resources.pages": ["Pages", "pages_by_id"],
            "scurrypy.resources.search_index": ["ask_until_indexed"],
            "scurrypy.resources.walks": ["Answered", "IdWalk", "OffsetWalk", "TimeWalk", "sent"],
        },
    )

__all__ = [
    "MOST_OFFSET",
    "Answered",
    "IdWalk",
    "OffsetWalk",
    "Pages",
    "TimeWalk",
    "ask_until_indexed",
    "pages_by_id",
    "sent",
]
