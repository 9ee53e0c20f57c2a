"""A small web service that keeps plans: FastAPI, one JSON file a plan, no clock.

    pip install fastapi uvicorn
    uvicorn --factory examples.service:service

A client sends the day it asks about, since only the client knows what day it is there.  Whoever writes
says which version they have seen (``If-Match``), so that nobody overwrites what somebody else wrote.
There is no log-in here: put one in front, and never serve somebody's plan to somebody else.
"""

import json
from pathlib import Path
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Header, HTTPException, Query, Request, Response
from fastapi import Path as InPath
from fastapi.responses import HTMLResponse, JSONResponse

import careertrack as ct

MOST_BYTES = 1_000_000  # of a request: a thousand records take a quarter of it


async def sent(request: Request) -> list[dict[str, Any]]:
    """The records in a request; it is read no further than it may be long."""
    text = bytearray()
    async for chunk in request.stream():
        text += chunk
        if len(text) > MOST_BYTES:
            raise HTTPException(413, f"send at most {MOST_BYTES:,} bytes at once")
    try:
        records = json.loads(text)
    except (ValueError, RecursionError):
        raise HTTPException(400, "this is no JSON") from None
    if not isinstance(records, list) or not all(isinstance(each, dict) for each in records):
        raise HTTPException(422, "send a list of records")
    return records


Name = Annotated[str, InPath(pattern="^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
Seen = Annotated[str | None, Header(alias="If-Match")]
Records = Annotated[list[dict[str, Any]], Depends(sent)]
Minutes = Annotated[int, Query(ge=0, le=10_000)]


def service(folder: str = "plans") -> FastAPI:
    """The service for the plans of a folder, which is there."""
    app = FastAPI(title="careertrack")

    def path_of(name: str) -> Path:
        return Path(folder, f"{name}.careertrack.json")

    def loaded(name: str) -> ct.Plan:
        try:
            return ct.load(path_of(name))
        except FileNotFoundError:
            raise HTTPException(404, "there is no such plan") from None

    def saved(name: str, plan: ct.Plan, expecting: str, response: Response) -> dict[str, Any]:
        try:
            ct.save(plan, path_of(name), expecting=expecting)
        except ct.InvalidDocument as error:
            if error.issues[0].code == "changed":
                raise HTTPException(412, "the plan is another one by now: read it, and try again") from None
            raise HTTPException(413, "the plan would be larger than a plan may be") from None
        response.headers["ETag"] = f'"{plan.digest}"'
        return {"records": len(plan)}

    @app.exception_handler(ct.InvalidValue)
    def refused(_: Request, error: ct.InvalidValue) -> JSONResponse:
        """A day that is none, and whatever else the library refuses."""
        return JSONResponse({"detail": [issue.to_dict() for issue in error.issues]}, 422)

    @app.put("/plans/{name}", status_code=201)
    def begin(name: Name, response: Response) -> dict[str, Any]:
        """Begin a plan; one that is there already stays as it is."""
        return saved(name, ct.Plan(owner=name), "", response)

    @app.get("/plans/{name}")
    def read(name: Name) -> Response:
        """The plan itself, and the version that it is."""
        plan = loaded(name)
        return Response(ct.dumps(plan), media_type="application/json", headers={"ETag": f'"{plan.digest}"'})

    @app.post("/plans/{name}/records")
    def add(name: Name, records: Records, response: Response, seen: Seen = None) -> dict[str, Any]:
        """Add records; all that is wrong comes back at once, each with its path."""
        plan = loaded(name)
        found = [(at, issue) for at, each in enumerate(records) for issue in ct.issues(each)]
        broken = [{**issue.to_dict(), "path": f"$[{at}]{issue.path[1:]}"} for at, issue in found]
        if not broken:
            made = [ct.from_dict(each) for each in records]
            broken = [issue.to_dict() for issue in plan.check(made)]
        if broken:
            raise HTTPException(422, broken)
        expecting = plan.digest if seen in (None, "*") else seen.strip('"')
        return saved(name, plan + made, expecting, response)

    @app.get("/plans/{name}/review")
    def review(name: Name, day: str) -> dict[str, Any]:
        """Where the person stands on a day."""
        return loaded(name).review(day).to_dict()

    @app.get("/plans/{name}/review.html", response_class=HTMLResponse)
    def page(name: Name, day: str) -> str:
        """The same as a page that needs nothing else."""
        return loaded(name).review(day).html(document=True)

    @app.get("/plans/{name}/actions")
    def actions(name: Name, day: str, minutes: Minutes = 300) -> dict[str, Any]:
        """What to do with so many minutes."""
        return loaded(name).review(day).actions(minutes).to_dict()

    return app
