"""A text download of O*NET becomes roles with the skills they ask for."""

import pytest
from tests.formats.conftest import Write

import careertrack as ct
from careertrack.formats import onet

CODE = "15-2051.00"


def tabbed(*rows: str) -> str:
    """Rows with a tab between words that have a bar between them here."""
    return "".join(row.replace("|", "\t") + "\n" for row in rows)


OCCUPATIONS = tabbed(
    "O*NET-SOC Code|Title|Description",
    '15-2051.00|Data Scientists|They say "data", in quotes.',
    "15-2041.00|Statisticians|x",
    "15-2051.01|Business Intelligence Analysts|x",
    "29-1141.00|Registered Nurses|x",
    "29-1171.00|Nurse Practitioners|x",
    "27-2022.00|Coaches and Scouts|x",
    "43-6014.00|Secretaries, Except Legal|x",
    "13-1111.00|Management Analysts|x",
)
HEAD = "O*NET-SOC Code|Element ID|Element Name|Scale ID|Data Value|Recommend Suppress|Not Relevant"
SKILLS = tabbed(
    HEAD,
    "15-2051.00|2.A.1.e|Mathematics|IM|4.50|N|n/a",
    "15-2051.00|2.A.1.e|Mathematics|LV|5.25|N|N",
    "15-2051.00|2.B.3.e|Programming|IM|4.00|N|n/a",
    "15-2051.00|2.B.3.e|Programming|LV|4.25|Y|N",
    "15-2051.00|2.B.3.j|Repairing|IM|1.00|N|n/a",
    "15-2051.00|2.B.3.j|Repairing|LV|0.00|N|Y",
    "15-2051.00|2.B.3.k|Installation|IM|1.25|N|n/a",
    "15-2051.00|2.B.3.k|Installation|LV|0.50|N|Y",
    "15-2051.00|2.A.1.a|Reading Comprehension|IM|3.75|N|n/a",
    "15-2051.00|2.A.1.a|Reading Comprehension|LV|4.00|N|N",
    "15-2051.00|2.B.4.h|Systems Evaluation|LV|0.00|N|N",
    "15-2051.00|2.B.4.h|Systems Evaluation|IM|2.00|N|n/a",
    "15-2051.00|2.A.1.c|Writing|LV|3.00|N|N",
    "15-2051.00|2.A.1.d|Speaking|LV|3.00|N|N",
    "15-2051.00|2.A.1.d|Speaking|IM|3.00|Y|n/a",
    "15-2041.00|2.A.1.e|Mathematics|IM|5.00|N|n/a",
    "15-2041.00|2.A.1.e|Mathematics|LV|6.00|N|N",
)
INTERESTS = tabbed(
    "O*NET-SOC Code|Element ID|Element Name|Scale ID|Data Value",
    *(
        f"15-2051.00|1.B.1|{name}|OI|{value}"
        for name, value in zip(
            ("Realistic", "Investigative", "Artistic", "Social", "Enterprising", "Conventional"),
            ("2.16", "6.99", "2.59", "1.66", "1.71", "5.40"),
            strict=True,
        )
    ),
    "15-2051.00|1.B.1.g|First Interest High-Point|IH|2.00",
    "15-2041.00|1.B.1.a|Realistic|OI|2.00",
)
ZONES = tabbed("O*NET-SOC Code|Job Zone", "15-2051.00|5", "15-2041.00|6")
FILES = {
    "Occupation Data.txt": OCCUPATIONS,
    "Skills.txt": SKILLS,
    "Interests.txt": INTERESTS,
    "Job Zones.txt": ZONES,
}
MATHEMATICS = ct.Skill(id="mathematics", name="Mathematics", source="O*NET 2.A.1.e")


def told(imported: onet.Imported) -> list[str]:
    """The issues of an import, as sentences."""
    return list(map(str, imported.issues))


def test_a_role(folder: Write) -> None:
    """A role has what O*NET stands by: levels and importance, interests and preparation."""
    imported = onet.load(folder(FILES)).read(CODE)

    assert (
        ct.Skill(id="mathematics", name="Mathematics", top=7, source="O*NET 2.A.1.e"),
        ct.Skill(id="reading-comprehension", name="Reading Comprehension", source="O*NET 2.A.1.a"),
        ct.Role(
            id="data-scientists",
            title="Data Scientists",
            requires=[
                ct.Requirement(skill="reading-comprehension", level=4, importance=3.75),
                ct.Requirement(skill="mathematics", level=5.25, importance=4.5),
            ],
            interests=ct.Interests(
                realistic=2.16,
                investigative=6.99,
                artistic=2.59,
                social=1.66,
                enterprising=1.71,
                conventional=5.4,
            ),
            preparation=5,
            source="O*NET-SOC 15-2051.00",
        ),
    ) == imported.records
    assert not any(need.must_have for need in imported.records[-1].requires)  # type: ignore[attr-defined]


def test_what_was_left_out_is_told(folder: Write) -> None:
    """A figure that O*NET recommends not to use is reported; one that is not relevant is nothing."""
    imported = onet.load(folder(FILES)).read(CODE)

    assert [
        "Skills.txt: row 5, column Recommend Suppress: is the level of Programming, "
        "which O*NET recommends not to use: not taken",
        "Skills.txt: row 16, column Recommend Suppress: is the importance of Speaking, "
        "which O*NET recommends not to use: not taken",
    ] == told(imported)
    assert {"occupations": 1, "skills": 2} == imported.found


def test_many_roles(zipped: Write) -> None:
    """Roles of one download share their skills, and the files may be in a folder of a zip."""
    data = onet.load(zipped({f"db_29_0_text/{name.upper()}": text for name, text in FILES.items()}))
    imported = data.read("15-2041.00", CODE)

    assert {"skill": 2, "role": 2} == imported.kinds
    statisticians = data.role("15-2041.00")
    assert statisticians in imported.records
    assert (None, None) == (statisticians.interests, statisticians.preparation)
    assert "<Download of 8 occupations>" == repr(data)


def test_columns_in_any_order(folder: Write) -> None:
    """The header row says which column is which, whatever else a release has."""
    skills = tabbed(
        "Not Relevant|Data Value|Date|Scale ID|Element Name|O*NET-SOC Code|Element ID",
        "n/a|5.00|see 15-2051.00|IM|Mathematics|15-2041.00|2.A.1.e",
        "N|6.00|see 15-2051.00|LV|Mathematics|15-2041.00|2.A.1.e",
        "n/a|4.50|x|IM|Mathematics|15-2051.00|2.A.1.e",
        "N|5.25|x|LV|Mathematics|15-2051.00|2.A.1.e",
    )
    data = onet.load(folder({**FILES, "Skills.txt": skills.replace("\n", "\r\n")}))

    assert (ct.Requirement(skill="mathematics", level=5.25, importance=4.5),) == data.role(CODE).requires
    assert {"occupations": 1, "skills": 1} == data.read(CODE).found


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("data scientist", ["Data Scientists"]),
        ("SCIENTISTS of Data", ["Data Scientists"]),
        ("nurse", ["Nurse Practitioners", "Registered Nurses"]),
        ("analyst", ["Management Analysts", "Business Intelligence Analysts"]),
        ("statist", ["Statisticians"]),
        ("coach", ["Coaches and Scouts"]),
        ("secretary", ["Secretaries, Except Legal"]),
        ("business", ["Business Intelligence Analysts"]),
        ("data analyst", []),
        ("the", []),
        ("", []),
    ],
)
def test_finding_by_title(words: str, titles: list[str], folder: Write) -> None:
    """A title is found by its words in any letters, order and number; whole words and short titles first."""
    found = onet.load(folder(FILES)).find(words)

    assert titles == [occupation.title for occupation in found]
    assert all(occupation.code for occupation in found)


def test_an_occupation_without_figures(folder: Write) -> None:
    """An occupation that was not measured gives a role that asks for nothing; its neighbours are named."""
    imported = onet.load(folder(FILES)).read("15-2051.01")

    assert [()] == [record.requires for record in imported.records]  # type: ignore[attr-defined]
    assert [
        "Skills.txt: O*NET has not measured the skills of 15-2051.01 Business Intelligence Analysts, "
        "so its role asks for none; close to it are 15-2051.00 Data Scientists"
    ] == told(imported)


def test_no_figures_at_all(folder: Write) -> None:
    """Where no occupation has figures, no neighbour is named."""
    imported = onet.load(folder({**FILES, "Skills.txt": tabbed(HEAD)})).read(CODE)

    assert [
        "Skills.txt: O*NET has not measured the skills of 15-2051.00 Data Scientists, "
        "so its role asks for none"
    ] == told(imported)


def test_missing_files(folder: Write) -> None:
    """Without a file, roles come without what it says, and that is said."""
    imported = onet.load(folder({"Occupation Data.txt": OCCUPATIONS})).read(CODE)
    reason = "is not there, so roles come without what it says"

    assert (ct.Role(title="Data Scientists", source="O*NET-SOC 15-2051.00"),) == imported.records
    assert [f"{name}: {reason}" for name in ("Interests.txt", "Job Zones.txt", "Skills.txt")] == told(
        imported
    )


def test_bad_rows(folder: Write) -> None:
    """Ragged rows, rows without a text and values that are no numbers are reported; the others are kept."""
    skills = tabbed(
        HEAD,
        "15-2051.00|2.A.1.e|Mathematics|IM|4.50|N",
        "15-2051.00|2.A.1.e||LV|5.25|N|N",
        "15-2051.00|2.A.1.e|Mathematics|LV|much|N|N",
        "15-2051.00|2.A.1.e|Mathematics|LV|5.25|N|N",
        "15-2051.00|2.A.1.e|Mathematics|IM|4.50|N|N",
        "15-2051.00|2.A.1.f|Mathematics|LV|5.25|N|N",
        "15-2051.00|2.A.1.f|Mathematics|IM|4.50|N|N",
        "15-2051.00|2.A.1.g|Too much|LV|7.25|N|N",
        "15-2051.00|2.A.1.g|Too much|IM|4.50|N|N",
        "15-2051.00|2.A.1.h|Too little|LV|5|N|N",
        "15-2051.00|2.A.1.h|Too little|IM|0.50|N|N",
        f"15-2051.00|2.A.1.i|{'x' * 501}|IM|4|N|N",
        "15-2051.00|2.A.1.j|a\0b|IM|4|N|N",
    )
    imported = onet.load(folder({**FILES, "Skills.txt": skills})).read(CODE)
    blank = (
        "has no text of 1 to 500 characters in each of "
        "O*NET-SOC Code, Element ID, Element Name, Scale ID, Data Value"
    )

    assert {"skill": 1, "role": 1} == imported.kinds
    assert [
        "Skills.txt: row 2: has 6 cells under 7 columns",
        f"Skills.txt: row 3: {blank}",
        "Skills.txt: row 4, column Data Value: is not a number: 'much'",
        f"Skills.txt: row 13: {blank}",
        f"Skills.txt: row 14: {blank}",
    ] == told(imported)


@pytest.mark.parametrize(
    ("content", "issue"),
    [
        ("", "has no header row with O*NET-SOC Code, Job Zone, each once"),
        ("O*NET-SOC Code\tZone\n", "has no header row with O*NET-SOC Code, Job Zone, each once"),
        (
            "Job Zone\tJob Zone\tO*NET-SOC Code\n",
            "has no header row with O*NET-SOC Code, Job Zone, each once",
        ),
        (b"\xff", "is not UTF-8: byte 0 cannot be read; get the files again, and unpack them as they are"),
    ],
)
def test_bad_files(content: str | bytes, issue: str, folder: Write) -> None:
    """A file that cannot be read is one issue, and the role comes without what it says."""
    imported = onet.load(folder({**FILES, "Job Zones.txt": content})).read(CODE)

    assert f"Job Zones.txt: {issue}" in told(imported)
    assert imported.records[-1].preparation is None  # type: ignore[attr-defined]


def test_a_damaged_file_of_a_zip(zipped: Write) -> None:
    """A file of a zip that cannot be unpacked is one issue."""
    path = zipped({"Job Zones.txt": "x" * 999, "Occupation Data.txt": OCCUPATIONS})
    content = bytearray(path.read_bytes())
    content[36 + len("Job Zones.txt")] ^= 0xFF
    path.write_bytes(content)

    assert "damaged" in [issue.params["rule"] for issue in onet.load(path).read(CODE).issues]


def test_no_occupations(folder: Write) -> None:
    """A folder without the list of occupations is refused by name."""
    with pytest.raises(ct.InvalidDocument) as refused:
        onet.load(folder({"Skills.txt": SKILLS}))

    assert "archive: holds no 'Occupation Data.txt', as a text download of O*NET does" == str(refused.value)


def test_a_bad_list_of_occupations(folder: Write) -> None:
    """What of the list of occupations cannot be read is told by the download."""
    data = onet.load(folder({**FILES, "Occupation Data.txt": OCCUPATIONS + "15-9999.00\tx\n"}))

    assert ["Occupation Data.txt: row 10: has 2 cells under 3 columns"] == list(map(str, data.issues))
    assert [] == onet.load(folder({"Occupation Data.txt": ""})).find("data")


@pytest.mark.parametrize(("code", "hint"), [("29-1141.0", '; did you mean "29-1141.00"?'), ("x\n", "")])
def test_an_unknown_code(code: str, hint: str, folder: Write) -> None:
    """A code that the database does not have is refused, with the nearest one."""
    data = onet.load(folder(FILES))
    for read in (data.read, data.role):
        with pytest.raises(ct.InvalidValue) as refused:
            read(code)
        assert f"code: must be a code of the database, got {code!r}{hint}" == str(refused.value)


def test_importing_twice_changes_nothing(folder: Write) -> None:
    """Into a plan that has it, a role is not read again; equal records add nothing."""
    data = onet.load(folder(FILES))
    plan = ct.Plan(records=data.read(CODE).records)
    again = data.read(CODE, into=plan)

    assert ((), 3, ()) == (again.records, again.held, again.differing)
    assert plan == plan.add(data.read(CODE).records)


def test_an_edit_is_not_overwritten(folder: Write) -> None:
    """What the person changed of a role stays; what is a must, only they can say."""
    data = onet.load(folder(FILES))
    plan = ct.Plan(records=data.read(CODE).records)
    role = plan.get(ct.Role, "data-scientists")
    plan = plan.replace(role, role.evolve(title="Data people"))
    again = data.read(CODE, into=plan)

    assert ((), [data.role(CODE)]) == (again.records, list(again.differing))
    assert "Occupation Data.txt: role data-scientists has another title in the plan, which stays" in told(
        again
    )


def test_a_skill_that_the_plan_has(folder: Write) -> None:
    """A skill of the plan on the same scale is what the role asks for; one on another scale stays apart."""
    data = onet.load(folder(FILES))
    same = ct.Plan() + ct.Skill(name="Mathematics")
    other = ct.Plan() + ct.Skill(name="Mathematics", top=5)

    assert 3 == len(same.add(data.read(CODE, into=same).records))
    found = other.add(data.read(CODE, into=other).records)
    assert {"mathematics", "mathematics-onet", "reading-comprehension"} == {s.id for s in found.of(ct.Skill)}
    assert found == found.add(data.read(CODE, into=found).records)
