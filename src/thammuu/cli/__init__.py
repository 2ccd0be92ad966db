"""The command line: for people a tree or a table, for programs `--json`; errors on stderr with what to do."""

from __future__ import annotations
