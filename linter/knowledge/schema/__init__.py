"""Pydantic models of the files in ``lint_rules/knowledge``; only the compiler imports them.

The headers of the files explain each field.
"""
