"""Documents as received and what the machine read in them."""

from __future__ import annotations
