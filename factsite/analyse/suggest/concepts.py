"""Words that newspapers use for one another, by what they mean; the only table of meanings that suggest works by.

A *role* is what befalls those who are counted: forty dead are never compared with forty injured. A *kind* is what is
counted: shells are never compared with men. All are given as stems-to-be: every word is stemmed on reading.
"""

from __future__ import annotations

from factsite.analyse.wording.words import stem

ROLES_WORDED: dict[str, str] = {
    "dead": "killed kill kills killing dead death deaths died die dies dying fatality fatalities fatal perished toll slain bodies body lives"
    " corpses drowned murdered massacred",
    "injured": "injured injuring injuries injury wounded wounding wounds hurt hospitalised hospitalized maimed",
    "missing": "missing unaccounted",
    "trapped": "trapped stranded stuck",
    "arrested": "arrested arrests arrest detained detaining detentions custody apprehended",
    "charged": "charged indicted prosecuted convicted",
    "displaced": "displaced displacing homeless evacuated evacuating evacuation evacuees fled flee evacuations",
    "rescued": "rescued rescuing rescue rescues saved survived survivors survivor freed released",
    "infected": "infected infections infection cases sick sickened ill contracted positive diagnosed",
    "laid off": "redundant redundancies layoffs laid dismissed sacked axed axe jobless",
    "hired": "hire hired hiring recruit recruited recruits recruiting",
    "attended": "attended attend attendance crowd crowds marched march marchers demonstrators protesters protested turned rallied spectators fans gathered rally turnout demonstrated demonstrate protestors audience"
    " watched flocked",
    "destroyed": "destroyed destroying destroy burned burnt razed demolished gutted wrecked flattened lost levelled swept",
    "damaged": "damaged damaging damage flooded submerged",
    "cut off": "outage outages blackout electricity powerless",
    "sent": "sent send sends sending dispatched dispatch deployed deploy deployment deploying arrived arrive arriving arrival transferred landed",
    "cancelled": "cancelled canceled cancel cancellations scrapped grounded",
    "delayed": "delayed delay delays late postponed",
    "sentenced": "sentenced sentence jailed prison imprisoned imprisonment",
    "born": "aged age old",
}  # fmt: skip

KINDS_WORDED: dict[str, str] = {
    "soldier": "soldier troop serviceman servicemen personnel force fighter combatant paratrooper",
    "person": "people person human inhabitant resident individual victim casualty others villager local citizen",
    "passenger": "passenger traveller traveler aboard occupant onboard",
    "crew": "crew crewman crewmen crewmember sailor seaman seamen mariner",
    "worker": "worker employee staff staffer labourer laborer workforce job position post jobs steelworker",
    "miner": "miner mineworker pitman colliers",
    "child": "child children kid minor youngster toddler infant baby",
    "pupil": "pupil student schoolchild schoolchildren schoolboy schoolgirl undergraduate",
    "woman": "woman women female girl",
    "man": "man men male boy",
    "protester": "protester protestor demonstrator marcher striker",
    "police": "police policeman policemen officer cop constable",
    "firefighter": "firefighter fireman firemen",
    "patient": "patient",
    "home": "home house dwelling household property",
    "building": "building structure",
    "family": "family",
    "shell": "shell round munition ammunition projectile",
    "missile": "missile rocket",
    "drone": "drone uav",
    "tank": "tank",
    "vehicle": "vehicle car lorry truck",
    "ship": "ship vessel boat ferry trawler tanker",
    "plane": "plane aircraft jet airliner airplane",
    "seat": "seat",
    "vote": "vote ballot",
    "voter": "voter elector",
    "school": "school classroom",
    "hospital": "hospital clinic",
    "shop": "shop store outlet branch",
    "case": "case infection",
    "customer": "customer client subscriber account user",
    "animal": "cattle cow sheep animal livestock",
    "tree": "tree",
    "goal": "goal",
    "suspect": "suspect gunman gunmen attacker assailant",
    "hostage": "hostage captive prisoner detainee inmate",
    "migrant": "migrant refugee asylum",
    "foreigner": "foreigner tourist national",
    "deputy": "deputy lawmaker senator representative mp councillor",
    "visitor": "visitor spectator fan attendee festivalgoer reveller guest concertgoer",
    "ticket": "ticket",
    "flight": "flight departure",
}  # fmt: skip

HUMANS = frozenset(
    "person passenger crew worker miner child pupil woman man protester police firefighter patient soldier suspect hostage"
    " migrant foreigner deputy visitor voter customer".split()
)
SUBGROUPS = frozenset(
    "child woman man pupil police firefighter foreigner crew soldier suspect hostage migrant deputy".split()
)
"""Those who are counted as a part of the people in an event, and not as all of them."""

MONEY_WORDED: dict[str, str] = {
    "deal": "deal acquisition acquire acquired takeover purchase purchased bought buy buyout merger sold sale paid pay price bid offer valued valuing sell worth",
    "cost": "cost costs costing budget budgeted spend spent spending bill expense overrun estimated",
    "damage": "damage damages losses destruction",
    "fine": "fine fined penalty settlement settle compensation",
    "revenue": "revenue sales turnover takings",
    "profit": "profit profits earnings surplus",
    "loss": "loss deficit shortfall",
    "investment": "invest invested investment investing fund funding raised raise financing",
    "debt": "debt owed owes loan liabilities borrow",
    "stolen": "stolen stole theft heist robbery embezzled loot haul siphoned",
    "aid": "aid relief grant donation donated pledge pledged package",
    "wage": "wage salary pay raise bonus",
    "ransom": "ransom",
}  # fmt: skip

SAME_WORDED: dict[str, str] = {
    "begin": "begin began begun start started starts commence commenced launch launched opening open opened opens opens kick kicked walked strike",
    "end": "end ended ends finish finished close closed closes closing conclude concluded",
    "fire": "fire blaze inferno flames conflagration",
    "quake": "quake earthquake tremor temblor",
    "storm": "storm hurricane typhoon cyclone",
    "crash": "crash crashed collision collided collide crashes",
    "blast": "blast explosion exploded bombing bomb detonation",
    "flood": "flood floods flooding deluge",
    "sign": "sign signed signing",
    "attack": "attack attacked assault raid raided strike",
    "shooting": "shooting shot gunfire gunman",
    "march": "march protest demonstration rally",
    "treaty": "treaty pact agreement accord",
    "vote": "vote election poll referendum ballot",
    "win": "win won victory triumph",
    "hit": "hit struck strikes hits",
    "company": "company firm group business corporation",
    "prison": "prison jail imprisonment",
    "court": "court tribunal judge",
    "say": "say tell report announce state",
    "invade": "invade invaded invasion",
    "arrive": "arrive arrived arrival reached reach docked landed",
    "leave": "left leave departed depart sailed departure",
    "build": "build built construct construction constructed",
    "town": "town city village",
    "height": "height high tall",
    "depth": "depth deep",
    "length": "length long",
    "width": "width wide",
    "weight": "weight weigh weighed weighs heavy",
    "speed": "speed gusts gust wind winds",
    "distance": "distance away off from",
    "area": "area burned burnt scorched",
    "rain": "rain rainfall",
}  # fmt: skip


def _by_stem(worded: dict[str, str]) -> dict[str, str]:
    return {stem(word): meaning for meaning, words in worded.items() for word in words.split()}


ROLES, KINDS, MONIES, SAME = map(_by_stem, (ROLES_WORDED, KINDS_WORDED, MONEY_WORDED, SAME_WORDED))
"""The meaning of each stem."""

LEXICON_ONLY = frozenset(
    {
        "dead",
        "injured",
        "missing",
        "trapped",
        "arrested",
        "displaced",
        "rescued",
        "infected",
        "attended",
        "laid off",
    }
)
"""Roles that one event has once: how many were killed in it is one number, whatever else the sentences say."""


def meaning(word: str) -> str:
    """Return the stem of a word, or the name of what several words mean."""
    return SAME.get(word, word)


AHEAD = frozenset(
    "will would expected expects expect plan plans planned planning could may might possible possibility possibly pledge pledged"
    " promised promise forecast forecasts predicted predict projected projection aims aim target hopes hope intends intend due"
    " scheduled set proposed proposes propose potentially preparing prepare prepared eventually should goal wants likely vowed feared fear would-be if".split()
)
"""Words by which a figure is of what may be, and not of what is."""

EARLIER = frozenset(
    "initial initially earlier previous previously originally original preliminary first former formerly prior past yesterday"
    " once before revised".split()
)
"""Words by which a figure is of an earlier count."""

ADDED = frozenset("another additional further more extra others".split())
"""Words by which a figure adds to another."""
