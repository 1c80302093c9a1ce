"""The twelve labels, their order in the model's output and what each one leads to. Source: the CONTRACTS table."""

LABELS = [
    "none",
    "mental-health/information",
    "self-harm/distress",
    "self-harm/ideation",
    "self-harm/intent",
    "self-harm/instructions",
    "self-harm/concern-other",
    "violence/discussion",
    "violence/anger",
    "violence/threat",
    "violence/instructions",
    "violence/victim",
]
INDEX = {label: position for position, label in enumerate(LABELS)}
LANGUAGES = ["en", "zh", "ja", "ko", "es", "fr", "de", "pt", "hi", "ar"]

# Level of a message (0-3) reached when the label is shown. Labels not named here reach level 0.
LEVEL = {
    "self-harm/distress": 1,
    "self-harm/ideation": 2,
    "self-harm/instructions": 2,
    "self-harm/intent": 3,
    "violence/anger": 1,
    "violence/instructions": 2,
    "violence/threat": 3,
}
# Labels that never raise a level: a card on a message whose labels are all among these is a false card.
QUIET = {"none", "mental-health/information", "violence/discussion"}


def level_of(labels):
    """Highest level (0-3) among an iterable of label names."""
    return max((LEVEL.get(label, 0) for label in labels), default=0)
