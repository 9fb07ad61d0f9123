"""Papers from addresses: what an address is, what a page of a council leads to, and fetching it politely into a folder of papers.

``gathering`` is the whole of it: from addresses to files; ``fetching`` asks one host at a time, over ``connecting``, which goes nowhere
private; ``moderngov`` and ``pages`` read what pages lead to; ``paper_folder`` keeps the files and what is known of them.
"""
