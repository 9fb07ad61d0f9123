"""Our templates as plain functions.

Datasette makes every template of the kind that may wait for something at each of its calls, which takes three times as long; ours wait
for two things, and these are fetched first.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from datasette.app import Datasette
from jinja2 import Environment, Template

_OURS = Path(__file__).parent / "templates"


class _Wanted(Exception):
    """A list that is not there yet."""


class AtOnce(Template):
    """A template that is written at once, after the lists that its forms choose from have been fetched."""

    async def render_async(self, *args: Any, **kwargs: Any) -> str:
        """The page for the variables that Datasette gives, two of which wait: ``menu_links()`` and ``choices(name)``."""
        context = dict(*args, **kwargs)
        links = await context["menu_links"]()
        # Which lists a template asks for is known once it was written.
        names: set[str] = self.__dict__.setdefault("lists", set())
        lists = {name: await context["choices"](name) for name in names}

        def choices(name: str) -> Any:
            if name not in lists:
                raise _Wanted(name)
            return lists[name]

        while True:
            try:
                return self.render({**context, "menu_links": lambda: links, "choices": choices})
            except _Wanted as wanted:
                (name,) = wanted.args
                lists[name] = await context["choices"](name)
                names.add(name)


def at_once(datasette: Datasette) -> Callable[[Template], Template]:
    """A function that gives for one of our templates the same to be written at once, and leaves any other as it is."""
    ours: Environment = datasette.jinja_env.overlay(enable_async=False)
    ours.template_class = AtOnce

    def found(template: Template) -> Template:
        is_ours = template.filename is not None and Path(template.filename).parent == _OURS
        return ours.get_template(str(template.name)) if is_ours else template

    return found
