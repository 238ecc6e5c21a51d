"""What an article says about harm: passages on risks, the harms they name, and contraindications ("bars").

Used by the kind ``section``, and by ``status`` and ``requires`` for known risks.
"""
