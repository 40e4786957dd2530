"""Interactions and modals."""

from typing import TYPE_CHECKING

from scurrypy.lazy import lazily

if TYPE_CHECKING:
    from scurrypy.api.interactions.eligibility import SKUPurchaseEligibilityPart
    from scurrypy.api.interactions.interaction import (
        ActivityInstanceModel,
        ApplicationCommandDataModel,
        ApplicationCommandOptionDataModel,
        AutocompleteApplicationCommandDataModel,
        CommandDataModel,
        InteractionCallbackDataModel,
        InteractionCallbackModel,
        InteractionCallbackResourceModel,
        InteractionModel,
        MessageComponentDataModel,
        ModalComponentDataModel,
        ModalComponentInputDataModel,
        ModalComponentModel,
        ModalComponentSelectDataModel,
        ModalDataModel,
        UnknownInteractionData,
    )
    from scurrypy.api.interactions.modal import ModalPart
    from scurrypy.api.interactions.resolved import ResolvedDataModel
    from scurrypy.enums.interaction import InteractionCallbackType
    from scurrypy.enums.kinds import InteractionType
else:
    __getattr__ = lazily(
        __name__,
        {
            ".eligibility": ["SKUPurchaseEligibilityPart"],
            ".interaction": [
                "ActivityInstanceModel",
                "ApplicationCommandDataModel",
                "ApplicationCommandOptionDataModel",
                "AutocompleteApplicationCommandDataModel",
                "CommandDataModel",
                "InteractionCallbackDataModel",
                "InteractionCallbackModel",
                "InteractionCallbackResourceModel",
                "InteractionModel",
                "MessageComponentDataModel",
                "ModalComponentDataModel",
                "ModalComponentInputDataModel",
                "ModalComponentModel",
                "ModalComponentSelectDataModel",
                "ModalDataModel",
                "UnknownInteractionData",
            ],
            ".modal": ["ModalPart"],
            ".resolved": ["ResolvedDataModel"],
            "scurrypy.enums.interaction": ["InteractionCallbackType"],
            "scurrypy.enums.kinds": ["InteractionType"],
        },
    )

__all__ = [
    "ActivityInstanceModel",
    "ApplicationCommandDataModel",
    "ApplicationCommandOptionDataModel",
    "AutocompleteApplicationCommandDataModel",
    "CommandDataModel",
    "InteractionCallbackDataModel",
    "InteractionCallbackModel",
    "InteractionCallbackResourceModel",
    "InteractionCallbackType",
    "InteractionModel",
    "InteractionType",
    "MessageComponentDataModel",
    "ModalComponentDataModel",
    "ModalComponentInputDataModel",
    "ModalComponentModel",
    "ModalComponentSelectDataModel",
    "ModalDataModel",
    "ModalPart",
    "ResolvedDataModel",
    "SKUPurchaseEligibilityPart",
    "UnknownInteractionData",
]
