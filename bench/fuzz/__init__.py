"""Coverage-guided fuzzing: a module a target, run for as long as one likes; what it finds becomes a test."""
