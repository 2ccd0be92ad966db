"""A mail server that behaves as badly as it is told to; it listens on this machine only."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from django.conf import settings as django_settings
from django.test import override_settings


@dataclass
class MailServer:
    """What it took, and how it answers: each mail takes the next of `answers`, without one it is taken."""

    answers: list[str] = field(default_factory=list)
    """"taken", "4xx", "5xx", "hang" (says nothing), "drop" (closes the line), "swallow" (takes it, then closes)."""
    taken: list[str] = field(default_factory=list)
    port: int = 0

    def serve(self, listener: socket.socket) -> None:
        """Speak to every client, each in a thread of its own, until the listener is closed."""
        while True:
            try:
                line, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=self._attend, args=(line,), daemon=True).start()

    def _attend(self, line: socket.socket) -> None:
        with line, suppress(OSError):
            self._speak(line)

    def _speak(self, line: socket.socket) -> None:
        words = line.makefile("rb")
        line.sendall(b"220 test\r\n")
        answer = "taken"
        for said in words:
            verb = said[:4].upper()
            if verb == b"RCPT":
                answer = self.answers.pop(0) if self.answers else "taken"
            if answer == "drop":
                return
            if answer == "hang":
                line.settimeout(5)
                line.recv(1)
                return
            if verb == b"DATA":
                line.sendall(b"354 go on\r\n")
                self.taken.append(_body(words))
                if answer == "swallow":
                    return
                line.sendall(b"250 taken\r\n")
            else:
                line.sendall(_reply(verb, answer))
            if verb == b"QUIT":
                return


def _reply(verb: bytes, answer: str) -> bytes:
    if verb == b"RCPT" and answer in ("4xx", "5xx"):
        return b"450 later\r\n" if answer == "4xx" else b"550 no such user\r\n"
    return b"221 bye\r\n" if verb == b"QUIT" else b"250 fine\r\n"


def _body(words: Iterator[bytes]) -> str:
    lines = []
    for line in words:
        if line == b".\r\n":
            break
        lines.append(line.decode())
    return "".join(lines)


@contextmanager
def mail_server(*answers: str) -> Iterator[MailServer]:
    """A server on a port of its own, named in the settings while the block runs."""
    server = MailServer(list(answers))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server.port = listener.getsockname()[1]
        threading.Thread(target=server.serve, args=(listener,), daemon=True).start()
        with speaking_to(server.port):
            yield server
        listener.shutdown(socket.SHUT_RDWR)


@contextmanager
def speaking_to(port: int) -> Iterator[None]:
    """Mail goes to that port of this machine, with little patience."""
    assert not django_settings.EMAIL_HOST, "a test must not reach a real server"
    with override_settings(
        EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend",
        EMAIL_HOST="127.0.0.1",
        EMAIL_PORT=port,
        EMAIL_USE_TLS=False,
        EMAIL_TIMEOUT=0.3,
    ):
        yield
