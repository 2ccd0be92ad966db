"""Pieces that several screens share: fields and forms, pages of lists, drawings; their markup is in `templates/components`."""
