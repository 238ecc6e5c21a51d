"""The schema of the files in ``lint_rules/knowledge`` (pydantic; only the compiler imports this).

The heads of the files say what each field means.
"""
