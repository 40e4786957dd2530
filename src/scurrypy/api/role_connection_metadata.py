"""What linked roles may demand of what an application knows about a user."""

from typing import Annotated

from scurrypy.enums.connection import RoleConnectionMetadataType
from scurrypy.wire.limits import Count, Length, Pattern
from scurrypy.wire.model import DataModel
from scurrypy.wire.types import REQUIRED


class RoleConnectionMetadataModel(DataModel):
    """A value that linked roles may demand.

    See [Discord Docs/Application Role Connection Metadata Object](https://docs.discord.com/developers/resources/application-role-connection-metadata#application-role-connection-metadata-object).
    """

    type: RoleConnectionMetadataType = REQUIRED
    """How the value of a user is compared with the one that the guild sets."""
    key: str = REQUIRED
    """Key of the value, 1-50 characters."""
    name: str = REQUIRED
    """Name, 1-100 characters."""
    description: str = REQUIRED
    """What it is, 1-200 characters."""
    name_localizations: dict[str, str] | None = None
    """The name in other languages, by locale."""
    description_localizations: dict[str, str] | None = None
    """The description in other languages, by locale."""


class RoleConnectionMetadataPart(DataModel):
    """A value that linked roles are to be able to demand.

    See [Discord Docs/Application Role Connection Metadata Object](https://docs.discord.com/developers/resources/application-role-connection-metadata#application-role-connection-metadata-object).
    """

    type: RoleConnectionMetadataType | None = None
    """How the value of a user is compared with the one that the guild sets."""
    key: Annotated[str, Length(1, 50), Pattern("[a-z0-9_]*", "a-z, 0-9 and _")] | None = None
    """Key of the value, 1-50 of the characters a-z, 0-9 and _."""
    name: Annotated[str, Length(1, 100)] | None = None
    """Name, 1-100 characters."""
    description: Annotated[str, Length(1, 200)] | None = None
    """What it is, 1-200 characters."""
    name_localizations: Annotated[dict[str, Annotated[str, Length(1, 100)]], Count(0, 1521)] | None = None
    """The name in other languages, by locale."""
    description_localizations: Annotated[dict[str, Annotated[str, Length(1, 200)]], Count(0, 1521)] | None = None
    """The description in other languages, by locale."""
