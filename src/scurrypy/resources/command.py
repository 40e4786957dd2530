"""Application commands: global ones, and those of one guild."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias, Unpack

from scurrypy.api.commands.application_command import ApplicationCommandModel
from scurrypy.api.commands.context import MessageCommandPart, UserCommandPart
from scurrypy.api.commands.slash import SlashCommandPart
from scurrypy.params.command import EditGlobalCommandParams, EditGuildCommandParams
from scurrypy.resources.base_resource import BaseResource, models
from scurrypy.resources.changes import changes
from scurrypy.routes import (
    BULK_SET_APPLICATION_COMMANDS,
    BULK_SET_GUILD_APPLICATION_COMMANDS,
    CREATE_APPLICATION_COMMAND,
    CREATE_GUILD_APPLICATION_COMMAND,
    DELETE_APPLICATION_COMMAND,
    DELETE_GUILD_APPLICATION_COMMAND,
    GET_APPLICATION_COMMAND,
    GET_GUILD_APPLICATION_COMMAND,
    LIST_APPLICATION_COMMANDS,
    LIST_GUILD_APPLICATION_COMMANDS,
    UPDATE_APPLICATION_COMMAND,
    UPDATE_GUILD_APPLICATION_COMMAND,
)
from scurrypy.wire.snowflake import Snowflake

CommandPart: TypeAlias = SlashCommandPart | UserCommandPart | MessageCommandPart
"""A command to register."""


@dataclass
class GlobalCommand(BaseResource):
    """Commands of an application that are there in every guild, and where else their contexts allow.

    See [Discord Docs/Application Commands](https://docs.discord.com/developers/interactions/application-commands).
    """

    application_id: Snowflake
    """Id of the application."""

    async def fetch_all(self, *, with_localizations: bool | None = None) -> list[ApplicationCommandModel]:
        """Fetch all global commands.

        Args:
            with_localizations: Whether names and descriptions in every locale are sent, too.
        """
        query = None if with_localizations is None else {"with_localizations": with_localizations}
        answer = await self._request(LIST_APPLICATION_COMMANDS, application_id=self.application_id, query=query)
        return models(ApplicationCommandModel, answer)

    async def fetch(self, command_id: int) -> ApplicationCommandModel:
        """Fetch a command."""
        answer = await self._request(GET_APPLICATION_COMMAND, application_id=self.application_id, command_id=command_id)
        return ApplicationCommandModel.from_dict(answer)

    async def create(self, command: CommandPart) -> ApplicationCommandModel:
        """Create a command; one of the same name and type is replaced."""
        answer = await self._request(CREATE_APPLICATION_COMMAND, application_id=self.application_id, body=command)
        return ApplicationCommandModel.from_dict(answer)

    async def edit(self, command_id: int, **options: Unpack[EditGlobalCommandParams]) -> ApplicationCommandModel:
        """Edit a command; what is not given stays."""
        answer = await self._request(
            UPDATE_APPLICATION_COMMAND,
            application_id=self.application_id,
            command_id=command_id,
            body=changes(EditGlobalCommandParams, options),
        )
        return ApplicationCommandModel.from_dict(answer)

    async def delete(self, command_id: int) -> None:
        """Delete a command."""
        await self._request(DELETE_APPLICATION_COMMAND, application_id=self.application_id, command_id=command_id)

    async def bulk_overwrite(self, commands: Sequence[CommandPart]) -> list[ApplicationCommandModel]:
        """Replace all global commands by these; those of the same name and type keep their ids."""
        answer = await self._request(
            BULK_SET_APPLICATION_COMMANDS, application_id=self.application_id, body=list(commands)
        )
        return models(ApplicationCommandModel, answer)


@dataclass
class GuildCommand(BaseResource):
    """Commands of an application that are there in one guild only.

    See [Discord Docs/Application Commands](https://docs.discord.com/developers/interactions/application-commands).
    """

    application_id: Snowflake
    """Id of the application."""
    guild_id: Snowflake
    """Id of the guild."""

    async def fetch_all(self, *, with_localizations: bool | None = None) -> list[ApplicationCommandModel]:
        """Fetch all commands of the guild.

        Args:
            with_localizations: Whether names and descriptions in every locale are sent, too.
        """
        answer = await self._request(
            LIST_GUILD_APPLICATION_COMMANDS,
            application_id=self.application_id,
            guild_id=self.guild_id,
            query=None if with_localizations is None else {"with_localizations": with_localizations},
        )
        return models(ApplicationCommandModel, answer)

    async def fetch(self, command_id: int) -> ApplicationCommandModel:
        """Fetch a command."""
        answer = await self._request(
            GET_GUILD_APPLICATION_COMMAND,
            application_id=self.application_id,
            guild_id=self.guild_id,
            command_id=command_id,
        )
        return ApplicationCommandModel.from_dict(answer)

    async def create(self, command: CommandPart) -> ApplicationCommandModel:
        """Create a command; one of the same name and type is replaced."""
        answer = await self._request(
            CREATE_GUILD_APPLICATION_COMMAND,
            application_id=self.application_id,
            guild_id=self.guild_id,
            body=command,
        )
        return ApplicationCommandModel.from_dict(answer)

    async def edit(self, command_id: int, **options: Unpack[EditGuildCommandParams]) -> ApplicationCommandModel:
        """Edit a command; what is not given stays."""
        answer = await self._request(
            UPDATE_GUILD_APPLICATION_COMMAND,
            application_id=self.application_id,
            guild_id=self.guild_id,
            command_id=command_id,
            body=changes(EditGuildCommandParams, options),
        )
        return ApplicationCommandModel.from_dict(answer)

    async def delete(self, command_id: int) -> None:
        """Delete a command."""
        await self._request(
            DELETE_GUILD_APPLICATION_COMMAND,
            application_id=self.application_id,
            guild_id=self.guild_id,
            command_id=command_id,
        )

    async def bulk_overwrite(self, commands: Sequence[CommandPart]) -> list[ApplicationCommandModel]:
        """Replace all commands of the guild by these; those of the same name and type keep their ids."""
        answer = await self._request(
            BULK_SET_GUILD_APPLICATION_COMMANDS,
            application_id=self.application_id,
            guild_id=self.guild_id,
            body=list(commands),
        )
        return models(ApplicationCommandModel, answer)
