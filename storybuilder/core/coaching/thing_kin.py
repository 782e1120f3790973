"""Kin of things and qualities: nouns, adjectives and adverbs, group by group."""

THINGS = """
colleague coworker workmate teammate member peer; boss manager supervisor chief superior lead
head; leader lead head; head headteacher principal; employee staff worker people personnel; staff
team crew; customer client buyer shopper guest user; customer consumer; passenger traveller rider
man woman person; patient resident; pupil student child kid learner schoolchild; child kid boy
girl; teenager teen youth sixth former; mother mum mom parent; parent mother father mum dad
family; grandmother gran grandma; grandfather grandad grandpa; pensioner elderly senior; teacher
tutor instructor; lawyer solicitor attorney; doctor physician medic; nurse sister; volunteer
helper; owner proprietor; chairman chair chairwoman chairperson; apprentice trainee; mentor coach;
supplier vendor provider; company firm business employer organisation; shop store supermarket;
site location warehouse place; hotel inn; office workplace; factory plant; ward unit department;
department unit division team desk section; school academy; city town; village town; street road;
neighbourhood area nearby; flat apartment; room bedroom; floor storey level; car vehicle; bus
coach vehicle; lorry truck; plane aeroplane aircraft flight; train rail railway; station stop;
door entrance gate; table desk stand; shelf rack; bin rubbish garbage trash waste; fridge freezer
refrigerator; sign notice poster; card letter note; letter note mail; mail e-mail email message;
message text mail; phone telephone call line; phone-call call; computer laptop machine; machine
computer device server; device tool instrument equipment; app application program software;
software program system; system platform; website site page; database table; code program script;
bug error fault defect mistake; error fault mistake failure bug; wrong mistake error; problem
issue trouble difficulty question; cause reason root; failure outage crash; alarm alert warning;
check test inspection; test check exam; queue line wait backlog; rule policy regulation guideline
law; standard norm; guideline rule recommendation; method approach way technique process; process
procedure method; plan schedule timetable programme; schedule timetable rota plan; rota schedule
shift; deadline due; budget money fund; money fund cash sum amount; price cost rate; cost price
expense; profit earning gain; revenue sale income turnover; loss lose; saving save reserve; grant
fund; rent lease; report paper document; document file paper; form questionnaire sheet; sheet page
paper form; data figure information; information data detail; number figure count amount; average
mean; rate share percentage; share part portion percentage; part piece section portion; version
edition; sample specimen; drug medicine medication dose; injury wound; clothes clothing; garden
allotment plot; lesson takeaway takeaways learning learned; class pupil; mark grade score; score
mark point; question query; answer reply response; idea thought suggestion; proposal suggestion
offer; goal target aim objective limit; meeting talk session conversation; trip journey tour; walk
way; way route path; holiday vacation leave break; leave holiday away; weekend saturday sunday;
morning am a.m dawn; evening pm p.m night; afternoon pm p.m; lunch lunchtime; time hour; autumn
fall; beginning start; end close finish; top peak; bottom base; side edge; middle centre center;
team-member member; kind sort type; word sentence; text words writing; story tale; headline title;
calculation sum math maths; wait waiting queue; delay wait; error-rate error; churn cancel leave
quit; outcome result; colour color; programme program; organise organize; licence license;
neighbour neighbor; labour labor; litre liter; metre meter; grey gray; director head manager boss;
deputy assistant; assistant helper aide; secretary clerk; clerk assistant; officer official;
expert specialist professional; consultant adviser expert; technician engineer mechanic; developer
engineer programmer coder; cook chef; waiter server; salesperson seller; agent representative rep;
intern trainee; newcomer starter recruit; beginner newcomer novice; mate friend colleague; husband
wife partner spouse; brother sibling; sister sibling; son child; daughter child; baby child;
grandparent grandmother grandfather; relative family; adult grown-up; teenager teen adolescent;
crowd people; audience listeners people; public people; group team set; team group crew squad;
committee board council; authority council government; government state; police officer;
contractor supplier; landlord owner; resident inhabitant; tourist visitor; guest visitor customer;
doctor gp physician; carer nurse; teacher tutor lecturer; lecturer professor teacher; class group
lesson course pupils; company firm business organisation enterprise; organisation company charity;
startup company; business company firm shop; bakery baker shop; restaurant cafe; place location
spot; headquarters office; branch office shop; warehouse store depot; lab laboratory; clinic
surgery hospital; university college uni; port harbour; motorway road; forest wood; coast shore
seaside; mountain hill; country land nation; abroad foreign; area region district zone; building
house block; house home building; hall room; corridor hallway; stairs steps; lift elevator;
counter till desk; cupboard cabinet; box carton crate container; bag sack; trolley cart; machine
device equipment; device machine tool; equipment machine tools gear kit; kit equipment set; engine
motor; cable wire; lamp light; screen display monitor; computer laptop pc; phone telephone mobile;
television tv; van vehicle; bike bicycle; boat ship ferry; money cash funds; funds money budget;
bill invoice; fee price cost charge; fare price; salary pay wage; income earnings revenue; revenue
income sales turnover; savings reserves; contingency reserve buffer; contract agreement deal;
permit licence permission; permission approval consent; proposal plan suggestion; plan schedule
proposal; calendar diary; table spreadsheet list; spreadsheet sheet table; folder file; report
document account; sign notice label; label sign tag; notice sign announcement; leaflet flyer
brochure; article text; story account; name title; application app request form; database data;
data information figures numbers; information data details facts; fact information; evidence proof
data; example case sample; picture image photo drawing; drawing picture sketch plan; chart graph
diagram; diagram chart drawing; presentation talk slides; talk speech presentation conversation;
conversation talk chat discussion; discussion talk debate; session meeting class; training course
lesson; course training class; exercise practice; effect impact result; consequence result effect;
benefit advantage gain; disadvantage drawback; risk danger; problem issue trouble difficulty
challenge; obstacle barrier problem; mistake error slip; fault error defect mistake blame; failure
fault breakdown outage; outage failure breakdown downtime; incident accident event; accident
incident crash; emergency crisis; backlog pile queue; pile heap stack; cause reason source; source
cause origin; deadline date; task job duty assignment; job task work post role position; position
job role place post; duty task shift; shift turn duty; skill ability; opinion view; feedback
comments response; comment remark feedback; advice tip; option choice alternative; decision
choice; stage step phase; piece part bit; amount quantity sum; speed pace; limit maximum cap;
feature function; increase rise; decrease fall drop; noon midday lunchtime; term semester; dinner
meal supper; meal food dinner lunch; bread loaf; pain ache; illness disease sickness; silence
quiet; noise sound; pram buggy pushchair; gift present; prize award; game match; film movie;
newspaper paper press; project work programme; priority first important urgent; stakeholder
people; security guard safe; contribution share part; weakness fault gap; conference meeting;
candidate applicant; documentation document notes manual; manual guide handbook instructions;
instructions guide steps; backup copy; checklist list; discount reduction; participant attendee
member; competitor rival; progress advance; mood morale atmosphere; reminder note; society club
association; club society group; attendant staff; behaviour manner; habit routine custom; capacity
room space; gap hole; traffic cars; window pane; bench seat; seat chair place; canteen kitchen
cafeteria; bathroom toilet; cellar basement; garage workshop; beach shore; weather rain; storm
wind; ground floor; coordinator organiser; administrator admin clerk; auditor inspector;
accountant bookkeeper; electrician technician; pharmacist chemist; pharmacy chemist; captain
leader; player member; citizen resident people; resident tenant; boy lad guy; guy man lad; lady
woman; gentleman man; template form; prototype model draft; draft version; dashboard board; metric
measure figure; statistics figures numbers; forecast prediction; survey questionnaire poll;
questionnaire survey form; interview talk; workshop course session; seminar course; thesis
dissertation; festival event; occasion event time; trip outing excursion; route line; lane line;
taxi cab; tube pipe; stove oven; shift-leader supervisor; crossing sailing ferry; tablet pill;
treatment therapy; operation surgery; stopwatch timer clock; clock watch; interruption
disturbance; discharge release; receipt slip; legal lawyer solicitor; worth value; fever ill sick;
holder owner; good fine great; bad poor; big large huge great; small little tiny; long lengthy;
short brief; high tall; wide broad; complete full whole entire; former old previous past; previous
former earlier last past; fresh new; modern new; current present; recent late last new; quick fast
swift rapid; immediate instant; simple easy plain; difficult hard tough tricky; complicated
complex difficult; clear plain obvious; unclear vague; accurate exact correct precise; correct
right; wrong incorrect false mistaken; fake false; true right real; main chief key; important key
major; major big important; minor small; serious bad grave severe; urgent pressing; necessary
needed required essential; required necessary need; impossible cannot; likely probably; certain
sure; particular special specific; common usual normal frequent; normal usual common standard;
typical usual; unusual rare strange; strange odd unusual; regular usual; frequent often regular;
temporary short-term; ready prepared; closed shut; personal own private; safe secure; dangerous
unsafe risky; healthy well; quiet silent calm; loud noisy; cheap inexpensive; expensive costly
dear; nice kind friendly; clever smart; stupid silly; famous known; different other; same
identical equal; similar alike like; separate different individual; individual separate single
own; whole entire all full; internal inside; nearby near close local neighbouring neighbourhood;
distant far; top upper highest; additional extra; enough sufficient; insufficient enough short;
spare extra free; several various some; various several different; numerous many; first initial;
final last; next following; stale old; obsolete old; damaged broken; faulty broken defective;
missing lost gone absent; absent missing away; gone missing away leave go; alone single-handedly
myself; together jointly; yearly annual; approximately roughly around nearly; almost nearly; only
just sole; sometimes occasional; immediately at-once straight instantly directly; promptly
immediately quick; straightaway immediately; regularly often regular; frequently often; repeatedly
often again; usually normally mostly; mostly usually mainly largely; easily easy; loudly loud;
badly bad; seriously serious; positive good; negative bad; excellent good; considerable large;
awkward uncomfortable embarrassing; comfortable easy; careful cautious; strict severe; stressful
hard; rude impolite; incomplete unfinished partial; partial incomplete half; overdue late; spoilt
bad; lit bright; widespread common; midnight twelve; ongoing running; confusing unclear confuse;
pointless useless; pricey expensive; close tight near; tight close narrow
"""
GENERAL = """
person: volunteer teenager visitor singer neighbour helper employee manager driver cook man woman
boy girl colleague customer patient passenger student pupil member guest nurse doctor teacher
engineer lawyer agent worker staff friend user child adult pensioner; teacher: teach; singer:
sing; conductor: conduct; player: play; baker: bake; leader: lead; manager: manage; driver: drive;
owner: own run; writer: write; seller: sell; cleaner: clean; worker: work; trainer: train;
colleague: people workmate coworker teammate nurse clerk engineer agent member team staff
assistant; employee: staff nurse agent clerk worker engineer colleague people; people: nurse agent
customer pupil student staff guest passenger colleague parent child member user person pensioner;
children: pupil student boy girl kid; student: pupil member; passenger: people; guest: people;
user: customer; customer: people guest buyer subscriber; company: firm bank shop hotel employer
operator wholesaler manufacturer; firm: company; shop: supermarket bakery; employer: company firm;
relative: mother father sister brother aunt uncle cousin; parent: mother father mum dad; family:
mother father parent; vehicle: car bus van lorry truck coach; tool: script spreadsheet checklist
template; document: report form contract letter application; machine: computer server printer;
software: app system program script; drink: coffee tea; meal: breakfast lunch dinner; weekend:
saturday sunday; season: summer winter spring autumn; place: site city village street building;
building: school hospital office; month: january february march april may june july august
september october november december; day: monday tuesday wednesday thursday friday saturday sunday
"""
"""A general noun, and the special ones that it may stand for."""
OPPOSITES = """
miss fail lose | meet reach hit achieve make; reject refuse decline turn-down deny oppose object
say-no | accept approve agree grant allow support welcome say-yes; oppose refuse object resist
block blame against | support help praise welcome favour; disagree | agree; postpone delay |
advance; open reopen | close shut; gain win earn find get | lose; increase rise grow raise climb
go-up put-up up double more | decrease fall drop reduce cut shrink lower decline go-down down
halve less; more | fewer less; improve better | worsen worse deteriorate; happy glad pleased
delighted content proud satisfied | angry upset sad unhappy disappointed furious ashamed annoyed;
easy simple | hard difficult tough; early | late; fast quick | slow; high | low; start begin
launch open | stop end quit finish cancel; remember recall | forget; permit allow | forbid ban
prohibit; keep save retain | remove delete discard throw-away drop cancel; hire recruit | fire
dismiss sack; buy purchase | sell; borrow | lend; always | never; everyone everybody all every |
nobody none no-one few some; most many majority | few some minority none; want like love enjoy
keen | dislike hate object oppose refuse mind; trust believe | distrust doubt mistrust; right
correct true accurate | wrong incorrect false mistaken; succeed success pass work | fail failure
break; safe secure | unsafe dangerous risky; calm | upset nervous angry worried; cheap |
expensive; strong | weak; praise thank compliment | criticise blame complain; before | after; with
| without; ready prepared | unprepared; possible | impossible; able | unable; know | ignore;
arrive | leave; first | last; best | worst; day | night; inside | outside; old | new; full |
empty; formal | informal; public | private; rich | poor; add | remove; encourage motivate |
discourage; clean | dirty; present | absent; maximum most | minimum least; success | failure;
stupid | clever smart; famous | unknown
"""
"""Words that turn a fact round: the two sides of each pair."""
