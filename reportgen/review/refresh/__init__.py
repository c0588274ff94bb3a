"""A finished, perhaps edited document brought up to date: a three-way merge, and nothing else in the file changes.

==================  ===================================================================================================
``tokens``          passages as tokens, a number being one; how one text became another
``versions``        a paragraph as it was written, as people left it, and as new facts would have it
``merge``           what becomes of each change: made, made already, or left for a person
``pairs``           which passage is which in the three versions of a file
``units``           what belongs together beyond a paragraph: cards, rows, tables whose columns are years
``leaves``, ``pen`` the text of a paragraph as elements, and writing into them with formatting and controls kept;
                    ``revisions`` strikes out and writes beside instead
``sites``           all texts of a file, merged one by one
``word``, ``deck``  where the texts of a file are; ``parts`` and ``identity``: its parts, and what it says about itself
``charts``          pictures and native charts, found by ``drawings``; ``native`` changes values in edited ones
``outcome``         what was changed and what was left, place by place
``file``            the whole: edited file and file made anew to the refreshed one
==================  ===================================================================================================

What was written is known from the manifest in the file (:mod:`reportgen.writers.manifest`), what new facts would have from a file made
anew from the same request. Where a person has changed nothing, the difference of the two is applied inside the runs and controls that
are there; where a person has, it is reported and left.
"""
