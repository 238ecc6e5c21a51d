"""Disclosures of regulatory status, and whether they are adequate for a product and its use.

``statements`` is what an article says, ``owing`` what it owes, and ``verdict`` compares the two.
Used by the kinds ``status`` and ``requires``, and by ``section`` for the treatments that a page is held to.
"""
