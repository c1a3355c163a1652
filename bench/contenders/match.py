"""Reads JSON Lines and matches one regular expression: the shape of a message."""

import json
import re
import sys

MESSAGE = re.compile(
    r"[ \t\r\n]*([^ \t\r\n]+)[ \t\r\n]+([0-9]+)[ \t\r\n]+([A-Z0-9?]{1,8})"
    r"(?::([^,]*(?:,[^,]*)*))?[ \t\r\n]*$"
)

matched = 0
with open(sys.argv[1], encoding="utf-8") as lines:
    for line in lines:
        for step in json.loads(line)["steps"]:
            if MESSAGE.match(step["sms"]) is not None:
                matched += 1
print(matched)
