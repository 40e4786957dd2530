"""Reads the body of a request: JSON, or a form with files."""

from typing import Any

import msgspec
from aiohttp import BodyPartReader, web

from scurrypy.sandbox.records import UploadedFile
from scurrypy.sandbox.rules.codes import Code
from scurrypy.sandbox.rules.validation import invalid

MAX_BODY = 105 * 1024 * 1024
"""Bytes of the largest request that is read at all."""


async def read_body(request: web.Request) -> tuple[Any, list[UploadedFile], dict[str, str]]:
    """Return the JSON value, the files, and the other fields of a request's body."""
    if request.content_type == "multipart/form-data":
        return await _read_form(request)
    data = await request.read()
    if not data:
        return {}, [], {}
    if request.content_type == "application/x-www-form-urlencoded":
        # What py-cord sends for an answer without files: a form all the same, which aiohttp then encodes this way.
        form = {name: str(value) for name, value in (await request.post()).items()}
        return _parse(form.pop("payload_json", "{}").encode()), [], form
    if request.content_type != "application/json":
        words = "Expected \"Content-Type\" header to be one of {'application/json'}."
        raise invalid("", "CONTENT_TYPE_INVALID", words)
    return _parse(data), [], {}


async def _read_form(request: web.Request) -> tuple[Any, list[UploadedFile], dict[str, str]]:
    json: Any = {}
    files: list[UploadedFile] = []
    form: dict[str, str] = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            raise invalid("", "MULTIPART_INVALID", "Every part of the form needs a name.")
        data = bytes(await part.read(decode=True))
        if part.filename is not None:
            files.append(UploadedFile(part.name, part.filename, part.headers.get("Content-Type"), data))
        elif part.name == "payload_json":
            json = _parse(data)
        else:
            form[part.name] = data.decode("utf-8", "replace")
    return json, files, form


def _parse(data: bytes) -> Any:
    try:
        return msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Code.INVALID_JSON.error() from error
