"""A report as the JSON document that scripts read (schema 1)."""

from storybuilder.core.delivery import Delivery
from storybuilder.core.drafted import Drafted
from storybuilder.core.drafts.beat import Beat
from storybuilder.core.drafts.must_land import MustLand
from storybuilder.core.findings.finding import Finding
from storybuilder.core.parts.part_measure import PartMeasure
from storybuilder.core.quantities.quantity import Quantity
from storybuilder.core.report import Report
from storybuilder.core.sentence import LabelledSentence
from storybuilder.core.voice import Span

SCHEMA = 1
Document = dict[str, object]
"""JSON: strings, numbers, booleans, None, lists and dicts of these."""


def report_document(report: Report) -> Document:
    """The whole report, in the order and with the names of schema 1."""
    return {
        "schema": SCHEMA,
        "file": report.file,
        "words": report.words,
        "duration_s": _rounded(report.duration_s),
        "estimated_duration_s": round(report.estimated_duration_s, 1),
        "length": {
            "target_s": [report.length.target.low_s, report.length.target.high_s],
            "verdict": report.length.verdict,
        },
        "sentences": [_sentence(sentence) for sentence in report.sentences],
        "parts": {part.value: _part(measure) for part, measure in report.parts.items()},
        "missing": [part.value for part in report.missing],
        "quantities": [_quantity(quantity) for quantity in report.quantities],
        "quantified_result": report.quantified_result,
        "delivery": _delivery(report.delivery),
        "ownership": {
            "i": report.ownership.i,
            "we": report.ownership.we,
            "i_share": _rounded(report.ownership.i_share),
        },
        "drafted": _drafted(report.drafted) if report.drafted else None,
        "findings": [_finding(finding) for finding in report.findings],
        "text": report.text,
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


def _sentence(labelled: LabelledSentence) -> Document:
    return {
        "text": labelled.sentence.text,
        "start_char": labelled.sentence.start_char,
        "end_char": labelled.sentence.end_char,
        "start_s": _rounded(labelled.start_s),
        "end_s": _rounded(labelled.end_s),
        "part": labelled.part.value if labelled.part else "other",
        "confidence": labelled.confidence,
    }


def _part(measure: PartMeasure) -> Document:
    return {
        "present": measure.present,
        "words": measure.words,
        "seconds": _rounded(measure.seconds),
        "share": _rounded(measure.share),
        "verdict": measure.verdict,
    }


def _quantity(quantity: Quantity) -> Document:
    return {
        "text": quantity.text,
        "start_char": quantity.start_char,
        "end_char": quantity.end_char,
        "kind": quantity.kind,
        "is_result": quantity.is_result,
    }


def _delivery(delivery: Delivery) -> Document:
    return {
        "words_per_minute": _rounded(delivery.words_per_minute),
        "fillers": [
            {"text": f.text, "start_char": f.start_char, "start_s": _rounded(f.start_s)}
            for f in delivery.fillers
        ],
        "fillers_per_minute": _rounded(delivery.fillers_per_minute),
        "possible_fillers": [_seconds(sound) for sound in delivery.possible_fillers],
        "long_pauses": [_seconds(pause) for pause in delivery.long_pauses],
        "speaking_share": _rounded(delivery.speaking_share),
    }


def _seconds(span: Span) -> Document:
    return {"start_s": _rounded(span.start_s), "end_s": _rounded(span.end_s)}


def _drafted(drafted: Drafted) -> Document:
    """Figures come before names; a beat is a whole sentence, so it has a list of its own."""
    return {
        "said": [*drafted.said, *drafted.names_said],
        "missed": [*drafted.missed, *drafted.names_missed],
        "changed": [{"drafted": c.drafted, "said": c.said} for c in drafted.changed],
        "beats": [_beat(beat) for beat in drafted.beats],
        "must_land": _must_land(drafted.must_land) if drafted.must_land else None,
    }


def _beat(beat: Beat) -> Document:
    start, end = beat.span or (None, None)
    return {
        "text": beat.text,
        "part": beat.part.value,
        "said": beat.said,
        "start_char": start,
        "end_char": end,
    }


def _must_land(line: MustLand) -> Document:
    return {
        "drafted": line.drafted,
        "verdict": line.landing,
        "said": line.said,
        "start_char": line.start_char,
    }


def _finding(finding: Finding) -> Document:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "evidence": [list(span) for span in finding.evidence],
        "source": finding.source,
    }
