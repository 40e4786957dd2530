"""What may be registered as a handler or a hook."""

import functools
from unittest.mock import AsyncMock

import pytest

from scurrypy.dispatch import check_handler, check_hook
from scurrypy.wire.errors import InvalidCallbackSignature, NotCallable


async def takes_event(event): ...
async def takes_two(event, other): ...
async def takes_nothing(): ...
async def takes_keyword(event, *, option): ...
def plain(event): ...


class Bot:
    async def on_event(self, event): ...
    async def __call__(self, event): ...
    def hook(self): ...


@pytest.mark.parametrize("handler", [takes_event, Bot().on_event, Bot(), AsyncMock(), functools.partial(takes_two, 1)])
def test_an_async_callable_with_one_parameter_is_a_handler(handler):
    assert check_handler(handler) is None


@pytest.mark.parametrize("handler", [takes_two, takes_nothing, takes_keyword, plain, Bot.on_event, lambda event: None])
def test_any_other_callable_is_refused_by_name(handler):
    with pytest.raises(InvalidCallbackSignature, match=handler.__qualname__.split(".")[-1].strip("<>")):
        check_handler(handler)


@pytest.mark.parametrize("check", [check_handler, check_hook])
def test_what_cannot_be_called_is_refused(check):
    with pytest.raises(NotCallable, match="5 cannot be called"):
        check(5)


@pytest.mark.parametrize("hook", [takes_nothing, Bot().hook, dict])
def test_a_hook_takes_nothing_and_may_be_async(hook):
    assert check_hook(hook) is None


@pytest.mark.parametrize("hook", [takes_event, plain, takes_keyword])
def test_a_hook_with_parameters_is_refused(hook):
    with pytest.raises(InvalidCallbackSignature, match="must take no parameters"):
        check_hook(hook)
