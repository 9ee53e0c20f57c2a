"""The six pillars: what each has to say about a day."""
