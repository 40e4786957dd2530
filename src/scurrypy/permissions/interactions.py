"""What an interaction says about permissions, which needs no computing."""

from typing import NamedTuple

from scurrypy.api.interactions.interaction import InteractionModel
from scurrypy.enums.permissions import Permissions


class InteractionPermissions(NamedTuple):
    """What Discord says, in an interaction, that each side may do in its channel."""

    app: Permissions
    """What the application may do."""
    user: Permissions | None
    """What the user may do; None where Discord did not say."""


def interaction_permissions(interaction: InteractionModel) -> InteractionPermissions:
    """Return what Discord says that the application and the user may do in the channel of an interaction.

        allowed = interaction_permissions(interaction)
        if allowed.user is None or Permissions.MANAGE_MESSAGES not in allowed.user:
            ...

    This is true even of channels that Discord otherwise withholds, and where the application is installed to a user
    and not in the guild at all. It speaks of that channel only.

    See [Discord Docs/Interaction Object](https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object).
    """
    user = None
    if interaction.member is not None:
        user = interaction.member.permissions
    if user is None and interaction.channel is not None:
        user = interaction.channel.permissions
    return InteractionPermissions(interaction.app_permissions, user)
