"""The schema of rule files, lexicon files and their parts (pydantic; only the loader imports this).

The JSON Schema that editors use is made from these models.
"""
