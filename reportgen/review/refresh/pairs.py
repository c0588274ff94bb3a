"""Which passage is which: those of a file against the ones made anew, and against its paragraphs as they are now.

A passage with figures is known by what they are figures of, one without by its words; a cell that says nothing but a dash is known by its
neighbours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from reportgen.review.pairing import likeness, paired
from reportgen.review.refresh.tokens import series
from reportgen.writers.manifest import Passage

SHORT = 24
"""Characters of a cell or label, of which a few words in common say nothing."""


def renewed(old: Sequence[Passage], new: Sequence[Passage]) -> dict[int, int]:
    """Which passage made anew is which old one: index of the old to index of the new.

    Passages of one place are laid beside one another first, then what is left of one kind, wherever it stands. The numbers of
    slides in a contents slide are left out: a deck that was edited has its own.
    """
    old, new = ([_PAGES if _is_page(passage) else passage for passage in version] for version in (old, new))
    found: dict[int, int] = {}
    for key in (lambda passage: passage.place, lambda passage: kind(passage.place)):
        olds, news = _by(key, old, found), _by(key, new, set(found.values()))
        for place, indices in olds.items():
            found.update(_aligned(old, new, indices, news.get(place, [])))
    return found


_PAGES = Passage("page", ())


def _is_page(passage: Passage) -> bool:
    return " Page " in passage.place and passage.text.isdigit()


def kind(place: str) -> str:
    """What sort of text a place is: ``body``, ``footnote``, ``alt``, ``notes``, or that of a shape.

    >>> kind("alt 图1"), kind("growth-1/alt growth-1 Chart"), kind("growth-1/notes"), kind("growth-1/growth-1 Points")
    ('alt', 'alt', 'notes', 'shape')
    """
    _, slash, name = place.rpartition("/")
    if name.startswith("alt "):
        return "alt"
    return name if not slash or name == "notes" else "shape"


def _by(key: object, passages: Sequence[Passage], done: Iterable[int]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    taken = set(done)
    for index, passage in enumerate(passages):
        if index not in taken:
            found[key(passage)].append(index)  # type: ignore[operator]
    return found


def _aligned(
    old: Sequence[Passage], new: Sequence[Passage], olds: Sequence[int], news: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """The pairs of two stretches: what has the same sense in order, and in the gaps what is alike or in the same place."""
    senses = [_sense(old[index]) for index in olds], [_sense(new[index]) for index in news]
    for tag, a, b, c, d in SequenceMatcher(None, *senses, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from zip(olds[a:b], news[c:d], strict=True)
        elif tag == "replace":
            yield from _in_gap(old, new, olds[a:b], news[c:d])


def _in_gap(
    old: Sequence[Passage], new: Sequence[Passage], olds: Sequence[int], news: Sequence[int]
) -> Iterator[tuple[int, int]]:
    if len(olds) == len(news) and all(_may_be(old[here], new[there]) for here, there in zip(olds, news, strict=True)):
        yield from zip(olds, news, strict=True)
        return
    texts = [old[index].text for index in olds], [new[index].text for index in news]
    for there, here in paired(*texts).items():
        if _may_be(old[olds[here]], new[news[there]]):
            yield olds[here], news[there]


def _may_be(one: Passage, other: Passage) -> bool:
    """Whether one passage may have become the other: figures of the same series, or much the same words."""
    first, second = _series(one), _series(other)
    if first and second and min(len(one.text), len(other.text)) <= SHORT:
        return bool(set(first) & set(second))
    if bool(first) != bool(second) and min(len(one.text), len(other.text)) <= SHORT:
        return (one if second else other).text in _NOTHING
    return likeness(one.text, other.text) >= (_LEAST if set(first) & set(second) or not first else _ALIKE)


_LEAST, _ALIKE = 0.3, 0.6
_NOTHING = ("—", "–", "-", "")
"""What stands in a cell for which there is no figure."""


def _series(passage: Passage) -> tuple[str, ...]:
    return tuple(series(piece.facts[0]) for piece in passage.pieces if piece.facts)


def _sense(passage: Passage) -> Hashable:
    return _series(passage) or "".join("#" if char.isdigit() else char for char in passage.text)


# --- as they are now -------------------------------------------------------------------------------------------------------


def origins(
    written: Sequence[Passage], places: Sequence[str], texts: Sequence[str], names: Sequence[Sequence[str]]
) -> list[list[int]]:
    """Of which passages each paragraph of the file was made, mostly one; none of one that a person wrote.

    ``names`` are those of the numbers in each paragraph: where there are some, they tell. A paragraph that was split or copied has the
    same passage twice. Others are found by their place and text.
    """
    holder = {piece.id: index for index, passage in enumerate(written) for piece in passage.pieces if piece.id}
    found = [list(dict.fromkeys(holder[name] for name in own if name in holder)) for own in names]
    taken = {index for own in found for index in own}
    for key in (str, kind):
        rest = [index for index in range(len(texts)) if not found[index]]
        by_place: dict[str, list[int]] = defaultdict(list)
        for index in rest:
            by_place[key(places[index])].append(index)
        for place, indices in by_place.items():
            olds = [index for index, passage in enumerate(written) if index not in taken and key(passage.place) == place]
            for there, here in paired([written[index].text for index in olds], [texts[index] for index in indices]).items():
                found[indices[there]] = [olds[here]]
                taken.add(olds[here])
    return found
