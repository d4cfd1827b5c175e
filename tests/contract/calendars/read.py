"""Reads calendars from standard input, one JSON object a line, and tells what stands in them, one JSON object a line.

Each object has `text` (the calendar), `from` and `until` (UTC). `occurrences` in the answer are what
recurring-ical-events finds in between; `own` is the same where the reader knows no zone of that name and has only the
`VTIMEZONE` that came along; `parts` is what icalendar reads of the components.
"""

import json
import re
import sys
from datetime import datetime, timezone

import icalendar
import recurring_ical_events

UNKNOWN = "X-Concordat/Unknown-"
renamed = 0


def occurrences(text, start, end):
    calendar = icalendar.Calendar.from_ical(text)
    found = []
    for event in recurring_ical_events.of(calendar).between(start, end):
        begins = event["DTSTART"].dt.astimezone(timezone.utc)
        ends = (event["DTSTART"].dt.astimezone(timezone.utc) + event["DURATION"].dt) if "DURATION" in event else event.end
        found.append(
            {
                "uid": str(event["UID"]),
                "starts": begins.strftime("%Y-%m-%dT%H:%M:%SZ"),
                "ends": ends.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
                "summary": str(event["SUMMARY"]),
                "status": str(event.get("STATUS", "")),
            }
        )
    return sorted(found, key=lambda one: (one["starts"], one["uid"]))


def parts(text):
    calendar = icalendar.Calendar.from_ical(text)
    read = {"method": str(calendar["METHOD"]), "errors": [], "events": []}
    for component in calendar.walk():
        read["errors"] += [str(error) for error in component.errors]
    for event in calendar.walk("VEVENT"):
        attendees = event.get("ATTENDEE", [])
        attendees = attendees if isinstance(attendees, list) else [attendees]
        organizer = event.get("ORGANIZER")
        read["events"].append(
            {
                "uid": str(event["UID"]),
                "sequence": int(event["SEQUENCE"]),
                "status": str(event.get("STATUS", "")),
                "summary": str(event["SUMMARY"]),
                "place": str(event.get("LOCATION", "")),
                "about": str(event.get("DESCRIPTION", "")),
                "organizer": [str(organizer), organizer.params["CN"]] if organizer is not None else None,
                "attendees": [[str(one), one.params["CN"], one.params["ROLE"]] for one in attendees],
                "instead": event["RECURRENCE-ID"].dt.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
                if "RECURRENCE-ID" in event
                else None,
                "names": sorted(event.keys()),
            }
        )
    return read


def unknown(text):
    """The same calendar with zones of names that nobody knows; each time another one, as zones are remembered by name."""
    global renamed
    renamed += 1
    name = f"{UNKNOWN}{renamed}-"
    unfolded = text.replace("\r\n ", "")
    return re.sub(r"TZID([:=])", rf"TZID\g<1>{name}", unfolded)


def moment(text):
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=timezone.utc)


for line in sys.stdin:
    given = json.loads(line)
    start, end = moment(given["from"]), moment(given["until"])
    answer = {
        "occurrences": occurrences(given["text"], start, end),
        "own": occurrences(unknown(given["text"]), start, end),
        "parts": parts(given["text"]),
    }
    print(json.dumps(answer), flush=True)
