"""Users' accounts elsewhere."""

from scurrypy.enums.enum_types import DiscordString, DiscordTypes


class ConnectedAccountProvider(DiscordString):
    """Services whose accounts users connect with their Discord account.

    See [Discord Docs/Services](https://docs.discord.com/developers/resources/user#connection-object-services).
    """

    AMAZON_MUSIC = "amazon-music"
    """Amazon Music."""
    BATTLENET = "battlenet"
    """Battle.net."""
    BLUESKY = "bluesky"
    """Bluesky."""
    BUNGIE = "bungie"
    """Bungie.net."""
    CRUNCHYROLL = "crunchyroll"
    """Crunchyroll."""
    DOMAIN = "domain"
    """A domain of the user's own."""
    EBAY = "ebay"
    """eBay."""
    EPIC_GAMES = "epicgames"
    """Epic Games."""
    FACEBOOK = "facebook"
    """Facebook."""
    GITHUB = "github"
    """GitHub."""
    INSTAGRAM = "instagram"
    """Instagram; can no longer be connected."""
    LEAGUE_OF_LEGENDS = "leagueoflegends"
    """League of Legends."""
    MASTODON = "mastodon"
    """Mastodon."""
    PAYPAL = "paypal"
    """PayPal."""
    PLAYSTATION = "playstation"
    """PlayStation Network."""
    REDDIT = "reddit"
    """Reddit."""
    RIOT_GAMES = "riotgames"
    """Riot Games."""
    ROBLOX = "roblox"
    """Roblox."""
    SKYPE = "skype"
    """Skype; can no longer be connected."""
    SPOTIFY = "spotify"
    """Spotify."""
    STEAM = "steam"
    """Steam."""
    TIKTOK = "tiktok"
    """TikTok."""
    TWITCH = "twitch"
    """Twitch."""
    TWITTER = "twitter"
    """X, which was Twitter."""
    XBOX = "xbox"
    """Xbox."""
    YOUTUBE = "youtube"
    """YouTube."""


class ConnectedAccountVisibility(DiscordTypes):
    """Who sees a connected account.

    See [Discord Docs/Visibility Types](https://docs.discord.com/developers/resources/user#connection-object-visibility-types).
    """

    NONE = 0
    """Only the user."""
    EVERYONE = 1
    """Everybody."""


class RoleConnectionMetadataType(DiscordTypes):
    """How a linked role compares the value of a user with the one that the guild sets.

    See [Discord Docs/Application Role Connection Metadata Type](https://docs.discord.com/developers/resources/application-role-connection-metadata#application-role-connection-metadata-object-application-role-connection-metadata-type).
    """

    INTEGER_LESS_THAN_OR_EQUAL = 1
    """A number that is at most the guild's."""
    INTEGER_GREATER_THAN_OR_EQUAL = 2
    """A number that is at least the guild's."""
    INTEGER_EQUAL = 3
    """The guild's number."""
    INTEGER_NOT_EQUAL = 4
    """Another number than the guild's."""
    DATETIME_LESS_THAN_OR_EQUAL = 5
    """An ISO 8601 time, at most the guild's number of days before now."""
    DATETIME_GREATER_THAN_OR_EQUAL = 6
    """An ISO 8601 time, at least the guild's number of days before now."""
    BOOLEAN_EQUAL = 7
    """A number that is 1, as the guild's."""
    BOOLEAN_NOT_EQUAL = 8
    """A number that is not 1, unlike the guild's."""
