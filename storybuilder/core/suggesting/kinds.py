"""Kinds of words: what interviewers and storytellers say when they speak of a competency.

Words and phrases of one line mean much the same to the model, so that it also understands those it
never saw in training. The lists are the project's own. Phrases are compared by their stems and
without articles and possessives: "win over your boss" is found in "he won over my boss".
"""

from collections.abc import Mapping

KINDS: Mapping[str, Mapping[str, str]] = {
    "leadership": {
        "lead": "lead, leader, leadership, lead by example, head up, at the helm, spearhead, "
        "oversee, oversaw, supervise, run the team, captain, chair, in charge, take charge, "
        "take the lead, step up, acting head, foreman, shift lead, takes over as, follower",
        "delegate": "delegate, delegation, hand over a task, hand work, each one job, assign, "
        "divide the work, share out the work, share work out, allocate tasks, hand out jobs, "
        "hand off, let go of a task",
        "motivate": "motivate, motivation, inspire, rally, morale, energise, encourage, spirits, "
        "keep going, lose heart, demotivated, unmotivated, burnt out, get the best out of",
        "direction": "vision, set the direction, gave a direction, strategy, strategic, one goal, "
        "call the shots, make the call, unpopular decision, tough call, hard call, "
        "someone to decide, looked to me, looking to you, everyone looked at",
        "manage": "manage a team, managed people, managing people, direct report, people manager, "
        "subordinate, management style, leadership style, employee, employees, underperform, "
        "underperformance, underperforming, under-performing, poor performer, low performer, "
        "not performing, not meeting expectations, hold accountable, accountable, accountability, "
        "former peers, worked for you, manage others",
        "crowd": "crew, squad, platoon, volunteers, staff, committee, department, whole team",
    },
    "teamwork": {
        "team": "team, teammate, team player, teamwork, team member, group project, group work, "
        "group, part of a team, in a team, on a team, alone or in a team",
        "together": "together, collaborate, collaboration, collaborative, cooperate, cooperation, "
        "partner with, partnership, jointly, join forces, work with others, work well with, "
        "work alongside, side by side, between us, both of us, two of us, three of us, "
        "share the work, common goal, shared goal, team up, pair, swap, rely on each other, "
        "depend on each other, relied on somebody, depended on somebody, build relationships, "
        "relationship, working relationship, everyone pitched in, ask for help, asked for help",
        "cross": "cross-functional, cross-team, other department, other departments, other teams, "
        "another team, another department, across teams, across departments, different teams, "
        "different departments, interdisciplinary, multidisciplinary, silo, other disciplines, "
        "different disciplines, other functions, different functions",
        "colleague": "colleague, coworker, co-worker, workmate, peer, classmate, counterpart, "
        "co-teacher, roommate, flatmate, partner",
        "support": "help out, help a colleague, helped a coworker, support a colleague, "
        "cover for, pitch in, chip in, lend a hand, help others, help a teammate, help someone, "
        "support others, slack, fallen behind, was swamped, supported a teammate",
        "far": "remote, remotely, time zone, timezone, distributed team, another country, "
        "other countries, culture, cultural, cross-cultural, abroad, international, "
        "different background, working style, different style, different personalities",
    },
    "conflict": {
        "disagree": "disagree, disagreement, differ, difference of opinion, different opinion, "
        "differing opinions, opposing view, different views, not agree, didn't agree, "
        "don't agree, eye to eye, at odds, see it differently, saw it differently, "
        "saw something differently, see things differently, oppose, object, objection, "
        "disagree and commit, argued against, challenge a decision, challenge your opinion, "
        "challenge your boss, challenged a senior, thought was wrong, wanted different things, "
        "opposite things, wanted the opposite",
        "clash": "conflict, dispute, argue, argument, clash, quarrel, row, feud, friction, "
        "tension, tense, heated, confront, confrontation, fight, fall out, standoff, stand-off, "
        "hostile, hostility, resent, resentment, bad blood, rift, shout, yell, grudge, bicker, "
        "not speak to each other, stopped speaking, not speaking, ill feeling, turn sour, "
        "personality clash, out of hand, wronged, insult",
        "difficult": "difficult person, difficult people, difficult colleague, "
        "difficult coworker, difficult co-worker, difficult team member, difficult boss, "
        "difficult manager, difficult relationship, difficult personality, difficult to work, "
        "difficult teammate, difficult stakeholder, challenging person, challenging coworker, "
        "challenging colleague, challenging behaviour, hard to work with, hardest person, "
        "someone you found difficult, tough to work with, get along, get on with, not get on, "
        "didn't get on, did not like, didn't like, dislike, rude, aggressive, abrasive, stubborn, "
        "toxic, annoying, annoyed, irritate, uncooperative, unhelpful, bully, undermine, blames, "
        "blamed, behind back, difficult individual, problem with a coworker, "
        "issue with a coworker, trouble with a",
        "shirk": "pull their weight, pulling their weight, pulling his weight, not contribute, "
        "not contributing, didn't contribute, wasn't contributing, doing their share, "
        "do their share, their part, slacking, free rider, lazy, unreliable, let the team down",
        "resolve": "resolve, mediate, mediator, de-escalate, defuse, reconcile, make peace, "
        "compromise, common ground, middle ground, meet halfway, clear the air, settle, "
        "apologise, patch up, work it out, sort it out, smooth over, find agreement",
        "pushback": "push back, pushback, stand up to, stand your ground, stood my ground, "
        "resist, resistance, overrule, reject, veto, be firm, say no to your boss, "
        "told my boss no, someone above you, questioned a superior",
        "boss": "boss, manager, supervisor, superior, director, ceo, cto, vp, executive, exec, "
        "senior management, upper management, higher up, principal, professor, commander, head of",
    },
    "communication": {
        "explain": "explain, explanation, plain words, plain english, plain language, "
        "simple terms, layman, lay person, layperson, analogy, metaphor, make clear, break down, "
        "translate, put it simply, jargon, clarify, get across, be understood, understood your, "
        "clear message",
        "present": "present, presentation, speech, public speaking, audience, slides, slide deck, "
        "keynote, give a talk, gave a talk, talk to a group, demo, on stage, in front of",
        "communicate": "communicate, communication, communicator, message, convey, tone, wording, "
        "miscommunication, misunderstanding, misunderstood, misread, inform, keep informed, "
        "keep posted, status update, briefing, letter, email, write, report, memo, newsletter, "
        "document, documentation, verbally, in writing, interpreter, sign language, "
        "language barrier, tell them, said aloud, weekly update",
        "listen": "listen, listener, active listening, hear out, empathy, empathise, "
        "conversation, difficult conversation, hard conversation, tough conversation, "
        "awkward conversation, uncomfortable conversation, ask questions",
        "nontechnical": "non-technical, nontechnical, not technical, no technical background, "
        "non-expert, non-specialist, non-engineer, lay audience, without the background, "
        "business people, complex concept, complex topic, complex idea, complex information, "
        "complicated idea, complicated concept, technical concept, technical topic, "
        "technical information, technical detail, complex subject, something complex, "
        "something complicated, something technical, technical matters",
        "badnews": "bad news, unwelcome news, break the news, difficult message, unpleasant news, "
        "disappointing news, difficult news, something unpleasant, raise something",
    },
    "influence": {
        "persuade": "persuade, persuasion, persuasive, convince, talk into, talk round, "
        "bring round, bring on side, on your side, win over, sway, change someone's mind, "
        "change minds, change their mind, change his mind, change her mind, manager's mind, "
        "boss's mind, change somebody's mind, change the mind, come round, sceptic, skeptic, "
        "sceptical, skeptical, reluctant, hesitant, unwilling, doubters, doubted, distrusted, "
        "wary, unconvinced, get others to, get someone to, get people to, make the case, "
        "made a case, business case, see things your way, against the majority, no into a yes",
        "influence": "influence, influential, buy-in, buy in, on board, get support, "
        "gain support, built support, building support, win support, gained commitment, champion, "
        "advocate, lobby, without authority, without formal authority, no authority, "
        "without power, no power over, not report to you, did not report, consensus, align, ally, "
        "coalition, sell an idea, sell your idea, sold the idea, sell me, sell, closed the sale, "
        "adopt, accept your idea, take your advice, behind one plan, win the trust, "
        "others were against",
        "stakeholder": "stakeholder, sponsor, investor, partners, councillor, board",
        "propose": "recommendation, recommend, proposal, propose, pitch, suggestion, suggest",
        "negotiate": "negotiate, negotiation, bargain, concession, win-win, haggle, better terms, "
        "better price, agreed a price",
    },
    "problem_solving": {
        "problem": "problem, solve, problem-solving, solution, puzzle, mystery, tricky, "
        "complex problem, difficult problem, hard problem, tough problem, crack, workaround, "
        "figure out, work out why, unravel, fix, troubleshoot, get stuck, stuck, never seen before",
        "cause": "root cause, cause, diagnose, diagnosis, debug, bug, investigate, investigation, "
        "trace, track down, bottom of, dig into, dig, dive deep, deep dive, find out why, "
        "symptom, hunch, suspect, hypothesis, isolate, reproduce, fault, anomaly, drill down, "
        "grew worse, got slower, degradation, degraded",
        "analyse": "analyse, analysis, analytical, data, metric, statistics, evidence, figures, "
        "dataset, logic, logical, reason through, compare, calculate, estimate, quantitative, "
        "research, facts, critical thinking, insight, pattern",
        "decide": "decision, decide, choose, choice, option, judgement, make a decision, "
        "decision making, decision-making, weigh, pros and cons, alternative, criteria, gut, "
        "instinct, intuition, good judgement, difficult decision, hard decision, tough decision",
        "risk": "risk, risky, calculated risk, gamble, bet, danger, near miss, foresee, foresaw",
        "incomplete": "incomplete information, incomplete data, incomplete, all the information, "
        "all the data, all the facts, enough information, limited information, limited data, "
        "missing information, missing data, lack of information, little information, little data, "
        "half of the facts, half the figures, uncertain, uncertainty, insufficient, "
        "imperfect information, full picture, not have all",
        "quickly": "quick, think on your feet, on the spot, fast, immediately, split second, "
        "in the moment, urgent, urgency, act fast, speed, bias for action, at short notice",
        "crisis": "crisis, emergency, incident, outage, accident, alarm, evacuate",
    },
    "technical_depth": {
        "system": "architecture, architect, system design, design a system, design a service, "
        "infrastructure, database, api, microservice, pipeline, backend, back-end, frontend, "
        "front-end, server, cluster, kubernetes, cloud, deploy, migration, migrate, schema, "
        "cache, latency, throughput, scale, scalable, scalability, performance of, optimise, "
        "optimisation, memory, concurrency, encrypt, network, protocol, sql, index, query, "
        "rollback, monitoring, observability, uptime, reliability, production, system",
        "craft": "code, codebase, programming, refactor, software, algorithm, technical, "
        "technology, technical skill, technical challenge, technical problem, technical decision, "
        "technical project, technical debt, tech debt, stack, tool, framework, library, python, "
        "java, javascript, unit test, test suite, testing, code review, code quality, craft, "
        "expertise, expert, engineer, engineering, technique, method, equipment, machine, "
        "instrument, prototype, calibrate, weld, mortar, recipe, implement, implementation, "
        "specialist, hands-on, hardware, firmware, circuit, sensor, repair, rewrite",
        "ml": "machine learning, ml, model, neural, deep learning, training data, overfit, "
        "feature engineering, classifier, regression, classification, recall, drift, baseline, "
        "embedding, llm, nlp, transformer, fine-tune, hyperparameter, cross-validation, "
        "data science, data scientist, imbalanced, a/b test, inference, recommender, "
        "recommendation system, predict, prediction, forecast, labels, bias and variance",
        "tradeoff": "trade-off, tradeoff, trade off, design choice, design decision, constraint, "
        "speed and quality, quality and speed, fast and well",
        "quality": "quality, attention to detail, detail, accuracy, accurate, precise, standard, "
        "high standards, thorough, careful, double-check, second-rate, no errors, good enough",
    },
    "ownership": {
        "initiative": "initiative, take initiative, proactive, self-starter, self-motivated, "
        "unasked, without being asked, without being told, nobody asked, no one asked, "
        "nobody had asked, no one had asked, nobody else would, no one else would, on your own, "
        "on my own, volunteer, spot a gap, saw a need, opportunity, step in, anticipate, "
        "not your job, not my job, wasn't my job, outside your job, outside your role, "
        "outside your area, outside your responsibilities, beyond your role, beyond your job, "
        "beyond your responsibilities, job description, independently, independent, autonomous, "
        "entrepreneur, entrepreneurial, start something, not your problem, not yours, "
        "needed doing, told what to do",
        "notice": "notice, spotted, caught, others overlooked, others missed, before others",
        "beyond": "above and beyond, extra mile, beyond what was expected, beyond what was, "
        "more than was expected, more than was asked, more than required, more than expected, "
        "went beyond, further than you, exceed expectations, extra effort, extra hours",
        "responsible": "ownership, owner, responsibility, responsible, take responsibility, "
        "end to end, end-to-end, see it through, saw it through, follow through, answer for, "
        "took it on, taking on, take over, dependable, reliable, dedication, commitment, "
        "start to finish, looked after, follow it up",
        "longterm": "long-term, long term, long run, sustainable, lasting, quick win",
        "drive": "driven, drives you, passion, passionate, ambitious, ambition, motivates you, "
        "what motivates, self-motivation, get up in the morning, enthusiasm, keep motivated",
        "proud": "proud, proudest, pride",
        "persist": "persist, persistent, persistence, perseverance, persevere, determination, "
        "determined, tenacity, grit, gave up, give up, keep at, kept at, kept pushing",
        "self": "work here, this job, this role, want to join, hire you, about yourself, "
        "your background, five years, leaving your job, interested in, career goals",
    },
    "adaptability": {
        "change": "change, transition, reorganisation, reorg, restructure, merger, acquisition, "
        "switch, shift, pivot, new direction, change of plan, change course, last minute, "
        "last-minute, sudden, overnight, unexpected, unforeseen, surprise, setback, plan changed, "
        "changing requirements, requirements changed, priorities changed, changing priorities, "
        "shifting priorities, scope creep, plan b, fell through, cancel, disrupt, pandemic, "
        "covid, lockdown, kept changing, without warning, to plan, as planned",
        "ambiguous": "ambiguity, ambiguous, unclear, vague, unknown, undefined, ill-defined, "
        "not clear, far from clear, no clear, no instructions, without instructions, "
        "little guidance, no guidance, without guidance, lack of clarity, unclear requirements, "
        "requirements, instructions, no precedent, uncharted, grey area, open-ended, nobody knew",
        "adapt": "adapt, adaptable, adaptability, adjust, flexible, flexibility, agile, "
        "resilient, resilience, cope, comfort zone, uncomfortable, not comfortable, out of depth, "
        "deep end, unfamiliar, new environment, new situation, new surroundings, new country, "
        "new role, new job, new team, new place, settle in, different environment, improvise, "
        "change your approach, change my approach, change your style, adjust your style, "
        "adapt your style, overwhelmed, finding your feet, open-minded",
        "learnnew": "learn something, learn a new, learn quickly, learn fast, quick learner, "
        "fast learner, pick up a new, new skill, new technology, new tool, new language, "
        "new software, new system, new subject, teach yourself, taught myself, self-taught, "
        "up to speed, ramp up, learning curve, never done before, never used, never touched, "
        "curious, curiosity, upskill, keep up with, stay current, up to date, keep learning, "
        "new to you",
    },
    "failure_learning": {
        "fail": "fail, failure, fall short, fell short, unsuccessful, not succeed, "
        "didn't succeed, go wrong, not go well, didn't go well, not work, didn't work, "
        "not work out, flop, disappoint, disappointment, miss a deadline, missed a goal, "
        "miss the target, not meet, didn't meet, not achieve, didn't achieve, not reach, "
        "post-mortem, postmortem, broke production, broke something, let down, let somebody down, "
        "low point, backfire, lost a client, failed project, wasn't used, rejection",
        "mistake": "mistake, error, blunder, wrong, fault, mess up, screw up, slip, oversight, "
        "overlook, forgot, bad decision, wrong decision, poor decision, misjudge, underestimate, "
        "overestimate, wrong call, own up, sent the wrong",
        "redo": "regret, do differently, done differently, do it differently, do over, redo, "
        "hindsight, looking back, wish you had, handled better, change about",
        "lesson": "lesson, learn from, learned about yourself, what you learned, did you learn, "
        "since then, ever since, hard way, growth mindset, learned to",
        "weakness": "weakness, greatest weakness, improve on, need to improve, not good at, "
        "area for improvement, areas for improvement, development area, work on yourself, "
        "improve yourself, self-improvement, struggle with, shortcoming, bad habit, unlearn, "
        "self-critical, self-aware, should work on, want you to improve",
        "criticism": "criticism, criticise, critique, critical feedback, negative feedback, "
        "constructive feedback, tough feedback, harsh feedback, hardest feedback, "
        "receive feedback, got feedback, get feedback, given feedback, feedback from, "
        "feedback you, feedback that, feedback on, take feedback, handle feedback, "
        "respond to feedback, react to feedback, told me that i, stung, in my review, last review",
    },
    "customer_focus": {
        "customer": "customer, client, user, patient, guest, shopper, passenger, resident, "
        "tenant, visitor, caller, diner, buyer, consumer, parents, pupil, family, families, "
        "applicant, citizen, member of the public, public, reader, bride, subscriber, traveller, "
        "claimant",
        "serve": "customer service, customer experience, serve, satisfaction, satisfied, delight, "
        "loyal, loyalty, need of, their needs, users need, customer need, customer feedback, "
        "feedback from users, user research, usability, hospitality, customer first, "
        "customer's shoes, expectations, exceeded a customer, really needed, obsession, "
        "customer-centric, vulnerable",
        "upset": "dissatisfied, unhappy, upset, angry, irate, furious, complaint, complain, "
        "refund, demanding, unreasonable, angry customer, difficult customer, difficult client, "
        "calm a situation, distressed",
    },
    "delivery": {
        "deadline": "deadline, tight deadline, tight timeline, tight schedule, timeline, on time, "
        "in time, time pressure, due date, hours left, hours to go, crunch, all night, ship, "
        "launch, deliver, delivery, go live, milestone, finish, complete, completion, "
        "get it done, get things done, over the line, bring home, limited time",
        "pressure": "pressure, under pressure, stress, stressful, high-stakes, busiest, busy, "
        "hectic, intense, overtime, at pace, against the clock, productive, productivity",
        "calm": "calm, composed, composure, patience",
        "result": "result, deliver results, success, successful, succeed, outcome, impact, "
        "record, sales, revenue, award, turn around, turned around",
        "goal": "goal, target, objective, quota, kpi, hit a target, reached a goal, "
        "met the target, exceed target, beat target, set a goal, ambitious goal",
        "achieve": "achieve, achievement, accomplish, accomplishment, greatest success",
        "challenge": "challenge, obstacle, hurdle, barrier, overcome, difficult situation, "
        "challenging situation, difficult task, difficult project, hardest, toughest, adversity",
        "strength": "strength, best at, good at",
    },
    "prioritisation": {
        "prioritise": "prioritise, prioritisation, priority, competing priorities, "
        "conflicting priorities, competing demands, competing requests, competing projects, "
        "competing deadlines, multiple priorities, multiple deadlines, multiple tasks, "
        "multiple projects, several projects, several deadlines, several tasks, many tasks, "
        "at once, same time, simultaneous, juggle, balance, multitask, multi-task, workload, "
        "too much, too many, overloaded, what first, comes first, came first, what to do first, "
        "most important, what to drop, sequence, triage, rank, conflicting deadlines, work-life, "
        "say no to a request, said no, saying no, turn down, postpone, cut scope, backlog, "
        "everything is urgent, not wait, leave out, left undone, more than you could handle",
        "plan": "plan, organise, organised, schedule, time management, manage your time, "
        "calendar, to-do, checklist, project management, project plan, coordinate, logistics, "
        "event, timetable, rota, gantt, keep track, moving parts, organisation skills, agenda",
        "resources": "limited resources, resources, budget, small budget, frugal, frugality, "
        "more with less, with less, shortage, short-staffed, understaffed, scarce, little money, "
        "limited staff, half the people, allocate",
    },
    "innovation": {
        "idea": "idea, new idea, creative, creativity, innovate, innovation, innovative, invent, "
        "invention, original, imagination, outside the box, out of the box, unconventional, "
        "novel, new approach, new way, different way, better way, brainstorm, experiment, "
        "something new, first of its kind, pilot, trial, think big, reinvent, rethink, "
        "status quo, always been done, always done, done before, tried before, "
        "way things were done, question the way",
        "improve": "improve a process, process improvement, improvement, improve, more efficient, "
        "efficient, efficiency, inefficient, streamline, simplify, simpler, automate, automation, "
        "script, macro, easier, process, procedure, workflow, template, redesign, introduce, "
        "made something better, optimise a process, chore",
        "saving": "save money, saved time, save costs, cut costs, reduce cost, saved company, "
        "cost, cheaper, waste, hours a week",
    },
    "mentoring": {
        "mentor": "mentor, mentoring, mentee, coach, teach, tutor, train someone, trained a, "
        "trained new, training, trainee, apprentice, intern, junior, newcomer, new hire, "
        "new starter, new people, new colleague, new employee, new joiner, new member, "
        "less experienced, onboard, onboarding, induct, induction, show the ropes, "
        "show someone how, shadow, develop others, develop someone, develop people, "
        "develop talent, help someone grow, someone grow, help others grow, someone improve, "
        "help others succeed, help someone learn, someone's career, promotion, potential, "
        "pass on, share knowledge, share what you know, what you know, knowledge sharing, "
        "struggling team member, struggling colleague, student, learner, raise attainment, "
        "became better, because of you, helped someone",
        "hire": "hire, recruit, recruitment, candidate, talent, interviewer",
        "givefeedback": "give feedback, gave feedback, giving feedback, given someone feedback, "
        "give someone feedback, feedback to, provide feedback, difficult feedback, hard feedback, "
        "honest feedback, appraisal, constructive feedback to",
    },
    "integrity": {
        "ethics": "ethics, ethical, unethical, integrity, honest, honesty, dishonest, truth, "
        "truthful, lie, cheat, moral, right thing, wrong thing, principles, your values, "
        "my values, values were tested, conscience, bend a rule, break a rule, rule, policy, "
        "comply, compliance, illegal, legal, law, fraud, steal, theft, bribe, gift, "
        "conflict of interest, whistleblow, cover up, falsify, fake, forge, cut corners, dilemma, "
        "confidential, confidentiality, secret, privacy, private, disclose, "
        "sensitive information, sensitive data, personal data, admit, own up, transparent, "
        "thought was wrong to, asked to do something you, refuse to sign, take credit, give credit",
        "trust": "trust, trustworthy, earn trust, rebuild trust, keep a promise, kept a promise, "
        "promise, keep your word, speak up, stand up for, spoke up",
        "include": "inclusion, inclusive, diversity, diverse, equity, equality, equal, fair, "
        "fairness, unfair, discriminate, discrimination, bias, prejudice, respect, respectful, "
        "disrespect, belong, belonging, feel included, left out, excluded, accessible, "
        "accessibility, harassment, racist, sexist, stereotype, minority, disability, "
        "marginalised, welcoming, vulnerable",
        "safety": "safe, safety, safeguarding, hazard, unsafe",
    },
}
"""Competency it chiefly speaks for -> name of the kind -> words and phrases, commas between."""
