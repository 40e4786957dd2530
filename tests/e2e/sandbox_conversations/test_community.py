from scurrypy.api.guilds import OnboardingPromptOptionPart, OnboardingPromptPart, WelcomeScreenChannelPart
from scurrypy.enums import WidgetImageStyle
from scurrypy.events import GuildUpdateEvent
from scurrypy.sandbox.rules.images import image_size
from scurrypy.sandbox.world.widget import set_vanity_url
from scurrypy.wire.snowflake import Snowflake
from tests.e2e.sandbox_conversations.conftest import Talk


async def test_a_guild_greets_newcomers_and_asks_them(talk: Talk) -> None:
    guild = talk.client.guild(talk.guild.id)
    assert await guild.fetch_new_member_welcome() is None
    channel = WelcomeScreenChannelPart(channel_id=Snowflake(talk.general.id), description="talk", emoji_name="👋")
    screen, told = await talk.hear(
        GuildUpdateEvent, guild.edit_welcome_screen(enabled=True, description="hello", welcome_channels=[channel])
    )
    assert "WELCOME_SCREEN_ENABLED" in told.features
    assert await guild.fetch_welcome_screen() == screen
    option = OnboardingPromptOptionPart(title="Chess", channel_ids=[Snowflake(talk.general.id)])
    prompt = OnboardingPromptPart(id=Snowflake(0), title="What do you play?", options=[option])
    onboarding = await guild.edit_onboarding(prompts=[prompt], default_channel_ids=[talk.general.id])
    assert onboarding.prompts[0].options[0].title == "Chess"
    assert await guild.fetch_onboarding() == onboarding


async def test_a_guild_shows_itself_to_those_outside(talk: Talk) -> None:
    guild = talk.client.guild(talk.guild.id)
    changing = guild.edit_widget_settings(enabled=True, channel_id=talk.general.id)
    settings, told = await talk.hear(GuildUpdateEvent, changing)
    assert told.widget_enabled
    assert await guild.fetch_widget_settings() == settings
    widget = await guild.fetch_widget()
    assert widget.presence_count == 1
    assert widget.instant_invite is not None
    picture = await guild.fetch_widget_image(WidgetImageStyle.BANNER1)
    assert image_size(picture) == ("image/png", 320, 76)
    set_vanity_url(talk.sandbox.world, talk.guild, "local", talk.general.id)
    assert (await guild.fetch_vanity_url()).code == "local"
