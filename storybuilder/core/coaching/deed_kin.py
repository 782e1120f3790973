"""Kin of deeds: verbs of doing, saying and thinking that tell the same fact, group by group.

A word may stand in several groups. "put-up" is a verb with its particle, also with words between
("put the rent up"). What would change a fact stands apart: "asked" is not "ordered".
"""

DEEDS = """
answer reply respond react write-back get-back; ask request invite enquire inquire question query
seek ask-for appeal call-for pose; reach reach-out contact get-in approach; call phone ring
telephone dial ring-up call-up; tell inform notify let-know explain say share brief report mention
state communicate announce; say tell state mention remark comment note add word; explain describe
clarify walk-through go-through lay-out set-out spell-out present show; show demonstrate present
display prove reveal illustrate point-out; show display put put-up post hang-up exhibit pin; talk
speak chat discuss conversation converse discussion talk-to meeting; discuss debate argue
talk-about go-over; argue dispute disagree quarrel fight fall-out row clash argument conflict;
argue-against oppose object resist speak-against push-back; agree accept approve consent say-yes
okay allow permit; agree settle arrange; refuse decline reject turn-down say-no deny unwilling
would-not give-up; reject turn-down refuse rejection dismiss; complain grumble moan complaint
protest object; confirm verify check validate; check inspect examine look-at review verify test
look-through go-through look-into study look; find discover notice spot detect identify see
realise realize recognise recognize find-out come-across observe learn turn-out uncover locate;
find-out learn discover determine establish understand work-out figure-out cause; learn find-out
hear discover; learn take-away lesson teach; think believe feel reckon consider suppose assume
opinion; fear afraid worry anxious scared concern hesitate frightened worried; know aware
understand; decide choose opt pick select decision resolve determine; pick choose select pick-out;
plan organise organize arrange schedule prepare set-up intend; plan going-to due-to intend mean;
want wish like hope aim intend seek goal target aim-to would-like prefer desire; prefer want like
rather favour; need require necessary must have-to needed demand call-for should requirement; aim
goal target objective purpose; task job duty responsibility role assignment charge; responsible
charge lead run manage head oversee look-after own supervise in-charge handle maintain; lead head
run manage supervise guide; manage handle run deal-with cope take-care look-after do; work serve
employ job operate; work-with collaborate cooperate together join jointly team-up partner
alongside; support stand-behind; teach train coach show instruct educate tutor guide explain;
train practise practice rehearse drill; try attempt seek test trial pilot try-out experiment; test
check try exam; start begin open launch commence kick-off set-off take-up get-going introduce;
launch release go-live publish live deploy ship reach-production production roll-out; stop halt
end cease quit give-up finish no-longer prevent pause; quit stop leave resign give-up drop-out;
finish complete end conclude close wrap-up done; continue carry-on go-on keep keep-on remain still
stay; keep retain hold leave stay-with stick; keep stay remain leave unchanged untouched alone;
stay remain keep steady constant unchanged same stable hold be-left; wait delay queue hold stand;
delay postpone put-off push-back defer; postpone put-off delay reschedule move; increase rise grow
climb go-up raise up gain put-up jump improve higher more come-up; raise increase put-up lift up;
reduce cut decrease lower bring-down lessen drop shrink trim down come-down shorten smaller less;
fall drop decline decrease go-down sink shrink come-down down reduce lower less cut; half halve;
double twice; improve better enhance upgrade improvement increase rise; worsen worse deteriorate
decline; fix repair correct mend solve resolve put-right sort-out patch address; solve resolve fix
settle sort-out; restore put-back bring-back return recover reinstate; roll-back revert undo
restore; break fail crash fall-over go-down burst broken; break-down split divide separate rebuild
slice; fail crash fall-over break stop failure; split divide share separate distribute spread;
remove delete take-out strike strike-out drop cut-out get-rid eliminate scrap take-off throw-out
strip; cut trim shorten remove reduce; throw-away discard throw-out bin waste dump put-in; lose
miss go-missing missing vanish disappear; miss fail lose not-reach skip; lack miss without
shortage short run-short; add include attach put-in insert append extra; include contain have
involve hold; join take-part participate come-along attend enter; attend go-to come take-part;
arrive come reach get-to turn-up appear; go travel drive visit head ride walk trip; visit drive-to
go-to see call-on; travel commute go trip journey; walk stroll go-for; drive run operate; cycle
bicycle bike ride; fly plane flight; stop pull-over halt; move shift transfer carry relocate
bring; switch-on turn-on put-on; change alter modify adapt adjust revise switch swap convert;
replace swap substitute exchange change; build make create construct put-together develop
assemble; make create produce prepare build; write draft note put-down write-down compose record
jot word; write-down note record log document list; record log capture register write-down note
keep; list write-down make-list itemise set-out; count number tally total; measure weigh time test
gauge quantify track; time stopwatch measure clock; track follow trace monitor watch; watch
observe monitor look-at see; photograph photo picture image; give hand provide supply let-have
offer pass grant assign hand-over; hand-in submit turn-in deliver send-in hand-over; give assign
move pass delegate; send mail post forward email e-mail ship dispatch; send give deliver; deliver
supply provide bring hand-over; receive get obtain gain accept; get obtain gain receive secure win
earn; get become grow turn; take bring get remove; borrow loan lend; sell sale trade; pay spend
cost fund cover refund settle; refund pay-back reimburse repay return get-back; cost price expense
spend pay charge; cost spend want ask; save spare rescue keep; save economise save-money; use
employ apply utilise utilize operate work-with stick-to stick; pay money wage; type enter key-in
fill-in; opposite street road facing across; allow let permit enable; let have allow enable;
prevent stop avoid block; cause make reason produce due trigger behind lead-to result-in; reason
cause why because; because reason since due; mean result cause; result outcome end; accuse blame
fault; forget omit; remember recall memorise; hold keep carry; hold-still keep-still still; put
place set lay stand; put place position set-up; turn-out prove emerge; hide conceal; hurt injure
wound harm; cry tear weep; shout yell scream; laugh smile; thank grateful gratitude appreciate;
praise compliment commend applaud; apologise sorry regret apology; shame ashamed embarrass
embarrassed; angry anger furious mad annoyed upset cross; upset sad unhappy; happy glad pleased
delighted content; impatient restless; tired exhausted; surprise surprised astonish unexpected;
like enjoy love; hate dislike; trustworthy reliable dependable trust; offer propose suggest
volunteer; adopt take take-up introduce use implement; implement introduce adopt install set-up
apply; share common both; stuck jam block; rest other remain remaining; deserve earn; fire dismiss
sack; deserve merit; pull-up stop; sort organise order arrange; expect anticipate hope; belong
own; own have possess; free available; happen occur take-place come-about; face encounter meet
have; meet reach achieve hit make accomplish; meet see sit-down sit; reach achieve attain hit get;
finish come place; below beneath under lower less-than; above over; sit work talk; separate alone
each individual; ill sick unwell; drunk intoxicated; dead die; old ancient age aged; outdated old
out-of-date stale; wrong incorrect false mistaken error mis misread; false fake wrong; right
correct true; normal usual typical; usual usually often typically normally mostly tend regularly;
most mostly mainly majority largely; almost nearly close; always every; rarely seldom; soon
shortly quickly; quick fast rapid swift immediate prompt; immediate straight instant at-once
straightaway promptly same; late delay overdue behind; early advance ahead before; difficult hard
tough; easy simple; careful caution; only single sole just one lone; single one alone sole; alone
single-handed; entire whole full all complete; big large huge major; small little tiny short;
short brief little; long lengthy extended; cheap low-cost inexpensive; expensive costly; young
junior; external outside outsider; daily every-day; several some few multiple; extra additional
more further; different another other varied; previous former old last past earlier; final last
end; latest recent last; near close nearby neighbour neighbouring neighbourhood around; next
following later; later after then; around about roughly approximately circa; remote home; online
web internet; public open; secret hidden; formal official; clear obvious; useless worthless
pointless; useful helpful; silent quiet silence; silently quietly; wet rain; lit light; due plan;
widen broaden; deep depth; do carry-out make work; carry-out do perform; resume restart go-on
continue; restart reboot start reset; reset restart change; launch start open go-live release
introduce; join start enter come sign-up become; enter go-in come-in type join; sign-up register
enrol join subscribe; register sign-up enrol record; end finish stop close conclude expire
run-out; complete finish end fill-in; pause stop break wait; interrupt stop; leave quit go depart
walk-out resign; retire leave; abandon give-up leave drop; give-up abandon drop quit surrender
stop lose; drop abandon fall give-up lose; continue go-on keep carry-on proceed; last take
continue; take last require need cost; keep hold retain maintain preserve stay; maintain keep
look-after care; preserve keep save; store keep save stock; save keep store rescue; save rescue
prevent-loss; wait stay hold queue; queue wait line-up; delay hold-up postpone slow late; hold-up
delay stop; postpone delay put-off move push; reschedule move change postpone; cancel call-off
drop; hurry rush fast; speed fast quick accelerate; speed-up accelerate faster fast quick;
increase rise grow raise go-up boost expand climb; boost increase raise improve; expand grow widen
extend; extend lengthen prolong expand; reduce cut lower decrease bring-down shrink minimise slash
trim less; shrink reduce fall smaller; shorten cut short reduce; ease relieve lighten reduce help;
relieve ease take-over; improve better enhance upgrade refine; upgrade improve update; update
renew change refresh; renew update extend; modernise update renew; develop build make create
design grow; design plan draw create make; create make build design produce set-up develop write;
build make construct create develop put-up assemble; assemble put-together build gather; gather
collect get bring meet assemble; collect gather get pick-up fetch bring raise; pick-up collect get
take learn; prepare make ready set-up plan get-ready; set-up prepare arrange establish install
build put create organise; establish set-up found start create find-out; install set-up put fit;
mount put install; insert put add; add put include attach; attach add put fix; include add
contain; combine merge join mix bring-together; join connect combine link; connect link join tie;
tie bind link; separate split divide part isolate; split divide separate share break-up; share
split divide tell; break break-down fail split; break-down fail stop crash divide; crash fail
break-down fall-over go-down; fail break crash stop go-wrong; malfunction fail break; damage break
harm hurt; destroy break ruin; ruin destroy spoil; leak drip escape; burn fire; correct fix
put-right right change; solve fix resolve work-out answer sort-out; settle resolve solve agree;
sort-out fix solve organise; address deal-with solve fix handle tackle; tackle address deal-with
handle solve take-on; handle deal-with manage address treat; treat handle care heal; heal treat
recover; cure heal; recover heal restore get-back; return give-back bring-back come-back go-back
put-back send-back restore; undo revert reverse roll-back; reverse undo turn; swap exchange
replace switch trade; switch change swap move turn; change alter switch modify adjust vary edit
turn; adjust change adapt tune set; edit change correct revise; revise change edit update rewrite;
rewrite redo revise write; redo repeat rewrite; transform change turn; convert change turn; move
shift transfer relocate transport carry go; shift move change; transfer move pass send; transport
carry move bring; carry bring transport take hold; bring take carry fetch; deliver bring hand
give; distribute give-out share hand-out spread; supply give provide deliver; give provide hand
offer let-have grant present; offer give propose provide; grant give allow; assign give allocate
appoint; allocate assign give share; delegate give assign hand-over pass; appoint name choose
make; promote advance; obtain get receive acquire; acquire get buy obtain; win gain succeed; earn
get make; achieve reach accomplish get hit meet manage; accomplish achieve do; reach get-to
achieve arrive hit come-to; hit reach strike meet; meet reach satisfy fulfil; exceed beat pass
go-over; beat exceed win; miss fail fall-short not-reach; enable allow let help; authorise approve
allow permit; approve agree accept authorise sign-off; ban forbid stop prohibit; avoid prevent
escape; escape avoid get-out; protect guard secure save; secure protect safe lock; guard protect
watch; watch look observe guard see monitor; monitor watch track check follow; follow track trace
come-after; trace track follow find; run manage lead operate organise; operate run work use;
direct lead manage guide; supervise oversee manage watch; organise arrange plan run hold prepare
coordinate set-up; arrange organise plan set-up order agree; book reserve order; reserve book
keep; order book request arrange; list record name; record note log write tape film; film record
video; count number tally add-up; add-up count sum total; measure weigh count test size; apply use
put; employ use hire; reuse use; consume use eat; waste throw-away lose; remove take-out delete
take-away get-rid clear; delete remove erase wipe; clear remove empty clean; clean wash wipe tidy;
tidy clean clear; fill load fill-in put; unload empty; pack put fill; unpack open; wrap pack
cover; cover wrap pay hide; lock close shut secure; unlock open; close shut end; turn-on switch-on
start; turn-off switch-off shut-off; switch-off turn-off shut; plug connect; push press move; pull
draw drag; lift raise pick-up carry; drop let-fall; throw toss; catch get spot; hold grip carry;
touch feel; point show; wave signal; sit seat; walk go step stroll; run rush; go walk travel drive
leave; travel go ride drive journey commute; drive go ride bring; fly travel; visit go see call;
attend go-to join visit; arrive come reach get; come arrive go; meet see get-together; call-in
ask; see meet visit look watch; help support assist aid hand; serve help give; care look-after
nurse; look-after care mind manage; volunteer offer help free; pair work-with; involve include
take-part; hire take-on employ recruit appoint; take-on hire accept assume; recruit hire find;
spend pay use; buy purchase get order pay; sell trade offer; rent hire let lease; lend give;
borrow take; invest spend put; fund pay finance; donate give; charge bill ask cost; steal rob
take; eat have; drink have; cook make prepare; bake make cook; feed give; plant grow put; cut
chop; draw sketch design; copy duplicate print; scan read; type write enter key-in; click press;
download get; upload put send; release deploy launch publish free; ship send deliver deploy; code
program write; debug fix find; refactor rewrite tidy restructure; reorganise restructure change
organise; streamline simplify speed-up; simplify make-easier easy shorten; optimise improve;
configure set-up set adjust; migrate move transfer; back-up copy save; cause lead-to make
bring-about trigger result-in reason; trigger cause start set-off; influence affect; consist
include; appear seem come turn-up; disappear vanish go; happen occur take-place come; recur
happen-again repeat come-back; repeat do-again redo; fall trip; slip fall; shout yell cry; late
run-late behind; prioritise order rank sort first; contribute help give; vote choose; sponsor pay;
park stop; freeze stop; knock hit; struggle difficult hard trouble; survive live; withdraw take;
overcome beat; retry repeat again; collapse fall crash; mark note circle highlight tick; tick mark
check; scribble write; browse look; glance look; stare look; phone-in call; bridge cover close;
wear put-on use have; dress wear; stack pile; sort-through check; double-check check; cross-check
compare check; retrain train; relabel label; rename name; reorder order; resend send; recheck
check; recount count; reopen open; rebook book; reassign assign move give; hand-back return;
take-back return; bring-in introduce; phase-out stop; speak-up say tell; step-in help take-over;
take-charge lead run; look-up check search; make-up invent; be-ashamed shame; misjudge wrong; keen
want eager wish; affect concern hit touch involve; staff work man; fetch get bring carry collect;
admit say tell own-up confess; flood drown water; cost lose spend pay; suffer lose; constantly
always permanently; announce declare proclaim make-public publish; inform advise alert warn notify
update brief let-know; warn alert caution flag raise-alarm; flag raise point-out highlight
bring-up mention report escalate draw-attention note; raise bring-up mention flag voice; escalate
report raise bring take go; mention bring-up refer say name; suggest advise recommend propose
put-forward idea; advise recommend counsel tip guidance; persuade convince talk-into win-over get;
encourage motivate urge push inspire support cheer; urge push press encourage; push press insist
urge; insist demand push stress; stress emphasise emphasize underline highlight insist; demand
insist require want ask; request ask apply ask-for; ask request want tell have-get; ask check
question enquire; beg plead ask; invite ask call; interview ask question talk speak conversation;
survey poll ask questionnaire; consult ask speak talk advice; negotiate bargain deal haggle;
promise assure guarantee commit pledge word; assure reassure promise calm comfort; admit confess
acknowledge own-up concede accept; acknowledge admit recognise accept; deny dispute refuse; claim
say state assert allege maintain; argue say maintain claim; argue object counter disagree;
argue-for advocate defend speak-for push favour; defend justify stand-up protect; justify explain
defend reason; criticise criticize blame complain attack find-fault; insult offend; joke laugh
fun; whisper murmur; read-out read aloud recite; dictate spell; translate interpret; summarise
summarize sum-up recap condense shorten; summary overview recap digest; outline sketch summarise
describe lay-out; detail describe explain set-out; describe depict portray tell call; define
describe set determine; clarify clear-up explain make-clear; misunderstand confuse mix-up misread;
confuse mix-up puzzle; present show introduce give talk presentation pitch; pitch present propose
offer; write author draft compose; write note put type enter; document record write note write-up
describe; write-up document report; sign agree; publish post release issue; post publish put mail;
issue release give publish; email mail e-mail message write send; mail email letter post; message
write text contact; reply answer respond come-back; listen hear attention; overhear hear; hear
learn find-out told tell listen; gossip rumour; fight quarrel row fall-out argument dispute
battle; disagree differ object dispute; interrupt disturb cut-in break-in bother; disturb bother
interrupt trouble; welcome greet receive; celebrate party; praise compliment applaud congratulate;
forgive excuse; believe think trust; think believe assume feel consider suppose reckon expect
idea; assume think suppose guess presume take; suspect think believe guess doubt; doubt suspect
question unsure; wonder ask question think curious; consider think weigh look-at; weigh consider
compare measure; imagine picture think; remember recall keep; forget overlook miss; ignore
overlook neglect; realise realize notice see understand become-aware aware discover find-out;
notice spot see observe realise detect aware find; spot notice find see detect identify catch;
identify find spot pinpoint determine locate establish recognise name; pinpoint find identify
locate trace; determine find-out establish decide work-out; discover find uncover learn find-out
reveal turn-up come-across; reveal show uncover disclose; search look-for seek look hunt;
investigate look-into examine study explore research find-out dig check analyse; examine inspect
check look study review analyse; analyse study examine investigate look-at break-down go-through;
study examine look learn research; review check look-at go-through read examine look-through;
check verify test look-up look-at confirm make-sure inspect; confirm verify prove make-sure; prove
show demonstrate confirm; diagnose find identify cause determine; calculate work-out compute count
figure; work-out calculate solve figure-out; estimate guess judge reckon calculate; judge decide
think assess; assess evaluate judge check measure rate; evaluate assess judge test compare;
compare set-against measure; rank order rate sort; rate judge score; score rate points mark get
achieve; predict forecast expect; forecast predict prediction; expect predict anticipate foresee;
decide choose determine settle resolve; choose pick select opt decide go-for; plan intend schedule
prepare map-out; intend plan mean want going-to; aim plan want try goal hope seek; want wish like
need; like prefer enjoy want; prefer favour rather would-like; learn find-out study pick-up
discover understand realise; learn-from lesson; understand grasp get see know follow comprehend;
unaware know; familiar know; train teach coach school instruct practise; coach train mentor guide
teach; mentor coach guide advise support; guide lead show direct help; memorise learn; focus
concentrate attention; care mind matter; matter count important; worry afraid fear anxious concern
nervous; nervous anxious afraid tense; panic afraid; surprise shock unexpected; hesitate afraid
reluctant unsure waver; reluctant unwilling hesitate; willing ready happy; unwilling refuse
reluctant; sceptical skeptical doubt unsure; convinced sure believe certain; confident sure
certain; unsure doubt uncertain; curious wonder interested; interested interest; annoyed angry
upset irritate; frustrated annoyed; proud pride; disappointed sad; jealous envy; lonely alone;
calm relax quiet settle; trust believe rely faith; rely depend count trust; inform write message
notify tell
"""
