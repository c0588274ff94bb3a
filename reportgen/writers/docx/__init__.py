"""Documents to Word files.

====================  =====================================================================================================
``look``              opens the reference file and holds it to the styles that the writer needs
``settings``          what the YAML file beside the look says: cover, contents page, numbers of headings, styles of tables
``sections``          the sections of the file, each with its page numbers
``cover``             the cover; ``doc_fields``: title and author in the headers of the look
``headings``          the headings in order; ``contents``: the contents page; ``pagination``: on which pages they stand
``manuscript``        what grows besides the text: footnotes, bookmarks, pictures, notices
``xml``, ``runs``     elements by small functions; spans to runs, the one place where a figure reaches the page
``controls``          content controls that tie a number to its fact; ``passages`` reads them again
``identity``          the part that says what the numbers stand for
``paragraphs``        title block, headings, paragraphs, lists
``titles``            long titles, broken where their meaning allows
``heights``, ``flow``  how much room blocks take, and in which order they fill the pages
``captions``          captions with counters and bookmarks
``official``          red header, addressee, signature and imprint of official documents
``columns``           the arithmetic of table columns and decimal points
``tables``            three-line tables
``key_figures``       large numbers in a grid
``pictures``          charts as pictures with alternative text
``footnotes``         the part with the notes; ``properties`` the properties of the file
``parts``             the parts of the finished package
``report``            the order of it all
====================  =====================================================================================================
"""

from __future__ import annotations

from reportgen.writers.docx.report import write

__all__ = ["write"]
