"""What the world is made of: plain records, keyed by id, that know nothing of each other's rules."""

from scurrypy.sandbox.records.channels import Channel, Overwrite, ThreadMember
from scurrypy.sandbox.records.guilds import AuditEntry, Ban, Emoji, Guild, Invite, Member, Role, Sticker
from scurrypy.sandbox.records.messages import Attachment, Message, Reaction, UploadedFile
from scurrypy.sandbox.records.users import Application, User

__all__ = [
    "Application",
    "Attachment",
    "AuditEntry",
    "Ban",
    "Channel",
    "Emoji",
    "Guild",
    "Invite",
    "Member",
    "Message",
    "Overwrite",
    "Reaction",
    "Role",
    "Sticker",
    "ThreadMember",
    "UploadedFile",
    "User",
]
