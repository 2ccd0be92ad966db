"""Pages: what people see and send. Forms build commands, services change, queries read; no rule of business lives here."""
