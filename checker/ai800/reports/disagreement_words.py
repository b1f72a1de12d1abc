"""What each disagreement is about: of what is declared with what is observed, or with itself."""

from __future__ import annotations

TITLES = {
    "fact:weights": "The declared weights and their digests are those of the repository",
    "fact:licence": "The declared licences are those that the repository shows",
    "fact:parameters": "The declared numbers of parameters are those that the files show",
    "fact:base-model": "Every base model that the repository names is declared",
    "fact:openness": "What calls itself open source has the licence, code and data information that it takes",
    "release:unknown_reference": "Every id that a record names is declared",
    "release:two_deployments": "Each channel has one record in `deployments`",
    "release:empty_threshold": "Each threshold names a rating or a metric",
}
OBSERVED = "fact:"
