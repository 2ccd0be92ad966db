"""Finding things by words without diacritics: one index, one meaning on every database."""
