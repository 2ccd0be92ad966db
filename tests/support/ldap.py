"""A small LDAP server that really answers on this machine: StartTLS and simple bind (RFC 4511), over TLS or not."""

from __future__ import annotations

import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.utils import timezone

BIND, UNBIND, EXTENDED = 0x60, 0x42, 0x77
DONE, REFUSED = 0, 49


@dataclass
class Directory:
    """Where it is, who may bind, and what it was asked."""

    people: dict[str, str]
    """Password by the name as the directory writes it."""
    authority: Path
    port: int = 0
    asked: list[str] = field(default_factory=list)
    """`bind in the clear`, `starttls`, `bind over tls`."""


def certificate(folder: Path, host: str = "localhost") -> tuple[Path, Path]:
    """A certificate that vouches for itself and for `host`, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, host)])
    now = timezone.now()
    place = [x509.DNSName(host)]
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(place), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    form = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    files = folder / "certificate.pem", folder / "key.pem"
    files[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    files[1].write_bytes(key.private_bytes(serialization.Encoding.PEM, *form))
    return files


class _Handler(socketserver.BaseRequestHandler):
    directory: Directory
    tls: ssl.SSLContext
    ldaps: bool

    def handle(self) -> None:
        try:
            if self.ldaps:
                self.request = self.tls.wrap_socket(self.request, server_side=True)
            self.request.settimeout(5)
            while message := self.request.recv(4096):
                self._answer(message)
            self.request.close()
        except OSError:  # A client that does not trust the certificate hangs up.
            self.request.close()

    def _answer(self, message: bytes) -> None:
        number, act, body = message[4:5], message[5], message[7:]
        if act == BIND:
            length = body[4]
            name, password = body[5 : 5 + length].decode(), body[7 + length :].decode()
            self.directory.asked.append("bind over tls" if self._over_tls() else "bind in the clear")
            right = self.directory.people.get(name) == password
            self._say(number, 0x61, DONE if right else REFUSED)
        elif act == EXTENDED:
            self.directory.asked.append("starttls")
            self._say(number, 0x78, DONE)
            self.request = self.tls.wrap_socket(self.request, server_side=True)

    def _over_tls(self) -> bool:
        return isinstance(self.request, ssl.SSLSocket)

    def _say(self, number: bytes, act: int, result: int) -> None:
        self.request.sendall(b"\x30\x0c\x02\x01" + number + bytes([act, 7, 0x0A, 1, result, 4, 0, 4, 0]))


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False


@contextmanager
def running(folder: Path, people: dict[str, str], *, ldaps: bool) -> Iterator[Directory]:
    """A directory that answers until the block ends; its certificate is in `folder`."""
    chain, key = certificate(folder)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain, key)
    directory = Directory(people, chain)
    parts = {"directory": directory, "tls": context, "ldaps": ldaps}
    with _Server(("127.0.0.1", 0), type("Handler", (_Handler,), parts)) as server:
        directory.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield directory
        finally:
            server.shutdown()
            thread.join()
