"""Do the quoted passages still stand in newer texts of their sources? python -m data.reanchor.

Which place of a new text is the heir of an old one is never guessed from the words of the passage alone, because a copy
of them can stand elsewhere: it is read off the text around.

- `words`      a text as words with places
- `alignment`  which words around the passage stand where in the new text
- `likeness`   whether words look like the passage, edited
- `passages`   at which places the passage's words stand
- `heirs`      which of these places is its own
- `verdicts`   what became of a passage: verified, re-anchored, broken, ambiguous
- `checking`   every quote of a collection, with its verdict
- `newer`      where newer texts are read from
- `redline`    what changed in a passage, as [-old-]{+new+}
- `report`     all of it in sentences
- `writing`    new texts and selectors into the records, all or nothing
"""
