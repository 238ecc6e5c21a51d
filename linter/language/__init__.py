"""The language layer: words, sentences, terms, cues and their scope. Independent of rules and markup."""
