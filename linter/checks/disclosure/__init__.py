"""What an article discloses: status statements, and whether they are adequate for a product and its use.

``statements`` is what an article says, ``owing`` what it owes, ``verdict`` how the two compare.
The kinds ``status`` and ``requires`` ask it; the kind ``section`` asks it which treatments a page is held to.
"""
