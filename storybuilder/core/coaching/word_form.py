"""Word forms: what the forms of one word share, so that "chose" and "choice" are the same fact.

On top of the stems of core/suggesting stand the irregular verbs, comparatives and the nouns of
everyday verbs. Nothing is cut further than that: a stemmer that makes one of "universe" and
"university", as Porter's does, would let an invention pass.
"""

from functools import lru_cache

from storybuilder.core.suggesting.stem import stem
from storybuilder.core.token import word_set

_VERBS = (
    "arise arose arisen, awake awoke, be am is are was were been being isn't wasn't aren't "
    "weren't, beat beaten, become became, begin began begun, bend bent, bet, bind bound, bite "
    "bit bitten, bleed bled, blow blew blown, break broke broken, bring brought, build built, "
    "burn burnt, buy bought, catch caught, choose chose chosen choice, come came, cost, cut, "
    "deal dealt, dig dug, do did done does, draw drew drawn, drink drank drunk, drive drove "
    "driven, eat ate eaten, fall fell fallen, feed fed, feel felt feeling, fight fought, find "
    "found, flee fled, fly flew flown, forbid forbade forbidden, forget forgot forgotten, "
    "forgive forgave forgiven, freeze froze frozen, get got gotten, give gave given, go went "
    "gone goes, grow grew grown growth, hang hung, have has had, hear heard, hide hid hidden, "
    "hit, hold held, hurt, keep kept, know knew known knowledge, lay laid, lead led, lean leant, "
    "learn learnt, leave left, lend lent, let, lie lied, light lit, lose lost loss losses, make "
    "made, mean meant meaning, meet met meeting meetings, mislead misled, mistake mistook "
    "mistaken, overcome overcame, overhear overheard, oversee oversaw overseen, pay paid "
    "payment, put, quit, read, rebuild rebuilt, redo redid redone, rewrite rewrote rewritten, "
    "ride rode ridden, ring rang rung, rise rose risen, run ran, say said, see saw seen, seek "
    "sought, sell sold sale sales, send sent, set, shake shook shaken, shine shone, shoot shot, "
    "show showed shown, shrink shrank shrunk, shut, sing sang sung, sink sank sunk, sit sat, "
    "sleep slept, speak spoke spoken, spell spelt, spend spent, spill spilt, split, spread, "
    "stand stood, steal stole stolen, stick stuck, strike struck stricken, swear swore sworn, "
    "swim swam swum, swing swung, take took taken, teach taught, tear tore torn, tell told, "
    "think thought, throw threw thrown, understand understood, undo undid undone, upset, wake "
    "woke woken, wear wore worn, win won, withdraw withdrew withdrawn, write wrote written, "
    "outgrow outgrew, resell resold, mislay mislaid, misread, underpay underpaid, break-down, "
    "weep wept, creep crept, sweep swept, leap leapt, dream dreamt, kneel knelt, bear bore borne"
)
_FAMILIES = (
    "decide decision, analyse analysis analyze analyses analytic, apply application applicant "
    "reapply, explain explanation, reduce reduction, produce production, respond response, "
    "complain complaint, fail failure, save saving, move movement, die died dies dying death "
    "deaths dead, arrive arrival, refuse refusal, approve approval, deliver delivery, discover "
    "discovery, recover recovery, advise advice, train training, warn warning, succeed success "
    "successful, try trial, serve service, weigh weight, high height, long length lengthen "
    "lengthy, short shorten, wide width widen, strong strength strengthen, deep depth, hot heat, "
    "angry anger angered angrily, ill illness, safe safety, able ability, responsible "
    "responsibility, describe description, solve solution, resolve resolution, permit "
    "permission, admit admission, conclude conclusion, confuse confusion, extend extension, "
    "expand expansion, compare comparison, propose proposal, accept acceptance, perform "
    "performance, appear appearance, assist assistance, attend attendance, differ difference, "
    "prefer preference, refer reference, exist existence, depend dependence, insist insistence, "
    "inspect inspection inspector, invent invention, invite invitation, cancel cancelled "
    "cancelling cancellation, remove removal, renew renewal, rent rental, repeat repetition, "
    "register registration, reserve reservation, resist resistance, sign signature, store "
    "storage, use used using uses usage useful, value valuable, vary variety variation, verify "
    "verification, confirm confirmation, simple simplify, clear clarity clarify, quick quickly, "
    "easy ease, real reality, accurate accuracy, urgent urgency, frequent frequency, patient "
    "patience, present presence presentation, absent absence, silent silence, confident "
    "confidence, important importance, private privacy, critical criticise criticize criticism, "
    "apology apologise apologize, economy economic, science scientific, history historic "
    "historical, music musical, type typing, sort sorting, clean cleaning cleaner cleaners, "
    "interrupt interruption, pressure press, consume consumption, reject rejection, receive "
    "receipt reception receptionist, close closure, expose exposure, proud pride, true truth, "
    "free freedom, wise wisdom, bore boredom, hungry hunger, thirsty thirst, lazy laziness, "
    "shame ashamed, robot robotic, finance financial, environment environmental, department "
    "departmental, region regional, nation national, person personal, culture cultural, nature "
    "natural, tradition traditional, profession professional, education educate educational, "
    "medicine medical, surgery surgical surgeon, electric electrical electricity electrician, "
    "mechanic mechanical, chemist chemistry chemical, bankrupt bankruptcy, expert expertise, "
    "organise organize organisation organization, operate operation operator, month monthly, "
    "week weekly, day daily, year yearly, quarter quarterly, hour hourly, night nightly "
    "overnight, prepare preparation, pilot piloted, trust trustworthy, rely reliable "
    "reliability, memory memorise memorize, believe belief, lunch lunchtime, home hometown, "
    "friend friendly friendship, sick sickness, apprentice apprenticeship, mis-read misread, "
    "beforehand before, afterwards afterward after"
)
_ADJECTIVES = word_set(
    "big small large high low long short fast slow quick cheap clean clear close cold dark deep "
    "early easy fair few full great happy hard heavy hot late light loud narrow near new old poor "
    "quiet rich safe simple soft strong tall tight warm weak wide young kind smart fit calm busy "
    "angry"
)
_IRREGULAR_GRADES = "good better best, bad worse worst, far further furthest farther"


def _bases(listed: str) -> dict[str, str]:
    """Each form with the first of its family."""
    families = [family.split() for family in listed.split(", ")]
    return {form: family[0] for family in families for form in family[1:]}


def _graded() -> dict[str, str]:
    """ "bigger" and "biggest" are "big", "earlier" is "early"."""
    found = _bases(_IRREGULAR_GRADES)
    for word in _ADJECTIVES:
        root = word[:-1] + "i" if word.endswith("y") else word.removesuffix("e")
        doubled = root + root[-1] if word in ("big", "hot", "fit") else root
        found |= {f"{doubled}er": word, f"{doubled}est": word}
    return found


GRADED = _graded()
"""Comparatives and superlatives with their adjective."""
_BASE_OF = _bases(_FAMILIES) | _bases(_VERBS) | GRADED
_ENDINGS = ("ion", "ance", "ence", "ity", "ive")
_LEAST_LEFT = 5
"""Letters that must be left: "station" and "state" are not one word."""


@lru_cache(maxsize=20_000)
def root(word: str) -> str:
    """What the forms of a word in lower case share: "told", "tells" and "telling" are "tell"."""
    plain = word.removesuffix("'s").removesuffix("n't").replace("'", "")
    cut = _single(stem(_BASE_OF.get(plain, plain)))
    base = _BASE_OF.get(cut) or _STEM_OF.get(cut)
    if base is not None:
        cut = stem(base)
    for ending in _ENDINGS:
        if cut.endswith(ending) and len(cut) - len(ending) >= _LEAST_LEFT:
            return cut.removesuffix(ending)
    return cut


def _single(cut: str) -> str:
    """ "cancell" and "controll" of "cancelled" and "controlled"."""
    return cut[:-1] if cut.endswith("ll") and len(cut) > _LEAST_LEFT else cut


_STEM_OF = {stem(form): base for form, base in _BASE_OF.items() if len(stem(form)) > 3}
"""The plural of a family's noun belongs to it: "decisions" as "decision"."""
