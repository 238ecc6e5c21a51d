"""What an article says of harm: passages on risk, the harms they name, and who must not have a treatment."""
