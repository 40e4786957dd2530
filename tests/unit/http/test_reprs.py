"""What stands for a request shows no token, whoever prints it."""

import pytest

from scurrypy.http.outgoing import UrlForm
from scurrypy.http.permits import Key
from scurrypy.http.reluctance import Reluctance

TOKEN = "a-token-nobody-may-see"


@pytest.mark.parametrize("show", [repr, str, lambda shown: f"{[shown]}"])
def test_a_key_a_form_and_what_was_forbidden_show_no_token(show):
    reluctance = Reluctance()
    reluctance.refused(0.0, f"Bearer {TOKEN}", (f"Bearer {TOKEN}", "GET"), 50001, None)
    key = Key(f"Bearer {TOKEN}", "GET", "/webhooks/{major}/{token}", "", f"webhooks/1/{TOKEN}")
    shown = [key, UrlForm(f"client_secret={TOKEN}".encode()), *reluctance._senders.values()]
    assert not [text for text in map(show, shown) if TOKEN in text]
