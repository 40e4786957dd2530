"""The TCP connection beneath a WebSocket, opened here so that it can be given up at every stage that follows."""

import asyncio
import contextlib
import os
import socket


class Dialer:
    """Opens one TCP connection, and hangs up on whatever has become of it: TLS, a proxy's tunnel, an upgrade."""

    def __init__(self) -> None:
        self._socket: socket.socket | None = None

    async def reach(self, host: str, port: int) -> socket.socket:
        """Return a socket that is connected to the first address of `host` that answers.

        Raises:
            OSError: there is no such host, or none of its addresses answers; the text names it.
        """
        loop = asyncio.get_running_loop()
        try:
            addresses = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except socket.gaierror as error:
            raise OSError(f"cannot connect to {host}:{port}: {error.strerror}") from error
        reasons: list[str] = []
        for family, kind, protocol, _, address in addresses:
            try:
                self._socket = await _connected(socket.socket(family, kind, protocol), address)
            except OSError as error:
                reasons.append(os.strerror(error.errno) if error.errno else str(error))
            else:
                return self._socket
        raise OSError(f"cannot connect to {host}:{port}: {', '.join(dict.fromkeys(reasons))}")

    def hang_up(self) -> bool:
        """End the connection, which whoever uses it hears as its end; return whether there is one."""
        if self._socket is None:
            return False
        # Whoever uses it may have closed it already.
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        return True


async def _connected(opened: socket.socket, address: tuple[object, ...]) -> socket.socket:
    opened.setblocking(False)
    try:
        await asyncio.get_running_loop().sock_connect(opened, address)
    except BaseException:
        opened.close()
        raise
    return opened
