"""Reports: the one page on a dossier, the week; on screen, as Word file and as PDF."""
