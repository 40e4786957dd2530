"""Session stores for tests: one in memory, which can be told to fail."""

import dataclasses


class MemoryStore:
    """A store that outlives clients, not the test."""

    def __init__(self):
        self.sessions = {}
        self.identifies = []
        self.writes = 0
        self.is_closed = False
        self.failure = None

    def _check(self):
        if self.failure is not None:
            raise self.failure

    async def load(self, bot):
        self._check()
        return [dataclasses.replace(session) for (owner, _), session in self.sessions.items() if owner == bot]

    async def save(self, bot, sessions):
        self._check()
        self.writes += 1
        for shard_id, session in sessions.items():
            if session is None:
                self.sessions.pop((bot, shard_id), None)
            else:
                self.sessions[bot, shard_id] = dataclasses.replace(session)

    async def load_identifies(self, bot, since):
        self._check()
        return [(shard_id, when) for owner, shard_id, when in self.identifies if owner == bot and when >= since]

    async def add_identify(self, bot, shard_id, when):
        self._check()
        self.identifies.append((bot, shard_id, when))

    async def close(self):
        self._check()
        self.is_closed = True
