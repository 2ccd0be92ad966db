"""The register filled from a workbook or a .csv file: read, checked cell by cell, told, written once a person lets it in."""
