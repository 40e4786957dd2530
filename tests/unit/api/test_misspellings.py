"""Every name that ScurryPy 2.3 misspelt, and the right one that it stands for."""

from scurrypy.api import ApplicationModel
from scurrypy.api.commands import ApplicationCommandOptionModel
from scurrypy.api.guilds import GuildOnboadingModel, OnboardingPromptOptionPart
from scurrypy.api.guilds.onboarding import GuildOnboardingModel
from scurrypy.wire.snowflake import Snowflake


def test_bug_of_2_3_the_description_of_an_option_was_always_none():
    option = ApplicationCommandOptionModel.from_dict({"type": 3, "name": "n", "description": "what"})
    assert option.description == option.descripton == "what"
    option.descripton = "else"
    assert option.to_dict()["description"] == "else"
    assert "descripton" not in option.to_dict()


def test_bug_of_2_3_the_privacy_policy_was_always_none():
    application = ApplicationModel.from_dict({"id": "1", "privacy_policy_url": "https://x"})
    assert application.privacy_policy_url == application.privacy_policy == "https://x"
    application.privacy_policy = None
    assert application.privacy_policy_url is None


def test_bug_of_2_3_the_emoji_of_an_onboarding_option_was_not_sent():
    for part in (OnboardingPromptOptionPart(wmoji_id=Snowflake(5)), OnboardingPromptOptionPart(emoji_id=Snowflake(5))):
        assert part.to_dict() == {"emoji_id": 5}
    both = OnboardingPromptOptionPart(emoji_id=Snowflake(6), wmoji_id=Snowflake(5))
    assert both.to_dict() == {"emoji_id": 6}


def test_onboarding_goes_by_both_names():
    assert GuildOnboadingModel is GuildOnboardingModel
