"""What templates need to speak Vietnamese."""
