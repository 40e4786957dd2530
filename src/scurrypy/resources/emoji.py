"""Emojis: those of an application, and those of a guild."""

from dataclasses import dataclass
from typing import Unpack

from scurrypy.api.emoji import ApplicationEmojiPart, EmojiModel, GuildEmojiPart
from scurrypy.params.emoji import EditApplicationEmojiParams, EditGuildEmojiParams
from scurrypy.resources.base_resource import BaseResource, models
from scurrypy.resources.changes import changes
from scurrypy.routes import (
    CREATE_APPLICATION_EMOJI,
    CREATE_GUILD_EMOJI,
    DELETE_APPLICATION_EMOJI,
    DELETE_GUILD_EMOJI,
    GET_APPLICATION_EMOJI,
    GET_GUILD_EMOJI,
    LIST_APPLICATION_EMOJIS,
    LIST_GUILD_EMOJIS,
    UPDATE_APPLICATION_EMOJI,
    UPDATE_GUILD_EMOJI,
)
from scurrypy.wire.snowflake import Snowflake


@dataclass
class ApplicationEmoji(BaseResource):
    """Emojis of an application, up to 2000; the bot may use them everywhere.

    See [Discord Docs/Emoji](https://docs.discord.com/developers/resources/emoji).
    """

    application_id: Snowflake
    """Id of the application."""

    async def fetch_all(self) -> list[EmojiModel]:
        """Fetch all emojis of the application."""
        answer = await self._request(LIST_APPLICATION_EMOJIS, application_id=self.application_id)
        return models(EmojiModel, answer["items"])

    async def fetch(self, emoji_id: int) -> EmojiModel:
        """Fetch an emoji."""
        return await self._request(
            GET_APPLICATION_EMOJI, application_id=self.application_id, emoji_id=emoji_id, into=EmojiModel
        )

    async def create(self, emoji: ApplicationEmojiPart) -> EmojiModel:
        """Create an emoji; its image has at most 256 KiB."""
        return await self._request(
            CREATE_APPLICATION_EMOJI, application_id=self.application_id, body=emoji, into=EmojiModel
        )

    async def edit(self, emoji_id: int, **options: Unpack[EditApplicationEmojiParams]) -> EmojiModel:
        """Edit an emoji."""
        return await self._request(
            UPDATE_APPLICATION_EMOJI,
            application_id=self.application_id,
            emoji_id=emoji_id,
            body=changes(EditApplicationEmojiParams, options),
            into=EmojiModel,
        )

    async def delete(self, emoji_id: int) -> None:
        """Delete an emoji."""
        await self._request(DELETE_APPLICATION_EMOJI, application_id=self.application_id, emoji_id=emoji_id)


@dataclass
class GuildEmoji(BaseResource):
    """Emojis of a guild. Creating needs CREATE_GUILD_EXPRESSIONS; those of others need MANAGE_GUILD_EXPRESSIONS.

    Every change fires GUILD_EMOJIS_UPDATE.

    See [Discord Docs/Emoji](https://docs.discord.com/developers/resources/emoji).
    """

    guild_id: Snowflake
    """Id of the guild."""

    async def fetch_all(self) -> list[EmojiModel]:
        """Fetch all emojis of the guild."""
        return models(EmojiModel, await self._request(LIST_GUILD_EMOJIS, guild_id=self.guild_id))

    async def fetch(self, emoji_id: int) -> EmojiModel:
        """Fetch an emoji."""
        return await self._request(GET_GUILD_EMOJI, guild_id=self.guild_id, emoji_id=emoji_id, into=EmojiModel)

    async def create(self, emoji: GuildEmojiPart, *, reason: str | None = None) -> EmojiModel:
        """Create an emoji; its image has at most 256 KiB."""
        return await self._request(
            CREATE_GUILD_EMOJI, guild_id=self.guild_id, body=emoji, reason=reason, into=EmojiModel
        )

    async def edit(
        self, emoji_id: int, *, reason: str | None = None, **options: Unpack[EditGuildEmojiParams]
    ) -> EmojiModel:
        """Edit an emoji."""
        return await self._request(
            UPDATE_GUILD_EMOJI,
            guild_id=self.guild_id,
            emoji_id=emoji_id,
            body=changes(EditGuildEmojiParams, options),
            reason=reason,
            into=EmojiModel,
        )

    async def delete(self, emoji_id: int, *, reason: str | None = None) -> None:
        """Delete an emoji."""
        await self._request(DELETE_GUILD_EMOJI, guild_id=self.guild_id, emoji_id=emoji_id, reason=reason)
