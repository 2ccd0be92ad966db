"""The letters of Vietnamese words by case, for the character classes of regular expressions.

A range such as À-Ỹ would hold both cases: the code points of Vietnamese capitals and small letters alternate.
"""

from __future__ import annotations

SMALL = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz"
CAPITALS = SMALL.upper()
