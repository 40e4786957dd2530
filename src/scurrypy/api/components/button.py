"""Buttons."""

from collections.abc import Iterable
from typing import Annotated

from scurrypy.api.components.names import ComponentId, CustomId
from scurrypy.api.emoji import EmojiModel
from scurrypy.bases.components import ActionRowChild, Component, SectionAccessoryChild, received
from scurrypy.enums.components import ButtonStyle
from scurrypy.enums.kinds import ComponentType
from scurrypy.wire.errors import Problem
from scurrypy.wire.limits import Length
from scurrypy.wire.snowflake import Snowflake
from scurrypy.wire.types import Serialized


@received
class Button(Component, ActionRowChild, SectionAccessoryChild):
    """A button.

    See [Discord Docs/Button](https://docs.discord.com/developers/components/reference#button).
    """

    _needed = ("style",)

    style: ButtonStyle | None = None
    """Looks and purpose."""
    custom_id: CustomId | None = None
    """Name of your own, 1-100 characters; not with `url` or `sku_id`."""
    label: Annotated[str, Length(0, 80)] | None = None
    """Text, at most 80 characters."""
    emoji: EmojiModel | None = None
    """Emoji before the text."""
    url: Annotated[str, Length(0, 512)] | None = None
    """Address to open, at most 512 characters; for `LINK`."""
    disabled: bool | None = None
    """Whether it cannot be pressed."""
    link: Annotated[str, Length(0, 512)] | None = None
    """ScurryPy 2's other name of `url`; sent as that."""
    type: ComponentType = ComponentType.BUTTON
    """Kind of component."""
    sku_id: Snowflake | None = None
    """SKU to offer; for `PREMIUM`."""
    id: ComponentId | None = None
    """Number of your own, unique in the message."""

    def _rules(self) -> Iterable[Problem]:
        """Yield what a button of this style lacks, and what it cannot have."""
        address = "url" if self.link is None else "link"
        refused: tuple[str, ...]
        if self.style == ButtonStyle.LINK:
            needed, refused = address, ("custom_id", "sku_id")
        elif self.style == ButtonStyle.PREMIUM:
            needed, refused = "sku_id", ("custom_id", "label", address, "emoji")
        elif self.style in _ANSWERED:
            needed, refused = "custom_id", (address, "sku_id")
        else:
            return
        style = f"a button of style {ButtonStyle(self.style).name}"
        if getattr(self, needed) is None:
            yield Problem(needed, f"{style} needs it", None)
        for name in refused:
            if getattr(self, name) is not None:
                yield Problem(name, f"{style} has none", getattr(self, name))
        if self.style != ButtonStyle.PREMIUM and not self.label and self.emoji is None:
            yield Problem("label", f"{style} needs a label or an emoji", self.label)

    def to_dict(self) -> Serialized:
        """Return the fields that are not None, each by Discord's name."""
        body = super().to_dict()
        link = body.pop("link", None)
        return body if link is None else {"url": link, **body}


_ANSWERED = (ButtonStyle.PRIMARY, ButtonStyle.SECONDARY, ButtonStyle.SUCCESS, ButtonStyle.DANGER)
"""Styles of buttons that send an interaction."""
