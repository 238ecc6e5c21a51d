"""Files as we read and write them: only what is a file, data that people keep in YAML, written whole or not at all."""
