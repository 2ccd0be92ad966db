"""Pages of administration, one module a register."""
