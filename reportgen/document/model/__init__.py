"""What a briefing is, once everything has been decided and before any file format is thought of.

A :class:`Document` is a tree of frozen values: sections hold blocks (for the report) and slides (for the deck), blocks hold
spans. Writers walk it and decide nothing about content: a number that is not in the document cannot reach a page. This
package imports nothing of the rest, so that every later stage may import it.

Every number is a :class:`Figure` that names the facts behind it. Captions, labels and words such as "Source" are finished
strings in the language of the document.
"""

from reportgen.document.model.blocks import (
    Block as Block,
)
from reportgen.document.model.blocks import (
    Bullets as Bullets,
)
from reportgen.document.model.blocks import (
    Chart as Chart,
)
from reportgen.document.model.blocks import (
    Column as Column,
)
from reportgen.document.model.blocks import (
    Heading as Heading,
)
from reportgen.document.model.blocks import (
    KeyFigure as KeyFigure,
)
from reportgen.document.model.blocks import (
    KeyFigures as KeyFigures,
)
from reportgen.document.model.blocks import (
    Paragraph as Paragraph,
)
from reportgen.document.model.blocks import (
    Table as Table,
)
from reportgen.document.model.charts import (
    ChartForm as ChartForm,
)
from reportgen.document.model.charts import (
    ChartKind as ChartKind,
)
from reportgen.document.model.charts import (
    ChartSpec as ChartSpec,
)
from reportgen.document.model.charts import (
    Point as Point,
)
from reportgen.document.model.charts import (
    PointState as PointState,
)
from reportgen.document.model.charts import (
    Series as Series,
)
from reportgen.document.model.slides import (
    Event as Event,
)
from reportgen.document.model.slides import (
    Slide as Slide,
)
from reportgen.document.model.slides import (
    SlideBlock as SlideBlock,
)
from reportgen.document.model.slides import (
    SlideLayout as SlideLayout,
)
from reportgen.document.model.slides import (
    Timeline as Timeline,
)
from reportgen.document.model.spans import (
    Figure as Figure,
)
from reportgen.document.model.spans import (
    Footnote as Footnote,
)
from reportgen.document.model.spans import (
    NumberKind as NumberKind,
)
from reportgen.document.model.spans import (
    Reference as Reference,
)
from reportgen.document.model.spans import (
    Span as Span,
)
from reportgen.document.model.spans import (
    Spans as Spans,
)
from reportgen.document.model.spans import (
    Text as Text,
)
from reportgen.document.model.spans import (
    words_of as words_of,
)
from reportgen.document.model.whole import (
    Document as Document,
)
from reportgen.document.model.whole import (
    FactRecord as FactRecord,
)
from reportgen.document.model.whole import (
    Labels as Labels,
)
from reportgen.document.model.whole import (
    Official as Official,
)
from reportgen.document.model.whole import (
    Origin as Origin,
)
from reportgen.document.model.whole import (
    Section as Section,
)
