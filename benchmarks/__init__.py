"""The speed of careertrack, measured as ratios to named peers: ``python -m benchmarks``."""
