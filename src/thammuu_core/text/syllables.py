"""What a written Vietnamese syllable can be: the measure for guessing encodings and for judging OCR."""

from __future__ import annotations

import re
import unicodedata

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_SHARP_OR_HEAVY = frozenset("\u0301\u0323")
_ONSETS = "ngh|ng|nh|ch|gh|gi|kh|ph|th|tr|qu|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x"
_RHYMES = (
    "a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|ăc|ăm|ăn|ăng|ăp|ăt|ăk|âc|âm|ân|âng|âp|ât|âu|ây|"
    "e|ec|em|en|eng|eo|ep|et|ê|êch|êm|ên|ênh|êp|êt|êu|êng|"
    "i|ia|ich|iêc|iêm|iên|iêng|iêp|iêt|iêu|im|in|inh|ip|it|iu|"
    "o|oa|oac|oach|oai|oam|oan|oang|oanh|oao|oap|oat|oay|oăc|oăm|oăn|oăng|oăt|oc|oe|oem|oen|oeo|oet|oi|om|on|ong|"
    "ooc|oong|op|ot|ô|ôc|ôi|ôm|ôn|ông|ôp|ôt|ơ|ơi|ơm|ơn|ơng|ơp|ơt|"
    "u|ua|uân|uâng|uât|uây|uc|uê|uêch|uênh|uêu|ui|um|un|ung|uơ|uôc|uôi|uôm|uôn|uông|uôt|up|ut|uy|uya|uych|uyên|uyêt|"
    "uyn|uynh|uyp|uyt|uyu|ư|ưa|ưc|ưi|ưm|ưn|ưng|ươc|ươi|ươm|ươn|ương|ươp|ươt|ươu|ưp|ưt|ưu|"
    "y|yêm|yên|yêng|yêt|yêu|ych|ynh|yt"
)
_SYLLABLE = re.compile(rf"(?:{_ONSETS})?(?:{_RHYMES})")
_STOPPED = re.compile(r"(?:c|ch|k|p|t)$")


def is_syllable(word: str) -> bool:
    """Whether one word, in any case, is built as Vietnamese syllables are; says nothing about its meaning.

    >>> [is_syllable(word) for word in ("Nghị", "KẾ", "nghÞ", "bàng")]
    [True, True, False, True]
    """
    toneless, tones = _split_tone(word.lower())
    if len(tones) > 1 or not _SYLLABLE.fullmatch(toneless):
        return False
    return not _STOPPED.search(toneless) or bool(tones & _SHARP_OR_HEAVY)


def _split_tone(word: str) -> tuple[str, frozenset[str]]:
    """The word with hats but without tone, and its tones."""
    parts = unicodedata.normalize("NFD", word)
    toneless = "".join(part for part in parts if part not in _TONES)
    return unicodedata.normalize("NFC", toneless), frozenset(part for part in parts if part in _TONES)
