"""Grammar and synthetic speech for the micro Whisper test fixture (no torch needed here).

* make_sentence(rng)   -> one random sentence of the limited STAR-interview domain
* Espeak().say(...)    -> 16 kHz float32 audio + true word times (espeak-ng event stream)
* make_recording(...)  -> several sentences joined with pauses, gain and noise, with true word times
"""

import ctypes
import random
import re

import numpy as np

SR = 16000
TOKEN_RE = re.compile(r"[A-Za-z']+|[.,]")

# --------------------------------------------------------------------------------------
# Grammar
# --------------------------------------------------------------------------------------
SLOTS = {
    "role": "project manager|team lead|software engineer|product manager|support engineer|data analyst"
    "|senior developer|sales manager|designer|student",
    "org": "company|startup|bank|hospital|school|store",
    "size": "small|large|big|new|growing",
    "n": "two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty",
    "smalln": "two|three|four|five|six",
    "pct": "five|ten|twelve|fifteen|twenty|twenty five|thirty|thirty five|forty|forty five|fifty|sixty"
    "|seventy|eighty|ninety|one hundred",
    "unit": "days|weeks|months|hours",
    "period": "day|week|month|quarter|year",
    "people": "customers|clients|engineers|developers|users|people|designers|managers|students",
    "person": "manager|client|customer|director|designer|engineer|developer|user",
    "team": "sales team|support team|design team|marketing team|data team|whole team|team|group",
    "money": "{n} thousand dollars|{n} hundred thousand dollars|{n} million dollars|one million dollars"
    "|fifty thousand dollars|half a million dollars",
    "thing": "project|product|website|report|system|database|dashboard|app|release|launch|server|process"
    "|schedule|contract|budget|training|design|code",
    "metric": "sales|revenue|costs|errors|complaints|response time|support calls|customer satisfaction"
    "|downtime|the number of errors|the number of complaints|the number of support tickets",
    "adj": "old|new|slow|important|difficult|complex|simple|internal",
    "bad": "very slow|really slow|behind schedule|over budget|not ready|full of errors|not working well"
    "|hard to use|too expensive|failing every day",
    "feel": "very unhappy|really angry|worried|frustrated|stressed|confused|under a lot of pressure",
    "goal": "reduce {metric} by {pct} percent|increase {metric} by {pct} percent|improve the {thing}"
    "|fix the {adj} {thing}|finish the {thing}|build a new {thing}|test the new {thing}"
    "|deliver the {thing} on time|train the new {people}|lead the {team}|find the root cause"
    "|save the {thing}|keep the {person} happy|plan the {thing}|present the results to the {person}"
    "|solve the problem",
    "act": "met with the {people}|talked to the {team}|talked to {n} {people}|wrote a clear plan"
    "|built a simple dashboard|set up a daily meeting with the {team}|reviewed the data"
    "|found the root cause|fixed the {adj} {thing}|tested the new {thing}|asked my manager for help"
    "|listened to the feedback|trained the new {people}|split the work into small steps"
    "|moved {smalln} engineers to the {thing}|called the client every {period}|changed the {thing}"
    "|created a shared document|explained the risk to my {person}|shared the results with the {team}"
    "|made a list of the most important problems|interviewed {n} {people}|presented the plan to the {person}"
    "|removed the {adj} {thing}|automated the tests|checked every report by hand|worked with the {team}"
    "|wrote {n} new tests|set a clear deadline|looked at the numbers|collected feedback from {n} {people}"
    "|organized a short training|gave each person one clear task",
    "time": "{n} {unit}|one week|one month|the end of the {period}|a few {unit}",
    "in_time": "in {n} {unit}|in one {period}|in less than {n} {unit}|over the next {n} {unit}|in the first {period}",
    "opener": "First|Then|Next|After that|So|Finally|At the same time|Later",
    "lesson": "clear communication is very important|it is better to ask for help early"
    "|small steps are better than big changes|data is more important than opinions"
    "|a good plan can save a lot of time|you have to listen to the customer"
    "|people need time to change|every problem has a simple part"
    "|good feedback makes the team better",
    "filler": "um|uh|like|you know|basically|actually|I mean|well|so",
}

TEMPLATES = {
    "intro": [
        "Let me tell you about a time when our {thing} was {bad}.",
        "I can give you an example from my last job.",
        "A good example is when I was working as a {role} at a {size} {org}.",
        "In my last role, I was a {role} at a {size} {org}.",
        "In my current role, I work as a {role} for a {org}.",
        "About {n} {unit} ago, I was leading a {size} team of {n} {people}.",
        "I was working with a team of {n} {people} on a {size} {thing}.",
        "That is a great question.",
    ],
    "situation": [
        "The situation was that our {thing} was {bad}.",
        "The problem was that the {adj} {thing} was {bad}.",
        "We were losing {n} {people} every {period}.",
        "We were losing {money} every {period}.",
        "Our biggest client was {feel} about the {thing}.",
        "The {team} was {feel}.",
        "The {thing} was {n} {unit} behind schedule.",
        "We had a very tight deadline and a small budget.",
        "The {thing} kept failing during the {period}.",
        "{smalln} of our best {people} had just left the company.",
        "Nobody on the team understood the {adj} {thing}.",
        "At that time, {metric} had gone up by {pct} percent.",
        "At that time, {metric} had gone down by {pct} percent.",
        "The {team} and the {team} did not agree about the {thing}.",
        "It was costing us {money} a {period}.",
    ],
    "task": [
        "My task was to {goal} in {time}.",
        "My task was to {goal} and {goal}.",
        "I was responsible for the {adj} {thing}.",
        "I had to {goal} before the end of the {period}.",
        "My {person} asked me to {goal}.",
        "The goal was to {goal} in {time}.",
        "We needed to {goal} in less than {n} {unit}.",
        "It was my job to {goal}.",
    ],
    "action": [
        "{opener}, I {act}.",
        "{opener}, we {act}.",
        "{opener}, I {act} and {act}.",
        "I {act}.",
        "I {act}, and then I {act}.",
        "Every {period}, we {act}.",
        "I decided to {goal} because the {person} was {feel}.",
        "I also {act}.",
        "Together, we {act}.",
        "When the {thing} was ready, we {act}.",
    ],
    "result": [
        "As a result, we reduced {metric} by {pct} percent {in_time}.",
        "As a result, we increased {metric} by {pct} percent {in_time}.",
        "As a result, {metric} went up by {pct} percent.",
        "As a result, {metric} went down by {pct} percent.",
        "In the end, we finished the {thing} {n} {unit} early.",
        "In the end, we saved the company {money}.",
        "We improved {metric} by {pct} percent {in_time}.",
        "The {person} was very happy and signed a new contract for {money}.",
        "The {team} was proud of the result.",
        "My manager was really impressed, and I was promoted {n} {unit} later.",
        "We delivered the {thing} on time and under budget.",
        "That saved us about {n} {unit} every {period}.",
        "Today, more than {n} hundred {people} use the {thing}.",
    ],
    "reflect": [
        "I learned that {lesson}.",
        "What I learned is that {lesson}.",
        "Looking back, I would {goal} earlier.",
        "Next time, I would ask for feedback earlier.",
        "If I could do it again, I would {goal} first.",
        "I am very proud of that {thing}.",
        "It was a difficult time, but I learned a lot.",
        "A simple plan really helps.",
        "Good {people} need good feedback.",
    ],
    "misc": [
        "She agreed to {goal}.",
        "She uses the {thing} every {period}.",
        "They were able to {goal} without any help.",
        "They review all the reports every morning.",
        "They share one online system.",
        "We had to wait for the other team.",
        "We agreed on a better plan.",
        "We had to automate the {thing} and check all the parts.",
        "I made a mistake in the reports.",
        "I was not able to wait any more.",
        "I asked them to remove any {adj} parts.",
        "The other teams share short lessons and online meetings.",
        "The {thing} failed, and I had to check every error.",
        "Each step really helps the {team}.",
        "That was {n} years ago.",
        "Last year, the {thing} failed {n} days in one month.",
        "More than {n} hundred {people} use it today.",
        "People need time and a clear plan.",
        "Response time was {bad}.",
    ],
}


def _fill(text, rng):
    while True:
        m = re.search(r"\{(\w+)\}", text)
        if not m:
            return text
        text = text[: m.start()] + rng.choice(SLOTS[m.group(1)].split("|")) + text[m.end() :]


def _cap(s):
    return s[0].upper() + s[1:]


def _lower_first(s):
    first = s.split()[0].strip(",.")
    return s if first == "I" else s[0].lower() + s[1:]


def add_fillers(s, rng):
    """um / uh / like / you know / basically ... at the start or inside of a sentence, and restarts."""
    if rng.random() < 0.35:
        s = (
            rng.choice(
                [
                    "Um",
                    "Uh",
                    "So",
                    "So, um",
                    "Well",
                    "Basically",
                    "Actually",
                    "I mean",
                    "Okay, so",
                    "And",
                    "But",
                    "So basically",
                    "You know",
                    "And, uh",
                    "And then",
                    "Yeah, so",
                ]
            )
            + ", "
            + _lower_first(s)
        )
    for _ in range(2):
        words = s.split()
        if rng.random() < 0.28 and len(words) > 4:
            i = rng.randrange(1, len(words) - 1)
            if words[i - 1][-1].isalpha() and words[i][-1].isalpha():
                if rng.random() < 0.75:
                    f = rng.choice(
                        ["um", "uh", "like", "you know", "um", "uh", "I mean", "basically"]
                    )
                    words[i - 1] += ","
                    words.insert(i, f + ",")
                elif rng.random() < 0.5:
                    words.insert(
                        i,
                        rng.choice(
                            [
                                "really",
                                "basically",
                                "actually",
                                "like",
                                "just",
                                "kind of",
                                "sort of",
                            ]
                        ),
                    )
                elif words[i - 1] in ("I", "we", "the", "my", "our", "to", "was"):
                    words[i - 1] += ","
                    words.insert(i, words[i - 1][:-1])
                s = " ".join(words)
    return _cap(s)


def make_sentence(rng, kind=None):
    kind = kind or rng.choice(
        [
            "intro",
            "situation",
            "task",
            "action",
            "action",
            "action",
            "result",
            "result",
            "reflect",
            "misc",
        ]
    )
    return add_fillers(_cap(_fill(rng.choice(TEMPLATES[kind]), rng)), rng)


def tokenize(text):
    return TOKEN_RE.findall(text)


def normalise(text):
    return [w.lower() for w in TOKEN_RE.findall(text) if w[0].isalpha()]


def grammar_words():
    """Every lower-case word the grammar can say (I is kept upper-case)."""
    words = set()
    texts = [t for ts in TEMPLATES.values() for t in ts] + [v for v in SLOTS.values()]
    texts.append(
        "um uh so well basically actually I mean okay and but you know then yeah like really just kind of sort of"
    )
    for t in texts:
        t = re.sub(r"\{\w+\}", " ", t).replace("|", " ")
        words |= {w if w == "I" else w.lower() for w in TOKEN_RE.findall(t) if w[0].isalpha()}
    return sorted(words)


def sentence_starters():
    """Words that may open a sentence, hence also exist with a capital letter."""
    rng = random.Random(0)
    s = {tokenize(make_sentence(rng))[0] for _ in range(20000)}
    return s


AMBIGUOUS = {"two", "to", "for", "four"}  # homophones: never used in word salad


def make_salad(rng, words):
    """Random in-vocabulary word sequence: forces the model to listen instead of guessing from grammar."""
    ws = [rng.choice(words) for _ in range(rng.randrange(4, 10))]
    out = []
    for i, w in enumerate(ws):
        out.append(w + ("," if rng.random() < 0.12 and i < len(ws) - 1 else ""))
    return _cap(" ".join(out)) + "."


# --------------------------------------------------------------------------------------
# espeak-ng through its shared library (gives word times, ~1000x real time)
# --------------------------------------------------------------------------------------
TRAIN_VOICES = [
    "gmw/en-US",
    "gmw/en",
    "gmw/en-US+m3",
    "gmw/en-US+f2",
    "gmw/en+m3",
    "gmw/en+f2",
    "gmw/en-US+m1",
    "gmw/en-US+f4",
    "gmw/en+m7",
    "gmw/en-US+m7",
    "gmw/en+f3",
]


class _Event(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("uid", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_ms", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("string", ctypes.c_char * 8),
    ]


class Espeak:
    def __init__(self):
        self.lib = ctypes.CDLL("libespeak-ng.so.1")
        self._audio, self._events = [], []
        proto = ctypes.CFUNCTYPE(
            ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
        )

        def callback(wav, n, ev):
            if wav and n > 0:
                self._audio.append(np.ctypeslib.as_array(wav, (n,)).copy())
            i = 0
            while ev[i].type != 0:
                self._events.append(
                    (ev[i].type, ev[i].text_position, ev[i].length, ev[i].audio_ms, ev[i].string)
                )
                i += 1
            return 0

        self._cb = proto(callback)
        self.rate = self.lib.espeak_Initialize(2, 0, None, 1)  # synchronous, phoneme events
        self.lib.espeak_SetSynthCallback(self._cb)

    def say(self, text, voice="gmw/en-US", wpm=160, pitch=50):
        """-> audio float32 at 16 kHz, [(token, start_s, end_s)], [(phoneme, start_s, end_s)]"""
        import av

        self._audio.clear(), self._events.clear()
        if self.lib.espeak_SetVoiceByName(voice.encode()) != 0:
            raise ValueError(voice)
        self.lib.espeak_SetParameter(1, int(wpm), 0)
        self.lib.espeak_SetParameter(3, int(pitch), 0)
        b = text.encode()
        self.lib.espeak_Synth(b, len(b) + 1, 0, 1, 0, 1, None, None)
        self.lib.espeak_Synchronize()
        pcm = np.concatenate(self._audio)
        total = len(pcm) / self.rate
        res = av.AudioResampler(format="s16", layout="mono", rate=SR)
        fr = av.AudioFrame.from_ndarray(pcm.reshape(1, -1), format="s16", layout="mono")
        fr.sample_rate = self.rate
        out = [f.to_ndarray().reshape(-1) for f in res.resample(fr) + res.resample(None)]
        audio = np.concatenate(out).astype(np.float32) / 32768.0

        ph = [(e[4].decode("utf8", "ignore"), e[3] / 1000) for e in self._events if e[0] == 7]
        phones = [(p, s, ph[i + 1][1] if i + 1 < len(ph) else total) for i, (p, s) in enumerate(ph)]
        starts = {e[1] - 1: e[3] / 1000 for e in self._events if e[0] == 1}
        toks = [(m.group(), m.start()) for m in TOKEN_RE.finditer(text)]
        words = [[t, starts.get(pos), None] for t, pos in toks]
        widx = [i for i, (t, _) in enumerate(toks) if t[0].isalpha()]
        for k, i in enumerate(widx):  # words espeak merged with a neighbour: share its span evenly
            if words[i][1] is None:
                j = k
                while j < len(widx) and words[widx[j]][1] is None:
                    j += 1
                prev = words[widx[k - 1]][1] if k else 0.0
                nxt = words[widx[j]][1] if j < len(widx) else total
                for q in range(k, j):
                    words[widx[q]][1] = prev + (nxt - prev) * (q - k + 1) / (j - k + 1)
        pauses = [(s, e) for p, s, e in phones if p.startswith("_")]
        for k, i in enumerate(widx):
            s, e = words[i][1], words[widx[k + 1]][1] if k + 1 < len(widx) else total
            inside = [ps for ps, pe in pauses if ps > s + 0.02 and ps < e]
            words[i][2] = min(inside) if inside else e
        for i, w in enumerate(words):  # punctuation covers the pause that follows the word
            if not w[0][0].isalpha():
                w[1] = words[i - 1][2]
                nxt = next((x[1] for x in words[i + 1 :] if x[0][0].isalpha()), total)
                w[2] = max(nxt, w[1])
        return audio, [tuple(w) for w in words], phones


def make_recording(
    esp, sentences, rng, nrng, voice=None, wpm=None, pitch=None, clean=False, long_pause=0.03
):
    """-> audio, segments [{text,start,end,words:[(tok,s,e)],phones}]"""
    voice = voice or rng.choice(TRAIN_VOICES)
    wpm = wpm or rng.uniform(125, 195)
    pitch = pitch if pitch is not None else rng.uniform(30, 72)
    parts, segs, t = [], [], 0.0

    def silence(sec):
        nonlocal t
        n = int(sec * SR)
        parts.append(np.zeros(n, np.float32))
        t += n / SR

    silence(rng.choice([0.0, rng.uniform(0, 0.5), rng.uniform(0, 1.5)]))
    for s in sentences:
        a, words, phones = esp.say(s, voice, wpm + (0 if clean else rng.uniform(-6, 6)), pitch)
        segs.append(
            dict(
                text=s,
                start=t + words[0][1],
                end=t + [w for w in words if w[0][0].isalpha()][-1][2],
                words=[(w, t + b, t + e) for w, b, e in words],
                phones=[(p, t + b, t + e) for p, b, e in phones],
            )
        )
        parts.append(a)
        t += len(a) / SR
        silence(rng.uniform(1.2, 4.0) if rng.random() < long_pause else rng.uniform(0.05, 0.9))
    silence(rng.choice([0.0, rng.uniform(0, 1.5)]))
    x = np.concatenate(parts)
    if not clean:
        x = x * (10 ** rng.uniform(-1.3, 0.0) / max(1e-4, np.abs(x).max()))
        if rng.random() < 0.6:  # microphone noise, white to brown-ish, SNR 12..45 dB
            n = nrng.standard_normal(len(x)).astype(np.float32)
            if rng.random() < 0.5:
                k = rng.choice([2, 4, 8, 16])
                n = np.convolve(n, np.ones(k, np.float32) / k, mode="same")
            rms = np.sqrt(np.mean(x[np.abs(x) > 1e-4] ** 2) + 1e-9)
            x = x + n / n.std() * rms * 10 ** (-rng.uniform(12, 45) / 20)
        x = np.clip(x, -1, 1)
        x = np.round(x * 32767) / 32767  # 16-bit WAV like the app records
    return x.astype(np.float32), segs
