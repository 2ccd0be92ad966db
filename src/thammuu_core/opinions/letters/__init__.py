"""A reply letter as opinions: header, context, sentences, tables, stance."""
