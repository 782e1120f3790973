"""The coach's review of a take: point by point with the words it is about, then one change."""

from collections.abc import Iterator

import flet as ft

from storybuilder.core.coaching.answer import Point, PointKind, Review
from storybuilder.core.report import Report
from storybuilder.core.story import Part
from storybuilder.ui.labels import clock
from storybuilder.ui.parts.frame import gap
from storybuilder.ui.parts.marker import marker
from storybuilder.ui.parts.quotation import quotation
from storybuilder.ui.parts.text import heading, text
from storybuilder.ui.probe_words import points_left_out
from storybuilder.ui.quotes_heard import QuotesHeard
from storybuilder.ui.report_rows import spoken_s, standing
from storybuilder.ui.theme import XL, XS, L, M, Palette, S

NOTHING_LEFT = "No point of this review can be shown. Ask again, or go by the report."
LEGEND = "✓ worked   → to change"
MEASURED, OPINION = "Measured", "The coach's one change"
_SIGN = {PointKind.WORKED: "✓", PointKind.CHANGE: "→"}
_SAYS = {PointKind.WORKED: "worked", PointKind.CHANGE: "change"}
_SIGN_WIDTH = 26
_MARKER_WIDTH = 40


def review_view(
    review: Review,
    heard: QuotesHeard | None,
    report: Report | None,
    p: Palette,
    width: float,
    *,
    dropped: int,
) -> ft.Control:
    """What is left of a review. The report's own measures stand first: they are no opinion."""
    rows = _measured(report, p, width)
    if review.points:
        rows += [text(LEGEND, "small", p.soft), gap(L), *_parts(review, heard, p, width)]
    else:
        rows.append(text(NOTHING_LEFT, "body", p.ink, width=width))
    if review.fix:
        rows += [
            gap(XL),
            heading(OPINION, p, "an opinion; what was measured goes first"),
            gap(S),
            text(review.fix, "body", p.ink, width=width),
        ]
    if said := points_left_out(dropped):
        rows += [gap(L), text(said, "small", p.soft, width=width)]
    return ft.Column(rows, spacing=0, tight=True, width=width)


def _measured(report: Report | None, p: Palette, width: float) -> list[ft.Control]:
    if report is None:
        return []
    seconds = spoken_s(report)
    told = f"{clock(seconds)}, {standing(seconds, report.length.target)}."
    rows: list[ft.Control] = [
        heading(MEASURED, p, "by the report, on this computer"),
        gap(S),
        text(told, "body", p.ink, width=width),
    ]
    if report.fix is not None:
        rows.append(text(f"The one fix: {report.fix.message}", "body", p.ink, width=width))
    return [*rows, gap(XL)]


def _parts(
    review: Review, heard: QuotesHeard | None, p: Palette, width: float
) -> Iterator[ft.Control]:
    """The points under the part they are about; a part without one is left out."""
    told = 0
    for part in Part:
        points = [one for one in review.points if one.part is part]
        if not points:
            continue
        if told:
            yield gap(XL)
        told += len(points)
        yield _part(part, points, heard, p, width)


def _part(
    part: Part, points: list[Point], heard: QuotesHeard | None, p: Palette, width: float
) -> ft.Control:
    room = width - _MARKER_WIDTH
    rows: list[ft.Control] = [heading(part.value.capitalize(), p)]
    for one in sorted(points, key=lambda one: one.kind is PointKind.CHANGE):
        rows += [gap(M), _point(one, heard, p, room)]
    side = ft.Container(width=_MARKER_WIDTH, content=ft.Row([marker(part.value, p)]))
    return ft.Row(
        [side, ft.Column(rows, spacing=0, tight=True, width=room)],
        spacing=0,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _point(one: Point, heard: QuotesHeard | None, p: Palette, width: float) -> ft.Control:
    room = width - _SIGN_WIDTH
    worked = one.kind is PointKind.WORKED
    sign = ft.Semantics(
        label=_SAYS[one.kind],
        exclude_semantics=True,
        content=text(_SIGN[one.kind], "strong", p.good if worked else p.ink),
    )
    lines = [
        text(one.says, "body", p.ink, width=room),
        gap(XS),
        quotation(one.quote, heard.link(one.quote, p) if heard else [], p, room),
    ]
    return ft.Row(
        [
            ft.Container(width=_SIGN_WIDTH, content=sign),
            ft.Column(lines, spacing=0, tight=True, width=room),
        ],
        spacing=0,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
