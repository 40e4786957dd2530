from scurrypy import bases
from scurrypy.api.channels import GuildForumChannelPart, GuildTextChannelPart, GuildVoiceChannelPart
from scurrypy.bases import Addon, GuildChannelCreate


def test_an_addon_is_any_class_that_says_so():
    class Mine(Addon):
        def __init__(self) -> None:
            self.count = 0

    assert Mine().count == 0
    assert isinstance(Mine(), Addon)


def test_channels_to_be_created_share_a_base():
    for kind in (GuildTextChannelPart, GuildForumChannelPart, GuildVoiceChannelPart):
        assert issubclass(kind, GuildChannelCreate)


def test_exports_are_sorted_and_present():
    assert bases.__all__ == sorted(bases.__all__)
    assert all(hasattr(bases, name) for name in bases.__all__)
