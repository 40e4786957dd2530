"""A bot as users run it: a file, in a process of its own, on the local Discord."""

import asyncio
import os
import sys
from contextlib import asynccontextmanager


class BotProcess:
    """A bot's process, and what it said."""

    def __init__(self, process):
        self.process = process
        self.lines = []

    async def says(self, line):
        """Return once the bot has said this line."""
        async with asyncio.timeout(20):
            while line not in self.lines:
                got = await self.process.stdout.readline()
                assert got, f"the bot ended without saying {line!r}; it said {self.lines}, {await self.errors()}"
                self.lines.append(got.decode().strip())

    async def errors(self):
        """Return what came on standard error, once the bot has ended."""
        return (await self.process.stderr.read()).decode()

    async def end(self, number=None):
        """Send a signal, if there is one, and wait; return the status, all lines, and what came on standard error."""
        if number is not None:
            self.process.send_signal(number)
        async with asyncio.timeout(20):
            out, errors = await self.process.communicate()
        self.lines += out.decode().split("\n")
        return self.process.returncode, [line for line in self.lines if line], errors.decode()


@asynccontextmanager
async def running_bots(sandbox):
    """Give what runs a bot's file with a token; in the end no process is left."""
    processes = []

    async def run(file, token):
        environment = {**os.environ, "SCURRYPY_API_URL": sandbox.api_url, "DISCORD_TOKEN": token}
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(
            sys.executable, file.name, cwd=file.parent, env=environment, stdout=pipe, stderr=pipe
        )
        processes.append(process)
        return BotProcess(process)

    try:
        yield run
    finally:
        for process in processes:
            if process.returncode is None:
                process.kill()
                await process.communicate()
