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
STATUSES = ("new", "open", "waiting", "closed")
