"""The base of addons."""


class Addon:
    """What addons inherit from, so that they can be told apart; it asks nothing of them."""

    __slots__ = ()
