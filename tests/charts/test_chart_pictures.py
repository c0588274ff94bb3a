"""The finished picture: the same bytes for the same chart, at print quality, whatever the machine is set to."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import matplotlib
import pytest
from chart_samples import GALLERY
from lxml import etree
from PIL import Image

from reportgen.charts.draw import draw
from reportgen.charts.size import PAGE, SLIDE, Size

PRELUDE = "import sys; from chart_samples import GALLERY; from reportgen.charts.draw import draw; from reportgen.charts.size import PAGE; "
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("name", ["revenue", "three places", "specialised firms", "completion"])
def test_the_same_chart_gives_the_same_bytes(name: str) -> None:
    assert draw(GALLERY[name], PAGE) == draw(GALLERY[name], PAGE)


def printed(script: str, **environment: str) -> str:
    """What a new Python prints."""
    environment["PYTHONPATH"] = os.pathsep.join(sys.path)
    return subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, check=True, text=True
    ).stdout.strip()


def test_another_process_gives_the_same_bytes() -> None:
    script = PRELUDE + "import hashlib; p = draw(GALLERY['revenue'], PAGE); print(hashlib.sha256(p.png + p.svg).hexdigest())"
    assert printed(script, PYTHONHASHSEED="1") == printed(script, PYTHONHASHSEED="2")


def test_charts_drawn_at_the_same_time_come_out_as_if_drawn_alone() -> None:
    names = ["revenue", "completion", "three places", "english"] * 2
    alone = [draw(GALLERY[name], PAGE) for name in names]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda name: draw(GALLERY[name], PAGE), names)) == alone


def test_settings_of_the_user_change_nothing_and_are_left_as_they_were() -> None:
    usual = draw(GALLERY["revenue"], PAGE)
    theirs = {
        "svg.fonttype": "none",
        "text.hinting": "force_autohint",
        "path.sketch": (1, 100, 2),
        "savefig.transparent": True,
        "text.usetex": False,
    }
    with matplotlib.rc_context(theirs):
        assert draw(GALLERY["revenue"], PAGE) == usual
        assert matplotlib.rcParams["svg.fonttype"] == "none"


def test_pyplot_is_never_loaded() -> None:
    assert printed(PRELUDE + "draw(GALLERY['crowd'], PAGE); print('matplotlib.pyplot' in sys.modules)") == "False"


@pytest.mark.parametrize("module", ["size", "theme", "words", "fonts", "breaking"])
def test_what_writers_ask_for_comes_without_matplotlib(module: str) -> None:
    assert printed(f"import sys, reportgen.charts.{module}; print('matplotlib' in sys.modules)") == "False"


def test_the_bitmap_has_print_resolution_and_the_size_that_the_picture_says() -> None:
    picture = draw(GALLERY["completion"], SLIDE)
    image = Image.open(io.BytesIO(picture.png))
    assert min(image.info["dpi"]) >= 200
    assert (picture.width, picture.height) == (pytest.approx(30.0 * 360_000, abs=500), pytest.approx(12.6 * 360_000, abs=500))
    assert image.width / 220 * 914_400 == pytest.approx(picture.width, rel=0.002)
    assert image.mode == "RGB"
    assert set(image.info) == {"dpi"}


def test_the_drawing_is_as_large_as_the_bitmap_and_needs_no_font_clip_or_pattern() -> None:
    picture = draw(GALLERY["revenue"], Size(15.4, 8.0, "page"))
    root = etree.fromstring(picture.svg)
    assert [float(root.get(side).removesuffix("pt")) * 12_700 for side in ("width", "height")] == [
        pytest.approx(picture.width, rel=1e-5),
        pytest.approx(picture.height, rel=1e-5),
    ]
    found = {element.tag.removeprefix(SVG) for element in root.iter(f"{SVG}*")}
    assert found.isdisjoint({"text", "image", "pattern", "clipPath"})


def test_neither_date_nor_program_is_written_into_the_drawing() -> None:
    svg = draw(GALLERY["revenue"], PAGE).svg.decode()
    assert "matplotlib.org" not in svg
    assert "dc:date" not in svg
