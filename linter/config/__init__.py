"""Configuration: which rules check an article, how strictly, and which file says so."""
