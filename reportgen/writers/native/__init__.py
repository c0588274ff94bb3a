"""Native Office charts that people can edit, the same for Word and PowerPoint, from the same specification as the pictures.

====================  =====================================================================================================
``plan``              decides a chart with the eyes of the picture: lines, columns or lying bars, labels, room
``around``            the texts above and below; ``upright`` and ``lying`` the plot; ``scheme`` what comes of it
``changes``           slopes; ``parts``: compositions; ``standings``: rankings; ``aims``: targets against outcomes;
                      ``happenings``: events
``strands``           what becomes a series: breaks, gaps, the reference value
``labels``            number formats that say what the chart's own labels say
``palette``           colours of the file's theme; ``look`` and ``text`` how bars, lines, marks and type look
``series``, ``axes``  the parts of the chart; ``shapes`` what is drawn on it; ``chart`` the whole
``workbook``          the numbers behind it
``in_docx``           puts it into a Word document; ``in_pptx`` onto a slide
====================  =====================================================================================================

LibreOffice 7.4 shows some of it otherwise: no table under the values (a scale stands beside them), marks of lines filled
whatever their state, the legend of lying bars from last to first, the second line of a title centred, no dashes on the way to a
target, no thin lines down from the ends of a slope, the name of a series before its value. In a report of 27 charts it stretched
some of those that were not as high as the others; with 14 it did not.
"""

from __future__ import annotations

from reportgen.writers.native.chart import NativeChart, native_chart
from reportgen.writers.native.palette import Palette, palette_of

__all__ = ["NativeChart", "Palette", "native_chart", "palette_of"]
