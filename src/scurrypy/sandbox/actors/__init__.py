"""People in the local Discord: what they do at their client, in one line each.

alice = world.user("alice")
used = alice.slash("general", "ping", count=3)
await used.wait()
alice.click(used.response, label="Again")
"""

from scurrypy.sandbox.actors.outcome import Outcome
from scurrypy.sandbox.actors.person import Person

__all__ = ["Outcome", "Person"]
