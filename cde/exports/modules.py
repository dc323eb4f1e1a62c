"""`modules.json`, `paths.json` and `cohorts.json`: the curriculum and the programme's teams as data."""

from __future__ import annotations

from typing import Any

from cde import quizzes, routes
from cde.exports.edition import Edition
from cde.library import ModuleFolder

LEFT_OUT = {"aliases", "status"}
"""Fields of a record that are for the site alone."""


def record(edition: Edition, module: ModuleFolder) -> dict[str, Any]:
    """One module as data: its record, its questions, worksheet and session, and where its pages are."""
    data = module.data.model_dump(mode="json", by_alias=True, exclude=LEFT_OUT)
    library = edition.library
    for key in ("requires", "cases"):
        links = library.published(getattr(module.data, key))
        data[key] = [link.model_dump(mode="json") for link in links]
    for lecture in data["lectures"]:
        lecture["url"] = edition.addresses(f"{module.path}/lectures/{lecture['id']}.md")
    questions = module.quiz.data.questions if module.quiz else []
    data["questions"] = [
        question.model_dump(mode="json") | {"version": quizzes.version(question)} for question in questions
    ]
    for name, entry in (("worksheet", module.worksheet), ("session", module.session)):
        data[name] = entry.data.model_dump(mode="json") if entry else None
    return data | {"url": edition.addresses(module.document)}


def modules_json(edition: Edition) -> dict[str, Any]:
    """The whole curriculum. Only the names of the four bases are official; the rest is this project's proposal."""
    library = edition.library
    return {
        "$schema": edition.file("modules.schema.json"),
        **edition.header,
        "proposal": {language: library.say("group-proposed", language) for language in library.languages},
        "groups": [entry.data.model_dump(mode="json") for entry in library.bases.values()],
        "modules": [record(edition, module) for module in library.published_modules()],
    }


def paths_json(edition: Edition) -> dict[str, Any]:
    """Every learning path, those of the bases too, with the hours of its modules."""
    library = edition.library
    found = [
        {
            "id": route.id,
            "kind": route.kind,
            "title": route.title.model_dump(),
            "summary": route.summary.model_dump(),
            "hours": route.hours,
            "steps": [
                {
                    "module" if stop.module else "case": stop.there.data.id,
                    "why": stop.why.model_dump() if stop.why else None,
                }
                for stop in route.stops
            ],
            "url": {language: edition.address(route.document, language) for language in library.languages},
        }
        for route in routes.routes(library).values()
    ]
    return {**edition.header, "paths": found}


def cohorts_json(edition: Edition) -> dict[str, Any]:
    """What sources tell of the cohorts and their teams. A person's consent is not published, only acted upon."""
    cohorts = [
        cohort.data.model_dump(mode="json", exclude={"teams": {"__all__": {"people": {"__all__": {"consent"}}}}})
        for cohort in edition.library.cohorts.values()
    ]
    return {**edition.header, "cohorts": cohorts}
