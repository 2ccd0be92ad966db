"""What people are told: the outbox, mail, notices on the page, settings, calendar feeds."""
