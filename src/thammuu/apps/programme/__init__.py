"""Where a dossier begins: the work programme, assignments, step templates, the timetable laid backwards."""
