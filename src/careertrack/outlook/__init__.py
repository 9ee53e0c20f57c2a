"""Outlook: what the odds say, given what others decided so far and how long the means last."""

from careertrack.outlook.funnel import Funnel, Rate
from careertrack.outlook.means import Needed, Pace
from careertrack.outlook.together import Outlook, chance_of_offer, outlook
from careertrack.outlook.waiting import Waiting

__all__ = ["Funnel", "Needed", "Outlook", "Pace", "Rate", "Waiting", "chance_of_offer", "outlook"]
