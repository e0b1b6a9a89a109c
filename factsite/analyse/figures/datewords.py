"""The words that dates are made of, as patterns."""

from __future__ import annotations

import re

from factsite.analyse.figures.sieve import lazily

_MONTH = (
    r"Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)?|May|June?|Jun\.|July?|Jul\.|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?|"
    r"JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?"
)
_ALONE = "January|February|April|June|July|August|September|October|November|December"
"""Months that mean nothing else; "May" and "March" must be led in."""
_YEAR = r"(?:1[5-9]|20)\d\d"
FIRST_YEAR, LAST_YEAR = 1500, 2099
"""The years that are read as years; an article is of one of them, too, or its day is not known."""
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART = r"(?:the\s)?(?:very\s)?(?:early|mid|late|beginning\sof|start\sof|middle\sof|end\sof|first\shalf\sof|second\shalf\sof)"
_PARTS = rf"(?P<part>{_PART})(?:-?[\s-](?:to|or)[\s-](?P<to_part>early|mid|late))?(?:-|\s(?:in\s)?)(?:the\s)?"
_COUNT = r"(?:an?|the|couple of|few|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?<!\d[,.])\d{1,4})(?:[\s-]and[\s-]a[\s-](?:half|quarter))?"
_TIME = r"(?:(?:day|week|month|year|decade|hour|minute)s?|century|centuries)"
SPAN = lazily(
    rf"""(?<![\w-])(?:{_PARTS})?(?:
      (?P<iso>{_YEAR}-\d{{2}}-\d{{2}})(?!\d)
    | (?P<slashed>\d{{1,2}}/\d{{1,2}}/(?:1[5-9]|20)\d\d)(?!\d)
    | \bH(?P<half>[12])\s(?P<year8>{_YEAR})\b
    | (?:{_WEEKDAY},?\s+)?(?:the\s)?(?P<day1>{_DAY})(?:(?:\s?[–-]\s?|\s(?:to|and)\s)(?P<day1b>{_DAY}))?\s(?:of\s)?(?P<month1>{_MONTH})\b(?:,?\s(?:of\s)?(?P<year1>{_YEAR})\b)?
    | (?:{_WEEKDAY},?\s+)?(?P<month2>{_MONTH})\s(?:the\s)?(?P<day2>{_DAY})(?![\d:]|,\d{{3}}|\.\d|\s?(?:percent|per\scent|million|billion|thousand|%))(?:\s?[–-]\s?(?P<day2b>{_DAY})(?!\d))?(?:,?\s(?P<year2>{_YEAR})\b)?
    | (?P<month3>{_MONTH})(?:,?\s(?:of\s)?|\s?[’'])(?P<year3>{_YEAR})\b
    | (?P<quarter>first|second|third|fourth|final|last)[\s-]quarter(?:\sof)?\s(?:(?P<year4>{_YEAR})|(?P<which>this|last|next)\syear)\b
    | (?:spring|summer|autumn|fall|winter)(?:\sof)?\s(?P<season>{_YEAR})\b
    | \bQ(?P<quarter2>[1-4])\s(?:of\s)?(?P<year5>{_YEAR})\b | (?P<year6>{_YEAR})\sQ(?P<quarter3>[1-4])\b
    | (?P<decade>(?:1[5-9]|20)\d0)s\b
    | (?P<relative>(?:(?:earlier|later)\s)?(?:last|past|this|next|previous)\s(?:{_WEEKDAY}|weekend|week|month|year|{_ALONE}|May|March)|yesterday|today|tomorrow|tonight|last\snight|(?:(?P<ago>{_COUNT})\s(?P<ago_unit>{_TIME})\s(?:ago|earlier))
        |(?:(?:over|in|during|for|within|throughout|of)\s)?the\s(?:last|past)\s(?P<past>{_COUNT}\s)?(?P<past_unit>{_TIME})(?!\s(?:of|ago)\b))
    | (?P<weekday>{_WEEKDAY})\b(?!s)
    | (?P<month7>{_MONTH})(?=\s(?:to|and|through|until)\s(?:early\s|mid-?|late\s)?(?:{_MONTH})\b)
    | (?P<month4>{_ALONE})\b | (?P<month5>May|March|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.|Jan\.|Feb\.)(?!\w)
    | (?P<year7>{_YEAR})(?![\d,]\d|\.\d|\s?%)\b
    )""",
    re.VERBOSE,
)
"""One span of days."""
BOUND = lazily(
    r"\b(?P<bound>since|starting|beginning|as of|from|by|until|till|up to|before|after|prior to|no later than|not later than|as early as|as late as)\s(?:about\s|around\s|the\s|in\s|on\s)?$",
    re.IGNORECASE,
)
BOUND_ENDS = frozenset(
    "since starting beginning of from by until till to before after than as about around the in on".split()
)
"""What stands before a date that has a bound."""

LED_IN = lazily(
    r"(?:^|\b(?:in|by|since|until|till|of|from|to|through|during|before|after|between|last|this|next|early|mid|late|and|or|on|every|each)[\s-]|-)$",
    re.IGNORECASE,
)
YEAR_LED_IN = lazily(
    r"(?:^|\b(?:in|by|since|until|till|of|from|to|through|during|before|after|between|early|mid|late|and|or|year|for|the|around|about|circa|summer|spring|autumn|fall|winter)[\s-]|[(–/-]|,\s)$",
    re.IGNORECASE,
)
COUNTED = lazily(
    r"[\s-](?:[A-Z]\w+\s){0,3}(?:(?!(?:and|or|but|to|in|at|on|when|while|after|with|for|of|by|as|who|that|it|he|she|was|is|the|has|had|a)\b)[a-z]+\s)?(?:people|men|women|children|troops|[a-z]{3,}s|strong|km|kg|miles?|million|billion|thousand|percent|per cent|dead|tonnes?)\b"
)
AHEAD = lazily(
    r"\b(?:will|would|by|until|before|due|expected|scheduled|planned|plans?|set|next|until|upcoming|to be|begins?|is to|are to|votes|meets|opens|starts|goes|returns|visits|travels|resumes|convenes|faces)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
YEAR_LED_OUT = lazily(r"\s[a-z]|[,.;)–-]|$|\s[A-Z]")
DATED = lazily(
    r"(?:1[5-9]|20)\d\d|\d{1,2}(?:(?:st|nd|rd|th)?(?:\s?[–-]|\s(?:[JFMASOND]|to\s|and\s|of\s))|/\d)|\d{1,4}[\s-](?:and|day|week|month|year|decade|hour|minute|centur)"
)
"""Digits that a date may begin with."""
JOINT = lazily(r"\s?(?:–|—|-|/)\s?|\s(?:to|and|through|until|and\son|or)\s(?:the\s)?", re.IGNORECASE)
SHORT_YEAR = lazily(r"[–/-](?P<short>\d\d)(?!\d|-\d|,\d)")
