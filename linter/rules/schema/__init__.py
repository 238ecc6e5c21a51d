"""Pydantic models of rule files, lexicon files and their parts; only the loader imports them.

The JSON Schema for editors is generated from these models.
"""
