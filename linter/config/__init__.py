"""Configuration: which rules judge an article, how strictly, and where that is said."""
