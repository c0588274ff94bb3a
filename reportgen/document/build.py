"""Rendered templates to a :class:`Document`: the stage ``document``.

Blocks whose facts are missing leave themselves out with a notice; so do headings with nothing under them, slides without a fact,
and whole sections in which no figure is left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from reportgen.document.cards import key_figures, timeline
from reportgen.document.context import Context, Omitted, source_names
from reportgen.document.markup import Directive, Node, Page, Title, parse_page
from reportgen.document.model import Block, Bullets, Document, Heading, Paragraph, Section, Slide, SlideBlock, Spans, Timeline
from reportgen.document.outline import number
from reportgen.document.provenance import records
from reportgen.document.slides import inner, note, slide
from reportgen.document.specs import chart
from reportgen.document.tables import table
from reportgen.document.walk import facts_of_block, facts_of_report
from reportgen.errors import DocumentError, did_you_mean
from reportgen.facts.model import Source
from reportgen.narrative.briefing import Briefing
from reportgen.narrative.render import RenderedSection
from reportgen.narrative.scope import Scope
from reportgen.notices import BlockOmitted, Notice, SectionOmitted

BUILDERS: dict[str, Callable[[Directive, Context], SlideBlock]] = {
    "chart": chart,
    "table": table,
    "key-figures": key_figures,
    "timeline": timeline,
    "note": note,
}
"""Directives that make a block; ``slide``, ``notes`` and ``cover`` are structure and handled here."""
ON_A_SLIDE = "write it between ':::: slide' and '::::', or give it only=slides and show it there with ref"


def build(
    rendered: Iterable[RenderedSection], briefing: Briefing, scope: Scope, day: date
) -> tuple[Document, tuple[Notice, ...]]:
    """The finished document of a briefing, and what was left out of it."""
    context = Context(scope)
    sections = [made for part in rendered if (made := _section(part, context))]
    document = Document(
        title=filled(briefing.title, scope),
        subtitle=filled(briefing.subtitle, scope),
        author=filled(briefing.author, scope),
        date=day,
        date_text=context.words.date_text(day),
        language=scope.language,
        year=scope.year,
        sections=number(sections, context.words),
        labels=context.words.LABELS,
        opening=context.opening,
    )
    sources, names = _sources(document, scope), _names(briefing, scope)
    document = replace(document, sources=sources, subject=document.subtitle, facts=records(document, scope), names=names)
    return document, tuple(context.notices)


def _names(briefing: Briefing, scope: Scope) -> tuple[str, ...]:
    """The names that the dataset and the briefing list."""
    return tuple(dict.fromkeys((*scope.dataset.names, *briefing.names)))


def filled(text: str, scope: Scope) -> str:
    """The text with ``{place}`` and ``{year}`` filled in."""
    return text.replace("{place}", scope.wording.named(scope.dataset.home.name)).replace("{year}", str(scope.year))


def _sources(document: Document, scope: Scope) -> tuple[str, ...]:
    """A line for each source that the document rests on."""
    shorts = source_names(scope, facts_of_report(document))
    return tuple(_source_line(source, scope) for source in scope.dataset.sources.values() if source.short in shorts)


def _source_line(source: Source, scope: Scope) -> str:
    parts = (
        source.short,
        source.publisher,
        source.writer,
        scope.wording.period_label(source.published) if source.published else "",
    )
    return scope.wording.COMMA.join(part for part in parts if part)


def _section(part: RenderedSection, context: Context) -> Section | None:
    """The section of a template; none where it says no figure, unless its front matter wants it ``always`` (notes on the data)."""
    page = parse_page(part.markdown, part.template, context.wording.LINE_JOINT)
    blocks, slides = _Assembly(page, part, context).run()
    blocks = _without_empty_headings(blocks)
    ids = [id_ for block in blocks for id_ in facts_of_block(block)]
    if not ids and not (blocks and page.settings.get("always")):
        context.notices.append(SectionOmitted(part.key, context.scope.year))
        return None
    return Section(part.key, "", str(page.settings.get("title", part.key)), "", blocks, slides)


class _Assembly:
    """One section's nodes in order: blocks for the report, slides for the deck, the script from what stood before each slide."""

    def __init__(self, page: Page, part: RenderedSection, context: Context) -> None:
        self.page = page
        self.part = part
        self.context = context
        self.blocks: list[Block] = []
        self.slides: list[Slide] = []
        self.script: list[Spans] = []

    def run(self) -> tuple[tuple[Block, ...], tuple[Slide, ...]]:
        for node in self.page.nodes:
            self._add(node)
        return tuple(self.blocks), tuple(self.slides)

    def _add(self, node: Node) -> None:
        if isinstance(node, Directive) and node.name == "slide":
            self._add_slide(node)
        elif isinstance(node, Directive) and node.name == "cover":
            self.context.opening = self.context.opening or node.spans
        elif (block := self._block(node)) and not _for_slides(node):
            if isinstance(block, Timeline):
                raise DocumentError("a timeline stands on a slide only", place=self.part.template, hint=ON_A_SLIDE)
            self.blocks.append(block)
            self.context.said.update(facts_of_block(block))
            if isinstance(block, Paragraph):
                self.script.append(block.spans)

    def _block(self, node: Node) -> Block | SlideBlock | None:
        match node:
            case Title():
                return Heading(min(max(node.level, 2), 3), "", node.spans, "")
            case Paragraph():
                return node if node.spans else None
            case Bullets():
                items = tuple(item for item in node.items if item)
                return Bullets(items, node.ordered) if items else None
        return self._directive(node)

    def _directive(self, directive: Directive) -> SlideBlock | None:
        if shown := directive.attributes.get("ref"):
            return self.context.anchored.get(shown)
        if directive.name == "notes":
            raise DocumentError("'::: notes' stands on a slide only", place=directive.place, hint=ON_A_SLIDE)
        if directive.name not in BUILDERS:
            known = (*BUILDERS, "slide", "notes", "cover")
            hint = did_you_mean(directive.name, known, otherwise=f"the directives are {', '.join(known)}")
            raise DocumentError(f"unknown directive '::: {directive.name}'", place=directive.place, hint=hint)
        try:
            block = BUILDERS[directive.name](directive, self.context)
        except Omitted as why:
            self._omitted(directive, str(why))
            return None
        if directive.anchor in self.context.anchored:
            hint = "give each chart and table a name of its own"
            raise DocumentError(f"the name '#{directive.anchor}' is given twice", place=directive.place, hint=hint)
        if directive.anchor:
            self.context.anchored[directive.anchor] = block
        return block

    def _omitted(self, directive: Directive, why: str) -> None:
        what = f"{directive.name} '{directive.anchor or directive.attributes.get('caption') or directive.attributes.get('kind', '')}'"
        self.context.notices.append(BlockOmitted(directive.place, what, why))

    def _add_slide(self, directive: Directive) -> None:
        """A slide with notes of its own leaves what was said before it to the next one."""
        blocks: list[SlideBlock] = []
        script: tuple[Spans, ...] = ()
        for node in inner(directive):
            if isinstance(node, Directive) and node.name == "notes":
                script = tuple(part.spans for part in node.body if isinstance(part, Paragraph))
            elif block := self._block(node):
                blocks.append(block)  # type: ignore[arg-type]
        if not script:
            script, self.script = tuple(self.script), []
        try:
            self.slides.append(slide(directive, self.context, tuple(blocks), script, str(self.page.settings.get("title", ""))))
        except Omitted as why:
            self._omitted(directive, str(why))


def _for_slides(node: Node) -> bool:
    """Whether a block is made for slides to show by ``ref`` and says too little that is new for the report (``only=slides``)."""
    return isinstance(node, Directive) and node.attributes.get("only") == "slides"


def _without_empty_headings(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Drop headings that nothing follows before the next heading of their level or above."""
    kept: list[Block] = []
    for block in reversed(blocks):
        last = kept[-1] if kept else None
        empty = isinstance(block, Heading) and (last is None or (isinstance(last, Heading) and last.level <= block.level))
        if not empty:
            kept.append(block)
    return tuple(reversed(kept))
