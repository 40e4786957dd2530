"""Certificates for tests, and an authority that vouches for some of them. `openssl` makes them."""

import shutil
import ssl
import subprocess
from pathlib import Path

import pytest

CURVE = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
USAGE = ["-addext", "keyUsage=digitalSignature,keyCertSign"]
"""What a key is for, which Python 3.13 and later want to be told by every certificate that openssl makes this way."""


class Authority:
    """An authority in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        openssl = shutil.which("openssl")
        if openssl is None:
            pytest.skip("openssl makes the certificates")
        self._openssl = openssl
        self._folder = folder
        self.certificate = folder / "authority.pem"
        self._make("authority", ["-x509", "-days", "2", "-subj", "/CN=authority"])

    def context(self, name: str, *, is_vouched_for: bool = True, days: int = 2) -> ssl.SSLContext:
        """Return what a server needs to show a certificate for `name`."""
        file = f"{name}-{is_vouched_for}-{days}"
        signing = [] if not is_vouched_for else ["-CA", str(self.certificate), "-CAkey", str(self._key("authority"))]
        span = ["-days", str(days)] if days > 0 else ["-not_before", "20200101000000Z", "-not_after", "20200102000000Z"]
        names = ["-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}"]
        self._make(file, ["-x509", *span, *names, *signing])
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self._folder / f"{file}.pem", self._key(file))
        return context

    def _key(self, file: str) -> Path:
        return self._folder / f"{file}.key"

    def _make(self, file: str, options: list[str]) -> None:
        out = ["-keyout", str(self._key(file)), "-out", str(self._folder / f"{file}.pem")]
        subprocess.run([self._openssl, "req", *CURVE, *USAGE, *out, *options], check=True, capture_output=True)
