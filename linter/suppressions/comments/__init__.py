"""Comments of an article that suppress findings in it: read, applied, and written for whoever asks."""
