"""Reading and writing what other programs do, one module a format, each imported when it is used.

================================  ===============================================  ===========================
module                            reads                                            writes
================================  ===============================================  ===========================
`careertrack.formats.linkedin`    a person's own LinkedIn archive
`careertrack.formats.onet`        occupations of the O*NET database, as roles
`careertrack.formats.vcard`       address books                                    contacts
`careertrack.formats.icalendar`   appointments                                     what is coming up
`careertrack.formats.jsonresume`  a CV                                             a CV
`careertrack.formats.csv`         contacts and applications                        rows of any kind
`careertrack.formats.networkx`                                                     people, goals, skills
================================  ===============================================  ===========================

Every importer returns what it made as `Imported`: records for a plan, and what could not be read,
row by row.  Every exporter to text returns an `Exported`: the text, and what could not be written.
"""

from careertrack.formats.reading import Imported
from careertrack.formats.writing import Exported

__all__ = ["Exported", "Imported"]
