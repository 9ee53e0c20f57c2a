"""What to do next, and why."""

from careertrack.questions.actions.action import Action
from careertrack.questions.actions.choosing import Actions, actions

__all__ = ["Action", "Actions", "actions"]
