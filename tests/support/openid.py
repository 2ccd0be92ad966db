"""A small OpenID provider that really answers on this machine: discovery, authorize, token, keys, userinfo.

It keeps the rules that a provider must keep (client, redirect, code once, PKCE), and can be told to lie.
"""

from __future__ import annotations

import base64
import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import time
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

CLIENT, SECRET = "tham-muu", "mat-khau-cua-ung-dung"


@dataclass
class Provider:
    """Its address, whom it will say the visitor is, and what it does wrong."""

    issuer: str = ""
    person: dict[str, Any] = field(default_factory=dict)
    """Claims about the visitor; `sub` first of all."""
    aside: dict[str, Any] = field(default_factory=dict)
    """Claims told by userinfo only."""
    lies: dict[str, Any] = field(default_factory=dict)
    """Claims of the id_token that replace the true ones."""
    signs_with: Any = None
    """Another key than the published one."""
    signature: str = "RS256"
    asked: list[dict[str, str]] = field(default_factory=list)
    """The parameters of each visit to authorize."""
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    key: Any = field(default_factory=lambda: rsa.generate_private_key(public_exponent=65537, key_size=2048))

    def configuration(self) -> dict[str, Any]:
        """OpenID Connect Discovery 1.0, §3."""
        names = ("authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint")
        paths = ("/authorize", "/token", "/keys", "/userinfo")
        ends = {name: self.issuer + path for name, path in zip(names, paths, strict=True)}
        return {
            "issuer": self.issuer,
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
            **ends,
        }

    def keys(self) -> dict[str, Any]:
        """The published key."""
        return {
            "keys": [{**json.loads(RSAAlgorithm.to_jwk(self.key.public_key())), "kid": "1", "alg": "RS256"}]
        }

    def authorize(self, query: dict[str, str]) -> str:
        """Where the visitor is sent back to, with a code."""
        self.asked.append(query)
        code = f"code-{len(self.asked)}"
        self.codes[code] = query
        return f"{query['redirect_uri']}?{urlencode({'code': code, 'state': query['state']})}"

    def token(self, form: dict[str, str]) -> dict[str, Any] | None:
        """Tokens for a code; None when a rule is broken."""
        query = self.codes.pop(form.get("code", ""), None)
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if query is None or form.get("redirect_uri") != query["redirect_uri"]:
            return None
        if (form.get("client_id"), form.get("client_secret")) != (CLIENT, SECRET):
            return None
        if query.get("code_challenge_method") != "S256" or query.get("code_challenge") != challenge:
            return None
        return {"access_token": "opens-userinfo", "token_type": "Bearer", "id_token": self.id_token(query)}

    def id_token(self, query: dict[str, str]) -> str:
        """A signed statement of who the visitor is."""
        now = int(time())
        true = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": query.get("nonce")}
        claims = {
            name: value for name, value in {**true, **self.person, **self.lies}.items() if value is not None
        }
        key = (
            "a-shared-secret-of-32-bytes-or-more"
            if self.signature == "HS256"
            else self.signs_with or self.key
        )
        return jwt.encode(claims, key, algorithm=self.signature, headers={"kid": "1"})


class _Handler(BaseHTTPRequestHandler):
    provider: Provider

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        if parts.path == "/authorize":
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            self.send_response(302)
            self.send_header("Location", self.provider.authorize(query))
            self.end_headers()
            return
        answers = {
            "/.well-known/openid-configuration": self.provider.configuration,
            "/keys": self.provider.keys,
            "/userinfo": lambda: {**self.provider.person, **self.provider.aside},
        }
        self._say(answers[parts.path](), 200)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        tokens = self.provider.token({name: values[0] for name, values in parse_qs(body).items()})
        self._say(tokens or {"error": "invalid_grant"}, 200 if tokens else 400)

    def _say(self, answer: dict[str, Any], status: int) -> None:
        body = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Not into the output of the tests."""


@contextmanager
def running() -> Iterator[Provider]:
    """A provider that answers until the block ends."""
    provider = Provider()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"provider": provider}))
    provider.issuer = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
