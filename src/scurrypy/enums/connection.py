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
