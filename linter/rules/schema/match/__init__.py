"""What a rule of each kind may ask for: the models of ``match``, by what the kinds look at."""
