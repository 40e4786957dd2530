"""Certificates are verified: what nobody vouches for is sent no request, and no token."""

import asyncio
import shutil
import ssl
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from scurrypy.gateway import ConnectFailed
from scurrypy.gateway.websocket import connect_websocket
from scurrypy.http import HTTPClient
from scurrypy.wire.errors import RequestFailed
from tests.unit.gateway.test_websocket import Recorder
from tests.unit.http.server import TOKEN, Impatient


class Impostor:
    """A server with a certificate of its own making; `heard` is what it was sent after TLS."""

    def __init__(self) -> None:
        self.port = 0
        self.calls = 0
        self.heard = b""
        self.has_heard = asyncio.Event()

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.calls += 1
        self.heard += await reader.read(65536)
        self.has_heard.set()
        writer.close()


@pytest.fixture
async def impostor(tmp_path: Path) -> AsyncIterator[Impostor]:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl makes the certificate")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", str(key), "-out", str(certificate)]
    names = ["-days", "1", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    await asyncio.to_thread(subprocess.run, [*command, *names], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    made = Impostor()
    server = await asyncio.start_server(made.answer, "127.0.0.1", 0, ssl=context)
    async with server:
        made.port = server.sockets[0].getsockname()[1]
        yield made


async def test_the_certificate_would_do_for_who_trusts_it(impostor: Impostor) -> None:
    """What follows fails for want of trust and for nothing else."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    _, writer = await asyncio.open_connection("127.0.0.1", impostor.port, ssl=context)
    writer.write(b"hello")
    await writer.drain()
    writer.close()
    assert await asyncio.wait_for(impostor.has_heard.wait(), 5)
    assert impostor.heard == b"hello"


async def test_a_request_is_not_sent_to_a_certificate_nobody_vouches_for(impostor: Impostor) -> None:
    http = HTTPClient(base_url=f"https://localhost:{impostor.port}", rng=Impatient(1))
    await http.start(TOKEN)
    with pytest.raises(RequestFailed, match="self-signed certificate"):
        await http.request("GET", "/users/@me", retry=False)
    await http.close()
    assert impostor.heard == b""


async def test_the_gateway_is_not_spoken_to_behind_a_certificate_nobody_vouches_for(impostor: Impostor) -> None:
    with pytest.raises(ConnectFailed, match="certificate of localhost is not to be trusted: self-signed"):
        await connect_websocket(f"wss://localhost:{impostor.port}/", Recorder(), 5, None)
    assert impostor.heard == b""
