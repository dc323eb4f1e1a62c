"""What pages of the curriculum say of themselves to search engines: schema.org courses and learning resources.

The terms are those of https://schema.org/Course, /LearningResource and /AlignmentObject.
"""

from __future__ import annotations

from typing import Any

from cde import routes
from cde.exports.edition import Edition
from cde.layout import Place
from cde.library import ModuleFolder
from cde.model.module import Outcome

TYPES = {
    "module": "module",
    "lecture": "lecture notes",
    "facilitator": "lesson plan",
    "kit": "lesson plan",
    "slides": "presentation",
}
"""The kind of learning resource that each kind of page is."""


def of_module(edition: Edition, module: ModuleFolder, place: Place, language: str) -> dict[str, Any]:
    """A page of a module: what it teaches, for whom, how long it takes, and the course that it belongs to."""
    data, words = module.data, edition.library.words
    lecture = module.lecture(place.lecture)
    minutes = lecture.minutes if lecture else data.minutes.total
    if place.kind in ("facilitator", "kit", "slides") and module.session:
        minutes = module.session.data.minutes()
    served = [outcome for outcome in data.outcomes if lecture is None or outcome.id in lecture.outcomes]
    course = edition.library.bases[data.group].data
    address = edition.address(f"curriculum/{data.group}/index.md", language)
    found: dict[str, Any] = {
        "learningResourceType": TYPES[place.kind],
        "timeRequired": f"PT{minutes}M",
        "educationalLevel": words.say("module_level", data.level, language),
        "audience": [
            {"@type": "EducationalAudience", "educationalRole": words.say("audience", who, language)}
            for who in data.audience
        ],
        "teaches": [outcome.text[language] for outcome in served],
        "educationalAlignment": [_alignment(edition, module, outcome, language) for outcome in served],
        "isPartOf": {"@type": "Course", "@id": address, "name": course.title[language], "url": address},
    }
    if place.kind == "module":
        needed = edition.library.published(data.requires)
        found["competencyRequired"] = [
            edition.library.modules[link.module].data.title[language] for link in needed if link.kind == "needed"
        ]
    return found


def _alignment(edition: Edition, module: ModuleFolder, outcome: Outcome, language: str) -> dict[str, Any]:
    return {
        "@type": "AlignmentObject",
        "alignmentType": "teaches",
        "targetName": outcome.text[language],
        "targetUrl": f"{edition.address(module.document, language)}#outcome-{outcome.id}",
    }


def of_course(edition: Edition, place: Place, language: str) -> dict[str, Any]:
    """The page of a base or of a path: a course made of modules. Its hours are this project's proposal."""
    library = edition.library
    modules = library.modules_of(place.group) if place.kind == "base" else routes.routes(library)[place.value].modules
    return {
        "provider": {"@type": "Organization", "name": library.say("site-name", language)},
        "timeRequired": f"PT{sum(module.data.hours for module in modules)}H",
        "hasPart": [
            {
                "@type": "LearningResource",
                "@id": edition.address(module.document, language),
                "name": module.data.title[language],
                "url": edition.address(module.document, language),
            }
            for module in modules
        ],
    }
