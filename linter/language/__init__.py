"""Language: words, sentences, terms, cues and their scope. Knows nothing of rules or markup."""
