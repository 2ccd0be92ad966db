"""The rules of Vietnamese public documents: bytes and text in, frozen values out.

Pure by contract: no Django, no clock, no network, no disk beyond the bytes given (ADR 0001).
"""

from __future__ import annotations
