"""Rules: the schema of rule files, a loader with exact error positions, and the compiled program."""
