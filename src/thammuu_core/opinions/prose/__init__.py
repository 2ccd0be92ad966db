"""Running words of an agency as opinions: sentences, what each is for, the stance, the places that they name.

Letters and the cells of tables are read by it; `sentences` reads one request, this package finds the requests and
keeps every word beside them.
"""

from __future__ import annotations

from thammuu_core.opinions.prose.pages import Pages
from thammuu_core.opinions.prose.placing import PRINTED
from thammuu_core.opinions.prose.reading import prose

__all__ = ["PRINTED", "Pages", "prose"]
