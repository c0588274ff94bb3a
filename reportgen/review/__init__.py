"""A finished, perhaps edited document → its numbers → held against the facts.

==================  ===================================================================================================
``passage``         what a document is to this stage: passages of text with a place that a person can find
``plain_text``      .txt and .md to passages; ``grid`` does it for the cells of any table
``reading``         text to readings: value, unit, scale, bound and sign of each number, or why it is no figure; upon
                    ``numerals``, ``units``, ``qualifiers`` and ``asides`` (dates, names, ordinals, models)
``surroundings``    the words round a number, the nearer the heavier, and the time that they state
``matching``        which fact a number is: ``candidates`` by unit, value and sign, then ``likeness`` of name, kind, time
``verdict``         agrees, changed, stale, known, unknown, or no figure
==================  ===================================================================================================

A number that carries the identity of a fact is held against that fact; any other is matched by its words. A match must be clear:
where two facts fit equally well, or the words beside the number name something else, it is unknown rather than guessed.
"""
