"""Application commands: global ones, and those of one guild."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias, Unpack

from scurrypy.api.commands.application_command import ApplicationCommandModel
from scurrypy.api.commands.context import EntryPointCommandPart, MessageCommandPart, UserCommandPart
from scurrypy.api.commands.permissions import ApplicationCommandPermissionsModel, CommandPermissionPart
from scurrypy.api.commands.rules import COMMANDS
from scurrypy.api.commands.slash import SlashCommandPart
from scurrypy.params.command import EditGlobalCommandParams, EditGuildCommandParams
from scurrypy.resources.base_resource import BaseResource, bearer, models
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
    GET_GUILD_APPLICATION_COMMAND_PERMISSIONS,
    LIST_APPLICATION_COMMANDS,
    LIST_GUILD_APPLICATION_COMMAND_PERMISSIONS,
    LIST_GUILD_APPLICATION_COMMANDS,
    SET_GUILD_APPLICATION_COMMAND_PERMISSIONS,
    UPDATE_APPLICATION_COMMAND,
    UPDATE_GUILD_APPLICATION_COMMAND,
)
from scurrypy.wire.limits import Count
from scurrypy.wire.snowflake import Snowflake

CommandPart: TypeAlias = SlashCommandPart | UserCommandPart | MessageCommandPart | EntryPointCommandPart
"""A command to register."""

_AT_ONCE = Count(0, 130)
"""How many commands there may be when all are replaced."""


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
        return await self._request(
            GET_APPLICATION_COMMAND,
            application_id=self.application_id,
            command_id=command_id,
            into=ApplicationCommandModel,
        )

    async def create(self, command: CommandPart) -> ApplicationCommandModel:
        """Create a command; one of the same name and type is replaced."""
        return await self._request(
            CREATE_APPLICATION_COMMAND, application_id=self.application_id, body=command, into=ApplicationCommandModel
        )

    async def edit(self, command_id: int, **options: Unpack[EditGlobalCommandParams]) -> ApplicationCommandModel:
        """Edit a command; what is not given stays."""
        return await self._request(
            UPDATE_APPLICATION_COMMAND,
            application_id=self.application_id,
            command_id=command_id,
            body=changes(EditGlobalCommandParams, options),
            into=ApplicationCommandModel,
        )

    async def delete(self, command_id: int) -> None:
        """Delete a command."""
        await self._request(DELETE_APPLICATION_COMMAND, application_id=self.application_id, command_id=command_id)

    async def bulk_overwrite(self, commands: Sequence[CommandPart]) -> list[ApplicationCommandModel]:
        """Replace all global commands by these; those of the same name and type keep their ids.

        Args:
            commands: All of them: at most 100 slash, 15 user and 15 message commands, and an entry point.

        Raises:
            InvalidRequest: there are more than 130, or two of the same name and type.
        """
        _AT_ONCE.check("commands", commands)
        COMMANDS.check("commands", commands)
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
        return await self._request(
            GET_GUILD_APPLICATION_COMMAND,
            application_id=self.application_id,
            guild_id=self.guild_id,
            command_id=command_id,
            into=ApplicationCommandModel,
        )

    async def create(self, command: CommandPart) -> ApplicationCommandModel:
        """Create a command; one of the same name and type is replaced."""
        return await self._request(
            CREATE_GUILD_APPLICATION_COMMAND,
            application_id=self.application_id,
            guild_id=self.guild_id,
            body=command,
            into=ApplicationCommandModel,
        )

    async def edit(self, command_id: int, **options: Unpack[EditGuildCommandParams]) -> ApplicationCommandModel:
        """Edit a command; what is not given stays."""
        return await self._request(
            UPDATE_GUILD_APPLICATION_COMMAND,
            application_id=self.application_id,
            guild_id=self.guild_id,
            command_id=command_id,
            body=changes(EditGuildCommandParams, options),
            into=ApplicationCommandModel,
        )

    async def delete(self, command_id: int) -> None:
        """Delete a command."""
        await self._request(
            DELETE_GUILD_APPLICATION_COMMAND,
            application_id=self.application_id,
            guild_id=self.guild_id,
            command_id=command_id,
        )

    async def bulk_overwrite(self, commands: Sequence[CommandPart]) -> list[ApplicationCommandModel]:
        """Replace all commands of the guild by these; those of the same name and type keep their ids.

        Args:
            commands: All of them: at most 100 slash, 15 user and 15 message commands.

        Raises:
            InvalidRequest: there are more than 130, or two of the same name and type.
        """
        _AT_ONCE.check("commands", commands)
        COMMANDS.check("commands", commands)
        answer = await self._request(
            BULK_SET_GUILD_APPLICATION_COMMANDS,
            application_id=self.application_id,
            guild_id=self.guild_id,
            body=list(commands),
        )
        return models(ApplicationCommandModel, answer)

    async def fetch_all_permissions(self) -> list[ApplicationCommandPermissionsModel]:
        """Fetch who may use the application's commands in the guild, for each command that says so.

        The entry whose id is the application's holds for every command that has none of its own.
        """
        answer = await self._request(
            LIST_GUILD_APPLICATION_COMMAND_PERMISSIONS, application_id=self.application_id, guild_id=self.guild_id
        )
        return models(ApplicationCommandPermissionsModel, answer)

    async def fetch_permissions(self, command_id: int) -> ApplicationCommandPermissionsModel:
        """Fetch who may use a command in the guild; global commands have such permissions, too.

        Args:
            command_id: Id of the command.

        Raises:
            NotFound: nobody set any (10066).
        """
        return await self._request(
            GET_GUILD_APPLICATION_COMMAND_PERMISSIONS,
            application_id=self.application_id,
            guild_id=self.guild_id,
            command_id=command_id,
            into=ApplicationCommandPermissionsModel,
        )

    async def edit_permissions(
        self, command_id: int, permissions: Sequence[CommandPermissionPart], *, access_token: str
    ) -> ApplicationCommandPermissionsModel:
        """Replace all permissions of a command in the guild. Fires APPLICATION_COMMAND_PERMISSIONS_UPDATE.

        A bot may not do this. The user needs MANAGE_GUILD and MANAGE_ROLES, may use the command, and may manage
        every role, user and channel it is about.

        Args:
            command_id: Id of the command.
            permissions: All permissions the command is to have, at most 100.
            access_token: The user's OAuth2 access token, with the scope `applications.commands.permissions.update`.

        Raises:
            InvalidRequest: there are more than 100.
        """
        Count(0, 100).check("permissions", permissions)
        return await self._request(
            SET_GUILD_APPLICATION_COMMAND_PERMISSIONS,
            application_id=self.application_id,
            guild_id=self.guild_id,
            command_id=command_id,
            body={"permissions": list(permissions)},
            authorization=bearer(access_token),
            into=ApplicationCommandPermissionsModel,
        )
