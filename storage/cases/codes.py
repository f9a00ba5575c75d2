"""What a case can be about and where it can stand, as short codes; the words that people read belong to the screens.

The elements are those of the national guardian's office in its recording guidance of 2024. The national collection changed
hands in June 2026, so the list is a draft and bears a version, which every case keeps.
"""

VERSION = "ngo-2024"
CATEGORIES = (
    "patient-safety",
    "worker-safety",
    "bullying",
    "behaviour",
    "detriment",  # disadvantageous treatment after speaking up
    "other",
)
ELEMENTS = CATEGORIES[:-1]
"""What the national return counts. A case has one main category and may have more of these besides."""
GROUPS = (
    "additional-clinical-services",
    "scientific-and-technical",
    "administrative-and-clerical",
    "allied-health",
    "estates-and-ancillary",
    "healthcare-scientists",
    "medical-and-dental",
    "nursing-and-midwifery",
    "students",
    "other",
    "not-known",
)
"""Worker groups, as far as a guardian knows them."""
DOORS = ("anonymous", "confidential", "open")
HOW = ("in-person", "phone", "mail")
AGAIN = ("yes", "no", "maybe")
"""Answers to: would you speak up again?"""
STATUSES = ("new", "open", "waiting", "closed")
