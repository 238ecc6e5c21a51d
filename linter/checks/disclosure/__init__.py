"""What an article discloses: status statements, and whether they are adequate for a product and its use.

``owing`` is the rule of what is owed, ``disclosures`` what an article owes and says, ``verdict`` how the two compare.
The kinds ``status`` and ``requires`` ask it; the kind ``section`` asks it which treatments a page is held to.
"""
