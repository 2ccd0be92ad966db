"""What mandates ask for, held against the draft of a dossier; and plans of several provinces side by side."""
