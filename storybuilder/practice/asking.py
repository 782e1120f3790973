"""Asking: the questions there are, the person's own among them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from pathlib import Path

from storybuilder.core.job_description import Wish, wishes_of
from storybuilder.core.question import Bank, Question, QuestionId
from storybuilder.core.question_list import Listed, ListMisfit, listed_questions, question_key
from storybuilder.core.suggestion import Suggester, Suggestion
from storybuilder.errors import QuestionsUnreadable, QuestionUnknown
from storybuilder.ports import Shelf

KEEP_DELETED = timedelta(days=30)
"""How long a deleted question can be restored."""
MOST_TAKEN = 3
"""So many competencies a question has at most when suggestions are accepted unseen."""
LEAST_LIKELY = 0.25
"""A guess below this is not worth accepting unseen."""
TAKEN_SHARE = 0.5
"""A further suggestion is taken from this share of the best one's likelihood on."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One question of a list that is about to be imported."""

    listed: Listed
    suggestions: tuple[Suggestion, ...]
    """Best first; their spans count in `listed.text`."""
    there: Question | None
    """The question that says the same already, if there is one; the list's own first included."""

    @property
    def taken(self) -> tuple[str, ...]:
        """Ids of the competencies that accepting it gives it."""
        return taken(self.suggestions)


@dataclass(frozen=True, slots=True)
class Asking:
    """The built-in bank and the person's questions. Reads what is on disk now.

    Of a question of the bank only its competencies can be changed; that change is kept as a
    question of the same id, so that the bank's words stay those of the program.
    """

    kept: Shelf[Question]
    bank: Callable[[], tuple[Question, ...]]
    read: Callable[[Path], tuple[Listed, ...]]
    """The questions of a file. Raises QuestionsUnreadable."""
    suggest: Suggester
    """The likely competencies of a text, best first."""
    now: Callable[[], datetime]
    new_id: Callable[[], str]

    def listed(self, bank: Bank | None = None, competency: str | None = None) -> list[Question]:
        """Questions in use: the bank's in its order, then the person's in theirs."""
        found = (one for one in self._all() if one.deleted_at is None)
        return [
            one
            for one in found
            if bank in (None, one.bank) and (competency is None or competency in one.competencies)
        ]

    def deleted(self) -> list[Question]:
        """Own questions that can still be restored, last deleted first."""
        gone = [one for one in self._all() if one.deleted_at is not None]
        return sorted(gone, key=lambda one: str(one.deleted_at), reverse=True)

    def question(self, id: QuestionId) -> Question:
        """One question, deleted or not. Raises QuestionUnknown."""
        found = next((one for one in self._all() if one.id == id), None)
        if found is None:
            raise QuestionUnknown(f"there is no question {id}")
        return found

    def add(self, text: str, competencies: Sequence[str] = ()) -> Question:
        """A question of the person's own, at the end of the list."""
        (fresh,) = self._fresh([(text, tuple(competencies))])
        return self.kept.change(fresh.id, lambda _: fresh)

    def edit(self, before: Question, after: Question) -> Question:
        """Save what changed from `before` to `after`; what another window changed stays.

        Of a question of the bank, only its competencies.
        """
        if before.bank != "own":
            return self._tag(before, after.competencies)

        def merged(present: Question | None) -> Question:
            found = present or before
            edits = {
                field.name: getattr(after, field.name)
                for field in fields(Question)
                if getattr(after, field.name) != getattr(before, field.name)
            }
            return replace(found, **edits)

        return self.kept.change(before.id, merged)

    def reset(self, id: QuestionId) -> None:
        """Give a question of the bank its own competencies back."""
        if any(one.id == id for one in self.bank()):
            self.kept.remove(id)

    def delete(self, id: QuestionId) -> None:
        """Delete an own question; it can be restored for KEEP_DELETED."""
        self._set_deleted(id, self.now())

    def restore(self, id: QuestionId) -> None:
        """Undo a deletion."""
        self._set_deleted(id, None)

    def purge_old(self) -> None:
        """Forget questions deleted longer ago than KEEP_DELETED."""
        for one in self.deleted():
            if one.deleted_at is not None and self.now() - one.deleted_at > KEEP_DELETED:
                self.kept.remove(one.id)

    # ------------------------------------------------------------ lists
    def import_list(self, source: str | Path) -> tuple[Incoming, ...]:
        """What a pasted text or a file would bring, in its order. Raises QuestionsUnreadable."""
        found = self.read(source) if isinstance(source, Path) else _pasted(source)
        known = {question_key(one.text): one for one in reversed(self.listed())}
        incoming = []
        for place, one in enumerate(found):
            key = question_key(one.text)
            incoming.append(Incoming(one, self.suggest(one.text), known.get(key)))
            known.setdefault(key, Question(id=QuestionId(f"line-{place}"), text=one.text))
        return tuple(incoming)

    def accept(self, chosen: Iterable[Incoming], *, tagged: bool = True) -> tuple[Question, ...]:
        """Keep what is new of a list, with the suggested competencies or without, in one step."""
        new = [one for one in chosen if one.there is None]
        fresh = self._fresh([(one.listed.text, one.taken if tagged else ()) for one in new])
        self.kept.keep_all(fresh)
        return fresh

    def take_back(self, questions: Iterable[Question]) -> None:
        """Undo what `accept` kept."""
        gone = self.now()
        self.kept.keep_all(replace(one, deleted_at=gone) for one in questions)

    def job_description(self, text: str) -> tuple[Wish, ...]:
        """The competencies that a job description asks for, best first."""
        return wishes_of(text, self.suggest)

    # ------------------------------------------------------------ what is kept
    def _all(self) -> list[Question]:
        bank, kept = self.bank(), {one.id: one for one in self.kept.all()}
        of_bank = [
            replace(one, competencies=kept[one.id].competencies) if one.id in kept else one
            for one in bank
        ]
        built_in = {one.id for one in bank}
        own = [one for one in kept.values() if one.id not in built_in and one.bank == "own"]
        return of_bank + sorted(own, key=lambda one: (one.position, one.id))

    def _fresh(self, given: Sequence[tuple[str, tuple[str, ...]]]) -> tuple[Question, ...]:
        last = max((one.position for one in self.kept.all()), default=0.0)
        return tuple(
            Question(
                id=QuestionId(self.new_id()),
                text=text.strip(),
                competencies=competencies,
                position=last + place,
            )
            for place, (text, competencies) in enumerate(given, 1)
        )

    def _tag(self, of_bank: Question, competencies: tuple[str, ...]) -> Question:
        def tagged(_: Question | None) -> Question:
            return replace(of_bank, competencies=competencies)

        return self.kept.change(of_bank.id, tagged)

    def _set_deleted(self, id: QuestionId, at: datetime | None) -> None:
        def changed(present: Question | None) -> Question:
            if present is None or present.bank != "own":
                raise QuestionUnknown(f"there is no question {id} of your own")
            return replace(present, deleted_at=at)

        self.kept.change(id, changed)


def taken(suggestions: Sequence[Suggestion]) -> tuple[str, ...]:
    """Ids of the competencies that one click accepts: the best, and others about as likely."""
    best = suggestions[0].score if suggestions else 0.0
    least = max(LEAST_LIKELY, best * TAKEN_SHARE)
    return tuple(one.id for one in suggestions[:MOST_TAKEN] if one.score >= least)


def _pasted(text: str) -> tuple[Listed, ...]:
    hint = "paste one question a line."
    try:
        found = listed_questions(text, "txt")
    except ListMisfit as misfit:
        raise QuestionsUnreadable(f"the pasted text {misfit}", hint) from misfit
    if not found:
        raise QuestionsUnreadable("the pasted text holds no questions", hint)
    return found
