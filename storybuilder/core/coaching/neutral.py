"""Neutral words: what any telling may hold without stating a fact of its own."""

from storybuilder.core.coaching.word_form import root
from storybuilder.core.token import word_set

FUNCTION_WORDS = word_set(
    "a an the this that these those there here it its it's itself he she they them their theirs "
    "him his her hers himself herself themselves we us our ours ourselves i i'm i'd i've i'll me "
    "my mine myself you your yours one ones who whom whose which what when where why how and or "
    "but nor so because as if than then while although though until till since of in on at to "
    "for from with without by about into onto out up down off over under between through during "
    "before after again against per via is am are was were be been being have has had having do "
    "does did done doing will would could should can may might must shall not no yes yeah okay "
    "ok um uh er erm hmm mm well just like very quite rather too everyone everybody nobody none "
    "no-one also even still only both either neither each every any some all such own same other "
    "another else much many more most less least few several enough bit lot lots plenty off away "
    "around along across behind below beneath above within upon towards toward despite except "
    "besides beyond throughout according instead whether whatever whenever wherever however "
    "therefore thus hence meanwhile otherwise yet already ever never now once that's there's "
    "what's let's he's she's they're we're you're we've they've you've we'd they'd he'd she'd "
    "it'd we'll they'll it'll isn't wasn't weren't aren't don't doesn't didn't haven't hasn't "
    "hadn't won't wouldn't can't cannot couldn't shouldn't mustn't e.g i.e etc vs plus minus s t "
    "d ll ve re m"
)
"""Words that hold sentences together."""
_TELLING = word_set(
    # Verbs that carry another: "made a call", "managed to", "had to".
    "be have do get make take give go come put set let keep become turn begin start try use need "
    "want decide manage happen seem involve include mean bring see look find ensure tend act add "
    "lie lay face stay spend "
    # Frames of an answer.
    "situation task action result lesson outcome story example role part goal challenge problem "
    "issue thing something anything everything nothing way kind sort fact point case matter "
    "reason cause question answer step approach experience background context key main important "
    "first second third next last final finally eventually initially originally ultimately "
    "overall later soon afterwards afterward previously subsequently consequently accordingly "
    "instead beforehand meanwhile together altogether furthermore moreover additionally besides "
    "following previous earlier current currently now today then recent recently back new same "
    "different certain particular specific specifically own actual actually real really simply "
    "clear clearly directly exactly basically especially particularly mainly mostly partly fully "
    "completely entirely carefully quickly slowly properly successfully effectively personally "
    "together alone once able possible necessary sure ready main whole full good big small "
    "little large long short great time times moment while period day date place order number "
    "amount level people person one ones man woman someone somebody anyone anybody else work job "
    "use way end side line top half rest lot bit pair couple total single sole entire extra "
    "additional handle deal conduct perform carry undertake complete version due tend worth "
    "holder contain occur exist remain prompt prompted prevent turn turned later ahead upfront "
    "forward accord respectively "
    # How figures move, which the figures themselves are traced by.
    "rate percent percentage average total sum minute hour week month year decade fortnight "
    "quarter weekend second currency euro pound dollar cent kilo kilogram gram metre kilometre "
    "kg km mm cm roughly approximately nearly almost about around exactly just only"
)
NEUTRAL = frozenset(map(root, _TELLING))
"""Stems of words that carry facts without being one."""
STRONG_ADVERBS = word_set(
    "handedly dramatically significantly massively substantially considerably drastically hugely "
    "vastly greatly enormously sharply unanimously singlehandedly brilliantly perfectly "
    "flawlessly enthusiastically happily gratefully warmly proudly publicly secretly angrily "
    "immensely overwhelmingly heavily badly seriously severely immediately instantly "
    "deliberately intentionally reluctantly voluntarily regularly frequently repeatedly "
    "officially illegally falsely wrongly easily barely narrowly loudly"
)
"""Adverbs that say more than how it is told; all others in -ly are neutral."""


_LONGEST_NO_ADVERB = 4
"""Letters: "only" and "fly" are none by their ending."""


def is_neutral(word: str) -> bool:
    """Whether a word in lower case states nothing."""
    if word in STRONG_ADVERBS:
        return False
    if word in FUNCTION_WORDS or root(word) in NEUTRAL:
        return True
    return word.endswith("ly") and len(word) > _LONGEST_NO_ADVERB
