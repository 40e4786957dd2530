"""Messages and what is in them."""

from typing import TYPE_CHECKING

from scurrypy.lazy import lazily

if TYPE_CHECKING:
    from scurrypy.api.messages.allowed_mentions import AllowedMentionsPart
    from scurrypy.api.messages.attachment import AttachmentModel, AttachmentPart
    from scurrypy.api.messages.embed import (
        Embed,
        EmbedAuthor,
        EmbedField,
        EmbedFooter,
        EmbedImage,
        EmbedProvider,
        EmbedThumbnail,
        EmbedVideo,
    )
    from scurrypy.api.messages.extras import (
        GuildProductPurchaseModel,
        MessageActivityModel,
        MessageCallModel,
        MessageLobbyMemberModel,
        PurchaseNotificationModel,
        RoleSubscriptionDataModel,
        SharedClientTheme,
    )
    from scurrypy.api.messages.message import (
        MessageModel,
        MessagePart,
        MessageReferencePart,
        MessageSnapshotModel,
        PinnedMessageModel,
    )
    from scurrypy.api.messages.reaction import ReactionCountDetailsModel, ReactionModel
    from scurrypy.api.messages.references import (
        ChannelMentionModel,
        MessageInteractionMetadataModel,
        MessageInteractionModel,
        MessageReferenceModel,
        MessageResolvedModel,
    )
    from scurrypy.api.messages.sticker import StickerItemModel, StickerModel, StickerPackModel, StickerPart
    from scurrypy.enums.guild import StickerFormatType, StickerType
    from scurrypy.enums.message import MessageFlags, MessageReferenceType, MessageType
    from scurrypy.wire.upload import Upload
else:
    __getattr__ = lazily(
        __name__,
        {
            ".allowed_mentions": ["AllowedMentionsPart"],
            ".attachment": ["AttachmentModel", "AttachmentPart"],
            ".embed": [
                "Embed",
                "EmbedAuthor",
                "EmbedField",
                "EmbedFooter",
                "EmbedImage",
                "EmbedProvider",
                "EmbedThumbnail",
                "EmbedVideo",
            ],
            ".extras": [
                "GuildProductPurchaseModel",
                "MessageActivityModel",
                "MessageCallModel",
                "MessageLobbyMemberModel",
                "PurchaseNotificationModel",
                "RoleSubscriptionDataModel",
                "SharedClientTheme",
            ],
            ".message": [
                "MessageModel",
                "MessagePart",
                "MessageReferencePart",
                "MessageSnapshotModel",
                "PinnedMessageModel",
            ],
            ".reaction": ["ReactionCountDetailsModel", "ReactionModel"],
            ".references": [
                "ChannelMentionModel",
                "MessageInteractionMetadataModel",
                "MessageInteractionModel",
                "MessageReferenceModel",
                "MessageResolvedModel",
            ],
            ".sticker": ["StickerItemModel", "StickerModel", "StickerPackModel", "StickerPart"],
            "scurrypy.enums.guild": ["StickerFormatType", "StickerType"],
            "scurrypy.enums.message": ["MessageFlags", "MessageReferenceType", "MessageType"],
            "scurrypy.wire.upload": ["Upload"],
        },
    )

__all__ = [
    "AllowedMentionsPart",
    "AttachmentModel",
    "AttachmentPart",
    "ChannelMentionModel",
    "Embed",
    "EmbedAuthor",
    "EmbedField",
    "EmbedFooter",
    "EmbedImage",
    "EmbedProvider",
    "EmbedThumbnail",
    "EmbedVideo",
    "GuildProductPurchaseModel",
    "MessageActivityModel",
    "MessageCallModel",
    "MessageFlags",
    "MessageInteractionMetadataModel",
    "MessageInteractionModel",
    "MessageLobbyMemberModel",
    "MessageModel",
    "MessagePart",
    "MessageReferenceModel",
    "MessageReferencePart",
    "MessageReferenceType",
    "MessageResolvedModel",
    "MessageSnapshotModel",
    "MessageType",
    "PinnedMessageModel",
    "PurchaseNotificationModel",
    "ReactionCountDetailsModel",
    "ReactionModel",
    "RoleSubscriptionDataModel",
    "SharedClientTheme",
    "StickerFormatType",
    "StickerItemModel",
    "StickerModel",
    "StickerPackModel",
    "StickerPart",
    "StickerType",
    "Upload",
]
