"""Who may do what, and why: computed from roles, overwrites and timeouts, without asking Discord.

    from scurrypy.permissions import channel_permissions, explain

    if Permissions.MANAGE_MESSAGES not in channel_permissions(guild, member, channel):
        await message.reply(explain(Permissions.MANAGE_MESSAGES, guild, member, channel).sentence)

Discord checks again, and what it says goes: what is held here may be a moment old.

See [Discord Docs/Permissions](https://docs.discord.com/developers/topics/permissions).
"""

from scurrypy.permissions.channels import is_synced, sending_permission
from scurrypy.permissions.computation import channel_permissions, explain, guild_permissions
from scurrypy.permissions.explanation import Explanation
from scurrypy.permissions.facts import GuildFacts, MemberFacts
from scurrypy.permissions.hierarchy import highest_role, outranks
from scurrypy.permissions.interactions import InteractionPermissions, interaction_permissions
from scurrypy.permissions.labels import label, labels
from scurrypy.permissions.masks import ALL, ELEVATED, WHILE_TIMED_OUT
from scurrypy.permissions.steps import Rule
from scurrypy.permissions.verdict import HierarchyRule, Verdict, may_act_on, may_assign_role, may_edit_role

__all__ = [
    "ALL",
    "ELEVATED",
    "WHILE_TIMED_OUT",
    "Explanation",
    "GuildFacts",
    "HierarchyRule",
    "InteractionPermissions",
    "MemberFacts",
    "Rule",
    "Verdict",
    "channel_permissions",
    "explain",
    "guild_permissions",
    "highest_role",
    "interaction_permissions",
    "is_synced",
    "label",
    "labels",
    "may_act_on",
    "may_assign_role",
    "may_edit_role",
    "outranks",
    "sending_permission",
]
