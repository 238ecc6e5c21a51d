"""The options of each kind of rule: the models of ``match``, grouped by what the kinds look at."""
