"""Words that newspapers use for one another, by what they mean: the only table of meanings that suggest works by.

A *role* is what befalls those who are counted: forty dead are never compared with forty injured. A *kind* is what is
counted: shells are never compared with men. Words are stemmed on reading, so one form of each is enough unless its stem
changes: "die" and "dying".
"""

from __future__ import annotations

import re

from factsite.analyse.wording.words import stem

Words = dict[str, str]

ROLES_WORDED: Words = {
    "dead": "kill dead death die dying fatality fatal perish toll slain slay body corpse drown murder massacre",
    "injured": "injure injury wound hurt maim",
    "missing": "missing unaccounted",
    "trapped": "trap strand",
    "arrested": "arrest detain detention custody apprehend",
    "charged": "charge indict prosecute convict",
    "displaced": "displace homeless evacuate evacuation evacuee fled flee",
    "rescued": "rescue survive survivor freed",
    "infected": "infect infection sicken ill diagnose",
    "laid off": "redundant redundancy layoff sack axe jobless",
    "hired": "hire recruit",
    "attended": "attend attendance crowd march marcher demonstrator protester protest rally spectator gather turnout"
    " demonstrate protestor audience participant flock",
    "escaped": "escape escapee abscond",
    "captured": "capture surrender",
    "aboard": "aboard onboard carry",
    "destroyed": "destroy destruction raze demolish gut wreck flatten burnt burn",
    "damaged": "damage submerge",
    "cut off": "outage blackout electricity powerless",
    "sent": "send sent dispatch deploy deployment arrive arrival transfer",
    "cancelled": "cancel cancellation scrap",
    "delayed": "delay postpone",
    "shot": "shot shoot gunned",
    "sentenced": "sentence jail prison imprison imprisonment",
    "stolen": "steal stole stolen theft robbed robbery heist loot embezzle divert siphon misappropriate",
}  # fmt: skip

KINDS_WORDED: Words = {
    "soldier": "soldier troop serviceman servicemen personnel force combatant paratrooper infantry infantrymen",
    "rebel": "rebel insurgent guerrilla militant mutineer separatist fighter",
    "person": "people person human inhabitant resident individual victim casualty others citizen civilian survivor fatality",
    "passenger": "passenger traveller traveler aboard occupant onboard",
    "crew": "crew crewman crewmen crewmember sailor seaman seamen mariner seafarer",
    "worker": "worker employee staff staffer labourer laborer workforce job steelworker docker colleague",
    "miner": "miner mineworker pitman pitmen collier",
    "child": "child children kid youngster toddler infant baby teenager teen youth",
    "pupil": "pupil student schoolchild schoolchildren schoolboy schoolgirl undergraduate",
    "woman": "woman women girl",
    "man": "man men boy",
    "protester": "protester protestor demonstrator marcher striker participant",
    "police": "police policeman policemen officer cop constable",
    "firefighter": "firefighter fireman firemen",
    "patient": "patient",
    "suspect": "suspect gunman gunmen attacker assailant robber bandit thief",
    "hostage": "hostage captive prisoner detainee inmate convict",
    "migrant": "migrant refugee asylum evacuee",
    "foreigner": "foreigner tourist",
    "deputy": "deputy lawmaker senator representative mp councillor parliamentarian",
    "visitor": "visitor spectator fan attendee festivalgoer reveller guest concertgoer pilgrim worshipper delegate supporter onlooker mourner",
    "voter": "voter elector",
    "customer": "customer client subscriber",
    "pirate": "pirate",
    "nurse": "nurse",
    "doctor": "doctor physician surgeon",
    "teacher": "teacher lecturer",
    "driver": "driver",
    "pilot": "pilot",
    "farmer": "farmer",
    "player": "player athlete footballer competitor runner rider",
    "journalist": "journalist",
    "peacekeeper": "peacekeeper observer inspector",
    "climber": "climber mountaineer hiker skier",
    "rescuer": "rescuer paramedic medic volunteer",
    "home": "home house dwelling household property",
    "building": "building structure",
    "family": "family",
    "shell": "shell munition ammunition projectile",
    "missile": "missile rocket",
    "drone": "drone uav",
    "tank": "tank",
    "bomb": "bomb",
    "vehicle": "vehicle car lorry truck",
    "ship": "ship vessel boat ferry trawler tanker",
    "plane": "plane aircraft jet airliner airplane",
    "seat": "seat",
    "vote": "vote ballot",
    "school": "school classroom",
    "hospital": "hospital clinic",
    "shop": "shop store outlet",
    "case": "case infection",
    "animal": "cattle cow sheep animal livestock",
    "tree": "tree",
    "goal": "goal",
    "ticket": "ticket",
    "flight": "flight departure",
    "bullet": "bullet shot gunshot",
    "aftershock": "aftershock",
    "container": "container box",
}  # fmt: skip

HUMANS = frozenset(
    "soldier rebel person passenger crew worker miner child pupil woman man protester police firefighter patient suspect hostage"
    " migrant foreigner deputy visitor voter customer pirate rescuer nurse doctor teacher driver pilot farmer player journalist peacekeeper climber".split()
)
SUBGROUPS = frozenset(
    "child woman man pupil police firefighter foreigner crew soldier suspect hostage migrant deputy patient rescuer pirate".split()
)
"""Those who are counted as a part of the people in an event, and not as all of them."""

MONEY_WORDED: Words = {
    "deal": "deal acquisition acquire takeover purchase bought buy buyout merger sold sale sell price bid offer value worth pay paid receive",
    "cost": "cost budget spend spent bill expense overrun",
    "damage": "damage destruction",
    "fine": "fine penalty settlement settle compensation",
    "revenue": "revenue turnover",
    "profit": "profit earnings surplus",
    "deficit": "deficit shortfall borrow hole debt owe loss lost lose red",
    "investment": "invest investment fund raise raised financing",
    "stolen": "steal stole stolen theft heist robbery embezzle loot haul siphon swindle",
    "aid": "aid relief grant donation donate pledge package credit loan",
    "wage": "wage salary bonus",
    "ransom": "ransom",
}  # fmt: skip

SHARES = frozenset("attended unemploy inflat growth approv tax interest vote support oppos margin".split())
"""What a number of percent may be of, as stems."""

SAME_WORDED: Words = {
    "begin": "begin began begun start commence launch open onset beginning",
    "end": "end finish close closure conclude ceasefire truce shut shutdown",
    "train": "train express",
    "strike": "strike walkout stoppage",
    "fire": "fire blaze inferno flame conflagration",
    "quake": "quake earthquake tremor temblor shock",
    "storm": "storm hurricane typhoon cyclone",
    "crash": "crash collision collide",
    "blast": "blast explosion explode bombing detonation",
    "flood": "flood deluge",
    "attack": "attack assault raid",
    "treaty": "treaty pact agreement accord",
    "vote": "vote election poll referendum ballot",
    "win": "win won victory triumph",
    "hit": "hit struck",
    "company": "company firm group business corporation",
    "court": "court tribunal judge",
    "invade": "invade invasion",
    "leave": "left leave depart sail departure",
    "pay": "pay paid",
    "build": "build built construct construction",
    "town": "town city village",
    "height": "height high tall altitude",
    "depth": "depth deep beneath underground",
    "length": "length long",
    "width": "width wide",
    "weight": "weight weigh heavy",
    "wind": "gust wind",
    "rain": "rain rainfall",
    "shake": "shake shook felt jolt",
    "old": "old age aged",
    "complete": "complete completion finalise finalize",
    "buy": "acquire acquisition takeover merger buyout",
    "announce": "announce reveal disclose unveil",
    "resign": "resign quit",
    "marry": "marry wedding",
    "born": "born birth",
}  # fmt: skip

PHRASES = {
    r"(?:lost|lose|losing|claim(?:ed|ing|s)?|cost(?:ing)?|took|taken|taking)\s(?:the\s|their\s|his\s|her\s|an?\s|at least\s|[\w-]+\s)?(?:lives|life)|lives\s(?:were\s|had been\s|have been\s)?lost": "dead",
    r"(?:took|take|taken|taking)\spart|(?:took|take|taken|taking|brought|bring)\s(?:to|into)\sthe\sstreets|turn(?:ed|ing)?\sout": "attended",
    r"(?:taken|took|take)\s(?:prisoner|captive)s?|(?:laid|lay)\sdown\s(?:their\s)?(?:arms|weapons)": "captured",
    r"(?:got|get|broke|break|broken|breaking|sawed|saw|tunnelled|dug|made)\s(?:their\sway\s|his\sway\s)?(?:away|out\sof|free)": "escaped",
    r"walk(?:ed|ing)?\s(?:out|off)|(?:laid|lay|put|downed|down)\s(?:down\s)?(?:their\s)?(?:tools|picks)|(?:struck|stopped|stop|stopping)\swork|(?:went|gone|go)\son\sstrike": "begin strike",
    r"(?:came|come|went|go|gone)\sinto\s(?:force|effect)|took\seffect": "begin",
    r"guns\sfell\ssilent": "end begin",
    r"(?:struck|taken|took)\soff": "cancelled",
    r"los[et]\stheir\s(?:jobs|posts)|out\sof\s(?:work|a\sjob)|job\s(?:losses|cuts)|(?:cut|cutting|shed|slash|cuts|eliminate)\s[\w, ]{1,24}(?:jobs|positions)|men\sidle": "laid off",
    r"(?:left|leave|leaving|drove|forced|driven)\s(?:from\s)?(?:their|his|her)\shomes?": "displaced",
    r"(?:taken|rushed|brought|sent)\sto\s(?:the\s)?hospitals?|(?:still\s)?in\shospital|hospitali[sz]ed|being\streated": "injured",
    r"(?:went|gone|came|come)\sdown|disappeared\sfrom": "crash",
    r"(?:pulled|dug|brought)\s(?:out\s)?(?:alive|to\ssafety)": "rescued",
    r"pass(?:ed|ing)?\saway|(?:were|was|been)\scrushed": "dead",
    r"behind\sbars|death\s(?:sentence|penalty|row)|life\s(?:sentence|in\sprison)s?": "sentenced",
    r"death\s(?:threats?|rates?)": "threat",
    r"jobless\srate": "unemploy",
    r"on\sboard": "aboard",
    r"(?:ran|run|smashed|ploughed|plowed|slammed|drove)\sinto": "hit",
    r"made\slandfall|(?:come|comes|came)\sashore": "hit",
    r"made\soff\swith|got\saway\swith": "stolen",
    r"below\s(?:the\s)?(?:surface|ground|sea)|under\s(?:the\s)?(?:surface|ground|sea)|(?:below|under)ground": "depth",
}
"""Turns of phrase, as regular expressions in small letters, and what they mean."""


def _by_stem(worded: Words) -> dict[str, str]:
    return {stem(word): meaning for meaning, words in worded.items() for word in words.split()}


ROLES, KINDS, MONIES, SAME = map(_by_stem, (ROLES_WORDED, KINDS_WORDED, MONEY_WORDED, SAME_WORDED))
"""The meaning of each stem."""

PHRASE = re.compile(
    "|".join(f"(?P<p{at}>\\b(?:{pattern})\\b)" for at, pattern in enumerate(PHRASES)), re.IGNORECASE
)
MEANT = tuple(PHRASES.values())

BEFALLS_PEOPLE = frozenset(
    "dead injured missing trapped arrested displaced rescued infected attended escaped captured aboard".split()
)
"""Roles of people: who is counted as "41 dead" or "12 arrests" is a person."""

ONCE = frozenset(
    [
        *"dead injured missing trapped arrested displaced rescued infected attended escaped captured aboard".split(),
        "laid off",
        "dead or injured",
    ]
)
"""Roles that one event has once: how many were killed in it is one number, whatever else the sentences say."""


def meaning(word: str) -> str:
    """Return the stem of a word, or the name of what several words mean."""
    return SAME.get(word, word)


AHEAD = frozenset(
    "will would expected expects expect plan plans planned planning could may might possible possibility possibly pledge pledged"
    " promised promise forecast forecasts predicted predict projected projection aims aim target hopes hope intends intend due"
    " scheduled budgeted hoped forecasters analysts polls exit proposed proposes propose potentially preparing prepare eventually should goal wants likely vowed feared fear if faces face".split()
)
"""Words by which a figure is of what may be, and not of what is."""

ADDED = frozenset("another additional further more extra others".split())
"""Words by which a figure adds to another."""
