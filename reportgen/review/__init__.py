"""A finished, perhaps edited document → its numbers → held against the facts.

==================  ===================================================================================================
``passage``         what a document is to this stage: passages of text with a place that a person can find
``opening``         a file to passages: ``word``, ``slides`` and ``plain_text``, upon ``package`` (Office files, opened
                    without trusting them), ``words``, ``grid`` (the cells of any table) and ``chart_parts``
``identity``        which numbers of a file of ours were written from which facts
``reading``         text to readings: value, unit, scale, bound and sign of each number, or why it is no figure; upon
                    ``numerals``, ``units``, ``qualifiers`` and ``asides`` (dates, names, ordinals, models)
``surroundings``    the words round a number, the nearer the heavier, and the time that they state
``matching``        which fact a number is: ``candidates`` by unit, value and sign, then ``likeness`` of name, kind, time,
                    without those that the words speak against (``contradiction``)
``verdict``         agrees, changed, stale, known, unknown, or no figure
``conflicts``       one fact with two values in two files
``annotate``        copies with Word comments, summary slides or a list of ``remarks``
``pairing``         what became of paragraphs that people have edited, and of the numbers in them
``refresh``         an edited file brought up to date with new facts, the edits kept
==================  ===================================================================================================

A number that carries the identity of a fact is held against that fact; any other is matched by its words. A match must be clear:
where two facts fit equally well, or the words beside the number name something else, it is unknown rather than guessed.
"""
