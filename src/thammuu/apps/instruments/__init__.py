"""The register of legal documents that others cite: what they are, from when to when they hold, what they demand."""
