"""The register of agencies, units and officers, and the one clock."""

from __future__ import annotations
