"""What of dossiers goes out beside the screens: reminders, the calendar feed, reports, sheets."""
