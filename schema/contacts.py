"""What telephone numbers and e-mail addresses look like: papers print those of people, and they are neither kept nor shown."""

from __future__ import annotations

import re

EMAIL = re.compile(r"[\w.+'’-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
#: A number of the United Kingdom: a 0 or +44, then nine or ten digits with single spaces, brackets or hyphens among them.
PHONE = re.compile(r"(?<![\w£.,/-])(?:\+44[ -]?(?:\(0\))?[ -]?|\(?0)[1-9](?:[ ()-]{0,2}\d){8,9}(?![\w/]|[.,]\d)")
