"""Rules: the schema of their files, loading with exact error positions, and the compiled program."""
