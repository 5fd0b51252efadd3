"""Small files of each format, made up by the formats' public descriptions."""

from __future__ import annotations

TABLE = """\
Date,End,Title,Description,Category,People,Link
12 May 1999,,Bridge opened,The <b>new</b> bridge.,Roads,Ann Lee; Bob Roe,https://example.org/bridge
c. 1850,1852,Mill built,,Works,Bob Roe,
unknown,,Founding,Nobody knows when.,Works,,
"""

TIMELINEJS = {
    "title": {"text": {"headline": "The town", "text": "<p>Its story</p>"}},
    "events": [
        {
            "start_date": {"year": "1905", "month": "07", "day": "4"},
            "text": {
                "headline": "Tram &amp; bus",
                "text": "<p>First <a href='https://example.org/t'>tram</a></p>",
            },
            "media": {"url": "https://example.org/t.jpg", "caption": "A tram", "credit": "Archive"},
            "group": "Transport",
            "background": {"color": "#fff"},
            "unique_id": "tram",
        },
        {
            "start_date": {"year": 1910, "display_date": "about 1910"},
            "end_date": {"year": 1912, "month": 3},
            "text": {"headline": "Works"},
        },
        {"start_date": {"year": "-55"}, "text": {"headline": "Camp"}},
        {"start_date": {"year": "-4600000000"}, "text": {"headline": "Earth"}},
        {"start_date": {"year": "19xx"}, "text": {"headline": "Unsure"}},
    ],
    "eras": [
        {"start_date": {"year": 1900}, "end_date": {"year": 1914}, "text": {"headline": "Peace"}}
    ],
}

TIMELINEJS_2 = {
    "timeline": {
        "headline": "Old town",
        "type": "default",
        "text": "Before",
        "date": [
            {
                "startDate": "1905,7,4",
                "endDate": "1905,7,5",
                "headline": "Fair",
                "text": "A fair",
                "tag": "Feasts",
                "asset": {
                    "media": "https://example.org/f.jpg",
                    "credit": "",
                    "caption": "The fair",
                },
            },
            {"startDate": "1910", "headline": "Census"},
            {"startDate": "3/27/1911", "headline": "Storm"},
        ],
    }
}

TIMELINE_PROJECT = """<?xml version="1.0" encoding="utf-8"?>
<timeline>
  <version>2.4.0</version><timetype>gregoriantime</timetype>
  <eras><era><name>Old age</name><start>-20-01-01 00:00:00</start><end>99-01-01 00:00:00</end>
    <color>1,2,3</color><ends_today>False</ends_today></era></eras>
  <categories><category><name>Life</name><color>200,10,10</color></category></categories>
  <events>
    <event><start>2001-05-06 07:08:09</start><end>2001-05-06 07:08:09</end><text>[1]Journey</text>
      <fuzzy>False</fuzzy><ends_today>False</ends_today><category>Life</category></event>
    <event><start>2001-05-07 00:00:00</start><end>2001-05-09 00:00:00</end><text>(1)Walk</text>
      <fuzzy>True</fuzzy><ends_today>False</ends_today><progress>40</progress>
      <labels>north, south</labels><hyperlink>https://example.org/w;file:///x</hyperlink>
      <icon>AAAA</icon><description>Up the hill</description></event>
    <event><start>2002-01-01 00:00:00</start><end>2003-01-01 00:00:00</end><text>Home</text>
      <fuzzy>False</fuzzy><ends_today>True</ends_today></event>
    <event><start>2003-01-01 00:00:00</start><end>2004-01-01 00:00:00</end><text>House</text>
      <fuzzy_start>True</fuzzy_start><fuzzy_end>False</fuzzy_end><ends_today>False</ends_today>
      <milestone>True</milestone></event>
  </events>
</timeline>
"""

MARKWHEN = """\
title: Ships
description: Of the yard
#Wood: #aa0000
dateFormat: d/M/y

// a remark
section Sail #Wood
3/4/1801: Brig laid down #Wood
  With [drawings](https://example.org/d)
  Time: it took long
1801-05-06T10:00:00Z - 1803: Brig built
id: brig
end section
# Steam
1850 - now: Steamers
May 1851 every 2 weeks for 2 years: Meetings
after !brig 3 weeks: Party
"""

CALENDAR = """BEGIN:VCALENDAR\r
VERSION:2.0\r
X-WR-CALNAME:Club\r
BEGIN:VTIMEZONE\r
TZID:Here\r
BEGIN:STANDARD\r
DTSTART:19700101T000000\r
TZOFFSETFROM:+0300\r
TZOFFSETTO:+0300\r
END:STANDARD\r
END:VTIMEZONE\r
BEGIN:VEVENT\r
UID:a1\r
SUMMARY:Meeting\\, long\r
DTSTART;TZID=Here:20240102T100000\r
DTEND;TZID=Here:20240102T113000\r
CATEGORIES:Board,Money\r
LOCATION:Hall\r
STATUS:TENTATIVE\r
RRULE:FREQ=WEEKLY\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:a2\r
SUMMARY:Trip\r
DTSTART;VALUE=DATE:20240301\r
DTEND;VALUE=DATE:20240304\r
DESCRIPTION:See https://example.org/trip\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:a3\r
SUMMARY:Call\r
DTSTART;TZID=Nowhere/Known:20240105T090000\r
DURATION:PT30M\r
END:VEVENT\r
END:VCALENDAR\r
"""

SIMILE_XML = """<data date-time-format="iso8601">
<event start="1860" latestStart="1862" title="Began painting" link="https://example.org/p" color="red"/>
<event start="May 20 1865 00:00:00 GMT" end="1868" earliestEnd="1867" isDuration="true" title="Paris">
   &lt;b&gt;Lived&lt;/b&gt; in
   Paris
</event>
<event start="1870" title="War" image="images/w.png"/>
</data>
"""

SIMILE_JSON = {
    "dateTimeFormat": "iso8601",
    "events": [
        {
            "start": "1900-05-06",
            "title": "One",
            "durationEvent": False,
            "description": "x",
            "icon": "i.png",
        },
        {"start": "1901", "end": "1902", "title": "Two", "durationEvent": True},
    ],
}

VIS = {
    "groups": [{"id": 7, "content": "Lane <i>seven</i>"}],
    "items": [
        {"id": 1, "content": "First", "start": "2014-04-20", "group": 7},
        {
            "id": 2,
            "content": "<b>Second</b>",
            "start": 1398297600000,
            "end": 1398384000000,
            "type": "range",
        },
        {
            "id": 3,
            "content": "Third",
            "start": "2014-04-16",
            "end": "2014-04-19",
            "style": "color: red",
        },
    ],
}

FRONT_MATTER = """---
id: 1999-05-12--bridge
date: 1999-05-12
title: Bridge opened
importance: 8
actors: [City, "Builders, Inc."]
tags:
  - roads
status: confirmed
sources:
  - title: Opening
    url: https://example.org/opening
    outlet: Gazette
---

The bridge **was** opened.
"""

GEDCOM = """0 HEAD
1 DATE 3 Nov 2006
1 CHAR UTF-8
0 @I1@ INDI
1 NAME Ann /Lee/
1 BIRT
2 DATE ABT. 1915
2 PLAC Springfield
1 DEAT Y
1 CHAN
2 DATE 30 Apr 2001
0 @I2@ INDI
1 NAME Bob /Roe/
1 BIRT
2 DATE BET. 1910 - 1912
1 DEAT
2 DATE (unknown)
1 OCCU Smith
2 DATE FROM 1930 TO 1950
2 NOTE A good one
3 CONC  indeed
0 @F1@ FAM
1 HUSB @I2@
1 WIFE @I1@
1 MARR
2 DATE @#DGREGORIAN@ 12 FEB 1735/36
0 TRLR
"""

SPARQL = {
    "head": {"vars": ["item", "itemLabel", "date"]},
    "results": {
        "bindings": [
            {
                "item": {"type": "uri", "value": f"http://www.wikidata.org/entity/Q{number}"},
                "itemLabel": {"type": "literal", "value": f"Thing {number}"},
                "date": {"type": "literal", "value": day},
            }
            for number, day in (
                (1, "1901-01-01T00:00:00Z"),
                (2, "1902-01-01T00:00:00Z"),
                (3, "1903-05-06T00:00:00Z"),
            )
        ]
    },
}

AEON = """\
Type,Display ID,Label,Summary,Color,Start Date,Latest Start Date,Duration,Earliest End Date,End Date,Tags
Event,EV1,Flood,Much water,Red,BC 1-11-19,,"3 weeks",,BC 1-12-10,
Event,EV2,Wall,,Red,99-10-18,,"1 month",,99-11-22,"stone,work"
Character,CH1,Ann,,Red,,,,,,
"""

JSON_LINES = """\
{"message": "Opened", "timestamp": 1437764461000000, "datetime": "2015-07-24T19:01:01+00:00", "timestamp_desc": "In"}
{"message": "Closed", "timestamp": 1437764461000000, "datetime": "2015-07-25T19:01:01+00:00", "timestamp_desc": "In"}
{broken
{"message": "Counted", "timestamp": 1437764461000000, "datetime": "", "timestamp_desc": "In"}
"""
