"""Reading what other programs write, one module a format, each imported when it is used.

`careertrack.formats.linkedin` reads an archive of a person's own LinkedIn data, and
`careertrack.formats.onet` reads occupations from a text download of the O*NET database.
Every importer returns what it made as `Imported`: records for a plan, and what could not be
read, row by row.
"""

from careertrack.formats.reading import Imported
from careertrack.formats.writing import Exported

__all__ = ["Exported", "Imported"]
