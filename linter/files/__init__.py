"""Reading and writing files: regular files only, YAML that people write, and atomic writes."""
