"""What kinds of files may be asked for: of an option of a command, and of a file upload."""

from typing import Annotated, TypeAlias

from scurrypy.wire.limits import Count, Pattern

FileTypes: TypeAlias = Annotated[
    list[Annotated[str, Pattern(r"image|video|audio|\..+", "image, video, audio or an ending such as .pdf")]],
    Count(0, 10),
]
"""Members of `FileTypeGroup`, or endings such as `.pdf`, at most 10."""
