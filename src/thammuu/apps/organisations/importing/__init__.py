"""The register filled from a workbook: read, checked cell by cell, reported, and written once a person lets it in.

`columns` says what a workbook may hold, `template` draws an empty one, `reading` makes lines of sheets, `checking`
holds them against the register, `report` tells of it, `applying` writes, `services` are the two acts.
"""
