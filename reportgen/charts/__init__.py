"""Charts as data become pictures: :class:`~reportgen.document.model.ChartSpec` → PNG and SVG.

    from reportgen.charts.draw import draw
    from reportgen.charts.size import PAGE, Size

    picture = draw(spec, PAGE)                       # 15.4 cm wide, as high as it needs
    picture = draw(spec, Size(14.8, 11, "slide", titled=False, sourced=False))
    picture.png, picture.svg                         # bytes
    picture.width, picture.height                    # EMU
    picture.notices                                  # characters without a font, series without values, values left to a scale

The only importer of matplotlib; this file, ``size``, ``theme``, ``words``, ``breaking`` and ``fonts`` import without it.

===============  ==========================================================================================================
``check``        what a chart must be like to be drawn, with ``kind_rules`` for what only one kind must be
``theme``        colours and sizes of type; ``words``: the fixed words in both languages; ``size``: how large, and for what place
``fonts``        the bundled Chinese font; ``lettering``: which font sets a text, and how wide; ``breaking``: lines of a text
``surround``     title, unit, legend, notes and source round the plot
``lines``        the plots, with ``columns``, ``rows`` and ``ladder``: each decides everything from the width first, draws after
``slope``        change between two periods; ``composition``: parts of a whole; ``ranking``: places; ``bullet``: targets against
                 outcomes; ``timeline``: events; ``bands``: names at the left with the band of the plot beside each
``axis``         the categories under upright plots; ``table``: values under them; ``ticks``: a scale; ``placing``: values at lines
``sheet``        the figure in points; ``style``: how bars and marks look; ``geometry``: boxes and scales
``draw``         :data:`~reportgen.charts.draw.DRAWERS`, who draws which kind, and the picture
===============  ==========================================================================================================

What a reader may rely on: zero is always on a scale of values; no line joins across a gap, a break of definition or years left
out; every value is written as its fact is printed, at its mark or in a table below, and nothing stands on anything else. There are
no axes of numbers but where even the table finds no room, which a notice says.

``pyplot`` is banned here: it keeps every figure in a global list and picks a window system. Figures are built and saved on their own,
under matplotlib settings that are fixed for the while, so that the same chart gives the same bytes.
"""
