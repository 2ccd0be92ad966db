"""The modules that hold the rules, by part of the document; a module not named here is not asked."""

from __future__ import annotations

from thammuu_core.formats import (
    addressees,
    authority,
    bases,
    date_line,
    ending,
    issuer,
    marks,
    nation,
    number,
    recipients,
    signature,
    title,
    whole,
)

MODULES = (
    whole,
    nation,
    issuer,
    number,
    date_line,
    marks,
    title,
    addressees,
    bases,
    ending,
    signature,
    authority,
    recipients,
)
