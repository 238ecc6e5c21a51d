"""Benchmarks: quality against gold labels, and speed. Each is one command."""
