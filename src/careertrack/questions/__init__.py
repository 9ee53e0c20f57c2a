"""The questions that people ask of a plan beyond one day's numbers."""
