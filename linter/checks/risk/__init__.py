"""What an article says of harm: passages on risk, the harms they name, and who must not have a treatment.

The kind ``section`` asks it, and the kinds ``status`` and ``requires`` for what is known of a risk.
"""
