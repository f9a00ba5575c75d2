"""The words that made-up organisations are made of: places, staff groups, names. All are invented."""

HOSPITALS = ("Northfield Hospitals", "Eastwater Hospitals", "Hallam Vale Health", "Three Rivers Health")
CHARITIES = ("The Lantern Trust", "Open Kitchen", "Harbour House", "The Mending Room")

DIVISIONS = (
    "Medicine",
    "Surgery",
    "Offices",
    "Women and Children",
    "Community",
    "Estates and Facilities",
    "Mental Health",
    "Diagnostics",
    "Urgent Care",
)
OFFICES = ("Offices", "Estates and Facilities")
SERVICES = ("East", "West", "North", "South", "Central", "Day", "Night", "Outreach", "Planned", "Specialist")
WARDS = ("Ash", "Birch", "Cedar", "Elder", "Hazel", "Juniper", "Larch", "Maple", "Oak", "Poplar", "Rowan", "Willow")
CHARITY_TEAMS = ("Front Door", "Outreach", "Kitchen", "Fundraising", "Volunteers", "Office", "Youth", "Advice")
SITES = ("Main site", "Riverside", "Hillview", "At home with patients")

GROUPS = (
    "Nursing and midwifery",
    "Support to nursing",
    "Medical and dental",
    "Allied health professions",
    "Administrative",
    "Estates and ancillary",
    "Scientific and technical",
)
OFFICE_GROUPS = (
    "Administrative",
    "Administrative",
    "Administrative",
    "Estates and ancillary",
    "Scientific and technical",
)
CHARITY_GROUPS = ("Front line", "Front line", "Office")
BANDS = ("Bands 2 and 3", "Bands 4 and 5", "Bands 6 and 7", "Band 8 and above")
YEARS = ("Under 1 year", "1 to 5 years", "6 to 15 years", "Over 15 years")

FIRST = (
    *("Abena", "Aisha", "Alun", "Amara", "Anita", "Bartek", "Beatrix", "Callum", "Carys", "Chidi", "Daniela", "Dilys"),
    *("Edith", "Emeka", "Farah", "Fergus", "Gwen", "Hamza", "Hanna", "Idris", "Imani", "Iwona", "Jaya", "Joan", "Kofi"),
    *(
        "Leila",
        "Lionel",
        "Mairi",
        "Marek",
        "Meera",
        "Nadia",
        "Niall",
        "Olu",
        "Parveen",
        "Priya",
        "Rhys",
        "Rosa",
        "Sana",
    ),
    *("Sunil", "Tamsin", "Tariq", "Una", "Vikram", "Winifred", "Yusuf", "Zofia"),
)
LAST = (
    *("Abbott", "Adeyemi", "Ahmed", "Banerjee", "Begum", "Bevan", "Boateng", "Brennan", "Cooper", "Costa", "Davies"),
    *("Dhillon", "Eze", "Farrell", "Fernandes", "Ghosh", "Griffiths", "Hussain", "Iqbal", "Jankowska", "Kaur", "Keane"),
    *("Lewis", "Lim", "Mbeki", "Mensah", "Moretti", "Mwangi", "Nowak", "Obi", "Okafor", "Osei", "Patel", "Pereira"),
    *("Quinn", "Rahman", "Rees", "Santos", "Sharma", "Silva", "Tan", "Thapa", "Underhill", "Vogt", "Walsh", "Yeboah"),
)
