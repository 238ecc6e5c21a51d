"""An index that finds all terms of all lexicon classes and all phrases of all rules in one pass over a block's words.

The modules, in the order in which a wording passes from a rule file to a hit:

`patterns`  expands a phrase, ``(cure|cures) ...2 <condition>``, into patterns: anchor words and what is around them
`entries`   serializes a pattern and turns it into an entry, the form that is matched
`tree`      stores the words that lead to an anchor in a tree of plain dictionaries
`build`     splits the tree into the pieces of an index, texts by first word (when rules are compiled)
`known`     reads a piece when its first word first occurs in an article
`find`      the pass: plain terms become hits at once, anchors are collected until the end of their sentence
`complete`  matches what is around an anchor; a complete wording becomes a hit

A *term* is an entry of a class or a rule as written in its file. A *wording* is one of its alternatives; a *plain*
wording consists of words only. The *owner* of a hit is its class or ``rule:CODE``.
"""
