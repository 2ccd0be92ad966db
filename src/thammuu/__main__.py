"""`python -m thammuu`."""

from __future__ import annotations

import sys

from thammuu.cli.main import main

sys.exit(main())
