"""What new members are asked before they see a guild."""

from collections.abc import Sequence
from typing import Annotated

from scurrypy.api.emoji import EmojiModel
from scurrypy.enums.guild import OnboardingMode, PromptType
from scurrypy.wire.limits import Count, Length
from scurrypy.wire.model import DataModel
from scurrypy.wire.sent import SentId
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import REQUIRED, Serialized


class OnboardingPromptOptionModel(DataModel):
    """An answer to choose.

    See [Discord Docs/Prompt Option](https://docs.discord.com/developers/resources/guild#guild-onboarding-object-prompt-option-structure).
    """

    id: Snowflake = REQUIRED
    """Id of the answer."""
    channel_ids: list[Snowflake] = REQUIRED
    """Channels that whoever chooses it sees."""
    role_ids: list[Snowflake] = REQUIRED
    """Roles that whoever chooses it gets."""
    emoji: EmojiModel | None = None
    """Its emoji."""
    emoji_id: Snowflake | None = None
    """Id of the emoji; Discord reads it but does not send it."""
    emoji_name: str | None = None
    """Name of the emoji; Discord reads it but does not send it."""
    emoji_animated: bool | None = None
    """Whether the emoji moves; Discord reads it but does not send it."""
    title: str = REQUIRED
    """Text of the answer."""
    description: str | None = None
    """More text; None where there is none."""


class OnboardingPromptModel(DataModel):
    """A question.

    See [Discord Docs/Onboarding Prompt](https://docs.discord.com/developers/resources/guild#guild-onboarding-object-onboarding-prompt-structure).
    """

    id: Snowflake = REQUIRED
    """Id of the question."""
    type: PromptType = REQUIRED
    """How it is shown."""
    options: list[OnboardingPromptOptionModel] = REQUIRED
    """Answers to choose from."""
    title: str = REQUIRED
    """The question."""
    single_select: bool = REQUIRED
    """Whether only one answer can be chosen."""
    required: bool = REQUIRED
    """Whether it must be answered."""
    in_onboarding: bool = REQUIRED
    """Whether it is asked of new members, or found in "Channels & Roles" only."""


class GuildOnboardingModel(DataModel):
    """What new members are asked.

    See [Discord Docs/Guild Onboarding Object](https://docs.discord.com/developers/resources/guild#guild-onboarding-object).
    """

    guild_id: Snowflake = REQUIRED
    """The guild."""
    prompts: list[OnboardingPromptModel] = REQUIRED
    """The questions."""
    default_channel_ids: list[Snowflake] = REQUIRED
    """Channels that everybody sees."""
    enabled: bool = REQUIRED
    """Whether it is on."""
    mode: OnboardingMode = REQUIRED
    """What counts towards the limits."""


GuildOnboadingModel = GuildOnboardingModel
"""ScurryPy 2's spelling of `GuildOnboardingModel`."""


class OnboardingPromptOptionPart(DataModel):
    """An answer for a question to be set.

    See [Discord Docs/Modify Guild Onboarding](https://docs.discord.com/developers/resources/guild#modify-guild-onboarding).
    """

    channel_ids: Annotated[Sequence[SentId], Count(0, 50)] | None = None
    """Channels that whoever chooses it sees, at most 50."""
    role_ids: Annotated[Sequence[SentId], Count(0, 50)] | None = None
    """Roles that whoever chooses it gets, at most 50."""
    emoji_id: SentId | None = None
    """Id of a custom emoji."""
    emoji_name: Annotated[str, Length(0, 100)] | None = None
    """Name of the emoji, or Unicode characters, at most 100 characters."""
    emoji_animated: bool | None = None
    """Whether the emoji moves."""
    title: Annotated[str, Length(1, 50)] | None = None
    """Text of the answer, 1-50 characters."""
    description: Annotated[str, Length(0, 100)] | None = None
    """More text, at most 100 characters."""
    id: SentId | None = None
    """Id of the answer to keep; absent for a new one."""
    wmoji_id: SentId | None = None
    """ScurryPy 2's spelling of `emoji_id`; sent as that."""

    def to_dict(self) -> Serialized:
        """Return the fields that are not None, each by Discord's name."""
        body = super().to_dict()
        misspelt = body.pop("wmoji_id", None)
        return body if misspelt is None else {"emoji_id": misspelt, **body}


class OnboardingPromptPart(DataModel):
    """A question to be set.

    See [Discord Docs/Modify Guild Onboarding](https://docs.discord.com/developers/resources/guild#modify-guild-onboarding).
    """

    type: PromptType | None = None
    """How it is shown."""
    options: Annotated[list[OnboardingPromptOptionPart], Count(1, 50)] | None = None
    """Answers to choose from, 1-50."""
    title: Annotated[str, Length(1, 100)] | None = None
    """The question, 1-100 characters."""
    single_select: bool | None = None
    """Whether only one answer can be chosen."""
    required: bool | None = None
    """Whether it must be answered."""
    id: SentId | None = None
    """Id of the question to keep; any number for a new one."""
    in_onboarding: bool | None = None
    """Whether it is asked of new members, or found in "Channels & Roles" only."""
