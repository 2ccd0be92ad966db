"""An agency after some years: ten thousand dossiers, for measuring; a few hundred, for counting queries.

`python -m support.many DOSSIERS STEPS` fills the database of an empty installation and prints what it made. Rows are
made in bulk beside the services; what is derived is reckoned by the program, so that lists see what it reckons.
"""

from __future__ import annotations
