"""What follows from a dossier, as of a day: one resumable fold a kind."""
