"""The commands: each module here is one, by its name, and has it as ``command``.

A module is imported when its command is called or helped, and imports what it needs when it is called: no command waits for what only
another one uses.
"""
