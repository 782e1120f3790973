"""Sheets for paper: stories as one HTML file that needs nothing else, ready for a printer.

Two kinds: every story in full, and for the day itself the cues alone, all on one page. What a
person wrote is escaped: it is shown, never run.
"""

import re
from collections.abc import Mapping, Sequence
from html import escape

from storybuilder.core.story import Part, Story
from storybuilder.core.token import count_words

MOST_CUE_WORDS = 11
"""A cue is read at a glance."""
UNTITLED = "Untitled story"
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")
_NUMBER = re.compile(r"\d")
_COMMON = """
@page { margin: 14mm; }
* { box-sizing: border-box; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0 auto; max-width: 178mm; color: #12181c; background: #fff; line-height: 1.4;
  font: 11pt/1.4 "Source Sans 3", "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
h1, h2, h3, p, dl, dd { margin: 0; }
h1, h2, .said { font-family: "Source Serif 4", Georgia, "Times New Roman", serif; }
h1, h2 { font-weight: 600; overflow-wrap: anywhere; }
p, dd { overflow-wrap: anywhere; white-space: pre-wrap; }
.quiet { color: #4a555c; }
.land { border-left: 3pt solid #12181c; padding-left: 3mm; font-weight: 600; }
@media screen { body { padding: 10mm 4mm; } }
"""
_FULL = """
article { break-after: page; }
article:last-child { break-after: auto; }
h2 { font-size: 20pt; line-height: 1.2; }
h3 { font-size: 10pt; margin: 5mm 0 1mm; break-after: avoid; }
p { orphans: 3; widows: 3; }
.land { margin-top: 4mm; }
.said { font-size: 12pt; }
.quiet + .said { margin-top: 2mm; }
@media screen { article { margin-bottom: 16mm; } }
"""
_CUES = """
@page { margin: 10mm 14mm; }
body { font-size: 9pt; line-height: 1.25; }
h1 { font-size: 13pt; margin-bottom: 2mm; }
h2 { font-size: 11pt; line-height: 1.2; }
article { break-inside: avoid; padding: 1.4mm 0; border-top: 0.5pt solid #9aa5ab; }
.head { display: flex; justify-content: space-between; gap: 4mm; align-items: baseline; }
.head p { flex: none; }
.land { margin: 0.8mm 0; }
dl { display: grid; grid-template-columns: 4mm 1fr 4mm 1fr; column-gap: 2mm; row-gap: 0.4mm; }
dt { font-weight: 700; }
h2, p, dd { overflow: hidden; display: -webkit-box; -webkit-box-orient: vertical;
  -webkit-line-clamp: 2; }
h2 { -webkit-line-clamp: 1; }
"""


def printed_stories(
    stories: Sequence[Story], labels: Mapping[str, str], words_per_minute: int
) -> str:
    """Every story in full, each from the top of a page. `labels` names competencies by id."""
    bodies = [_full(story, labels, words_per_minute) for story in stories]
    return _page("Stories", _FULL, bodies)


def printed_cues(stories: Sequence[Story], labels: Mapping[str, str], words_per_minute: int) -> str:
    """The cues of every story, for the day itself: five to seven stories fill one page."""
    bodies = [_cues(story, labels, words_per_minute) for story in stories]
    return _page("Stories at a glance", _CUES, ["<h1>Stories at a glance</h1>", *bodies])


def cue(text: str) -> str:
    """The words that bring a part back: its first sentence with a figure, else its first, cut."""
    sentences = [one.strip() for one in _SENTENCE_END.split(text) if one.strip()]
    if not sentences:
        return ""
    words = next((one for one in sentences if _NUMBER.search(one)), sentences[0]).split()
    if len(words) <= MOST_CUE_WORDS:
        return " ".join(words)
    return _around_the_figure(words)


def spoken_length(text: str, words_per_minute: int) -> str:
    """How long a text takes to say: "2:05"."""
    minutes, seconds = divmod(round(60 * count_words(text) / words_per_minute), 60)
    return f"{minutes}:{seconds:02d}"


def _around_the_figure(words: Sequence[str]) -> str:
    """As many words as a cue may have, its figure among them; dots where it was cut."""
    at = next((place for place, word in enumerate(words) if _NUMBER.search(word)), 0)
    end = max(MOST_CUE_WORDS, min(len(words), at + 3))
    start = end - MOST_CUE_WORDS
    kept = " ".join(words[start:end])
    opened = f"… {kept}" if start else kept
    return opened if end == len(words) else f"{opened.rstrip('.,;:')} …"


def _page(title: str, style: str, bodies: Sequence[str]) -> str:
    inside = "\n".join(bodies) or "<p>No story yet.</p>"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{title}</title>\n<style>{_COMMON}{style}</style>\n</head>\n"
        f"<body>\n{inside}\n</body>\n</html>\n"
    )


def _full(story: Story, labels: Mapping[str, str], words_per_minute: int) -> str:
    facts = [_competencies(story, labels), story.happened, _length(story, words_per_minute)]
    blocks = [
        f"<h2>{_title(story)}</h2>",
        _paragraph("quiet", " · ".join(fact for fact in facts if fact.strip())),
        _paragraph("said", story.headline),
        _paragraph("land", story.must_land),
    ]
    for part in Part:
        text = story.text_of(part).strip()
        told = _paragraph("said", text) or '<p class="quiet">not written yet</p>'
        blocks.append(f"<h3>{part.value.capitalize()}</h3>\n{told}")
    if story.lesson.strip():
        blocks.append(f"<h3>Lesson</h3>\n{_paragraph('said', story.lesson)}")
    return _article(blocks)


def _cues(story: Story, labels: Mapping[str, str], words_per_minute: int) -> str:
    rows = [
        f"<dt>{part.value[0].upper()}</dt><dd>{_shown(cue(story.text_of(part))) or '–'}</dd>"
        for part in Part
    ]
    facts = [_competencies(story, labels), _length(story, words_per_minute)]
    head = _paragraph("quiet", " · ".join(fact for fact in facts if fact))
    return _article(
        [
            f'<div class="head"><h2>{_title(story)}</h2>{head}</div>',
            _paragraph("land", story.must_land or story.headline),
            f"<dl>{''.join(rows)}</dl>",
        ]
    )


def _article(blocks: Sequence[str]) -> str:
    return "<article>\n" + "\n".join(block for block in blocks if block) + "\n</article>"


def _title(story: Story) -> str:
    return _shown(story.title) or UNTITLED


def _competencies(story: Story, labels: Mapping[str, str]) -> str:
    primary = (story.primary_competency,) if story.primary_competency else ()
    return ", ".join(labels.get(id, id) for id in (*primary, *story.secondary_competencies))


def _length(story: Story, words_per_minute: int) -> str:
    return f"{spoken_length(story.spoken_text, words_per_minute)} spoken"


def _paragraph(kind: str, text: str) -> str:
    shown = _shown(text)
    return f'<p class="{kind}">{shown}</p>' if shown else ""


def _shown(text: str) -> str:
    """Text for HTML: escaped, without controls and halves of characters, which it cannot carry."""
    return escape(re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", "\ufffd", text.strip()))
