"""Papers of councils: their staff, calls and complaints are their own, and not those of the police force of the area."""

from __future__ import annotations

import re
from dataclasses import replace

from schema.reading import Identity, Observation

_COUNCIL = re.compile(r"\b(?:councils?|cabinet|executive|overview|scrutiny|borough|corporation)\b", re.IGNORECASE)
_POLICING = re.compile(r"\b(?:police|policing|constabulary|constable|pcsos?|commissioner)\b", re.IGNORECASE)
_SAFETY = re.compile(r"\b(?:panel|crime|community\s+safety|strategic\s+scrutiny)\b", re.IGNORECASE)


def is_of_council(identity: Identity) -> bool:
    """True for a paper of a council that is about no force: ``Kent County Council``, ``Cabinet``; not ``Police and Crime Panel``."""
    body = identity.body or ""
    if identity.force is not None or not _COUNCIL.search(body) or _SAFETY.search(body):
        return False
    return not _POLICING.search(f"{body} {identity.title or ''}")


def of_whom(observation: Observation, identity: Identity) -> Observation:
    """The figure without a force where a council tells it of its area and says nothing of police.

    | in a paper of a county council                         | force |
    | ------------------------------------------------------ | ----- |
    | ``377,315 trees planted in Kent``                      | none  |
    | ``Kent Police recorded 1,204 burglaries``              | kent  |
    """
    if observation.force is None or not is_of_council(identity):
        return observation
    said = " ".join(filter(None, (observation.label, observation.quote, observation.area, observation.context)))
    return observation if _POLICING.search(said) else replace(observation, force=None)
