"""Records to begin with: the first thirty days, for five ways of standing beside one's career.

Each function gives a few plain records that fit together.  They ask for less than five hours a
week, name nobody, and are meant to be edited: revise what is too much, replace the placeholders,
leave out what is not yours.

>>> import careertrack as ct
>>> from careertrack import templates
>>> plan = ct.Plan(owner="Ada") + templates.laid_off("2026-01-05")
>>> plan.review("2026-01-05").status
'starting'
"""

from careertrack.templates._comparing_offers import comparing_offers
from careertrack.templates._laid_off import laid_off
from careertrack.templates._returning import returning
from careertrack.templates._stuck_in_role import stuck_in_role
from careertrack.templates._unsure import unsure

__all__ = ["comparing_offers", "laid_off", "returning", "stuck_in_role", "unsure"]
