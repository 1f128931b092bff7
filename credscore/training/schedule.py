"""How long the attribution tagger and its teacher learn, and on how much: code and card agree."""

from __future__ import annotations

__all__ = [
    "ARTICLES_A_STEP",
    "GOLD_WEIGHT",
    "PASSES",
    "SILVER_ARTICLES",
    "TEACHER_COOLING_STEPS",
    "TEACHER_PASSES",
]

# Passes of the tagger over all articles, and how many articles a step looks at.
PASSES = 8
ARTICLES_A_STEP = 8
# How often an annotated article comes in each pass.
GOLD_WEIGHT = 2
# About how many articles without labels the teacher labels.
SILVER_ARTICLES = 5_000
# The teacher's passes at high rates, and its steps at falling ones after them.
TEACHER_PASSES = 2
TEACHER_COOLING_STEPS = 100
