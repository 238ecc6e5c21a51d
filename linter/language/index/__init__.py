"""All terms of all lexicon classes and all phrases of all rules, found in one pass over the words of a block.

On its way from a rule file to a hit a wording goes through these rooms:

`patterns`  what people write, ``(cure|cures) ...2 <condition>``, becomes patterns: anchor words and what is around
`entries`   a pattern becomes an entry: how it is kept as text, and what matching needs to know of it
`tree`      the words that lead to an anchor, as a tree of plain dictionaries
`build`     entries and tree become the pieces of an index, text by first word (when rules are compiled)
`known`     pieces are read when their words first turn up in an article
`find`      the pass: plain terms become hits at once, anchors of others wait for the end of their sentence
`complete`  what is around an anchor is followed to the wording's whole length, which is a hit

A *term* is what a class or a rule says, as its file has it; a *wording* one way of saying it, after alternatives are
taken apart; a *plain* wording is only words. The *owner* of a hit is its class, or ``rule:CODE``.
"""
