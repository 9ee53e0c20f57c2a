"""Plots of what the library computes, one function each: drawn on axes of Matplotlib, which it returns.

Each takes what a plan answers and, as ``ax``, the axes to draw in; without them it makes a figure.
The colours of text and background are those of the style in use.  Nothing is told by colour alone.
Where there is nothing to draw, the plot says so in words.  Needs the extra ``plots``; importing this
module imports no Matplotlib.

>>> import careertrack as ct
>>> from careertrack import plots
>>> plan = ct.Plan() + ct.Effort(on="2026-02-03", minutes=90, pillar="skills")
>>> plots.effort_calendar(plan.as_of("2026-03-01"), since="2026-02-01").get_title()
'Effort from 2026-02-01 to 2026-03-01: 1 h 30 min on 1 day'
"""

from careertrack.plots._burn_up import burn_up
from careertrack.plots._effort_calendar import effort_calendar
from careertrack.plots._funnel import funnel
from careertrack.plots._history import history
from careertrack.plots._network import network
from careertrack.plots._pillar_profile import pillar_profile
from careertrack.plots._runway import runway
from careertrack.plots._skill_gaps import skill_gaps

__all__ = [
    "burn_up",
    "effort_calendar",
    "funnel",
    "history",
    "network",
    "pillar_profile",
    "runway",
    "skill_gaps",
]
