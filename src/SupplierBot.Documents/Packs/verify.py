#!/usr/bin/env python3
"""Checks an auditor's pack: every file against manifest.json, every hash chain, and who is in the sample.

    python3 verify.py [PACK.zip or folder] [SHA-256 of manifest.json]

Needs Python 3 and nothing else. Ends with 0 where the pack is whole, with 1 and a line for each fault where it isn't.
"""
import collections
import csv
import hashlib
import io
import json
import os
import sys
import zipfile

START = "0" * 64


class Pack:
    """A ZIP, or a folder into which one was unpacked."""

    def __init__(self, path):
        self.zip = None if os.path.isdir(path) else zipfile.ZipFile(path)
        self.root = path

    def names(self):
        if self.zip:
            return [name for name in self.zip.namelist() if not name.endswith("/")]
        found = []
        for folder, _, files in os.walk(self.root):
            found += [os.path.relpath(os.path.join(folder, file), self.root).replace(os.sep, "/") for file in files]
        return found

    def open(self, name):
        return self.zip.open(name) if self.zip else open(os.path.join(self.root, *name.split("/")), "rb")

    def read(self, name):
        with self.open(name) as file:
            return file.read()


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def is_same(pack, entry):
    digest, size = hashlib.sha256(), 0
    try:
        with pack.open(entry["path"]) as file:
            for block in iter(lambda: file.read(1 << 20), b""):
                digest.update(block)
                size += len(block)
    except Exception:  # It can't be unpacked.
        return False
    return (size, digest.hexdigest()) == (entry["size"], entry["sha256"])


def check_files(pack, manifest):
    names, listed = collections.Counter(pack.names()), {"manifest.json"}
    for name in sorted(names):
        if names[name] > 1:
            yield f"{name}: it is there {names[name]} times"
    for entry in manifest["files"]:
        listed.add(entry["path"])
        if entry["path"] not in names:
            yield f"{entry['path']}: it is missing"
        elif names[entry["path"]] == 1 and not is_same(pack, entry):
            yield f"{entry['path']}: it was changed"
    for name in sorted(set(names) - listed):
        yield f"{name}: it isn't in the manifest"


def lines(data):
    return data.split(b"\n")[:-1] if data.endswith(b"\n") else data.split(b"\n") if data else []


def check_chain(pack, chain):
    """Each line of events.jsonl holds the bytes that were hashed; `previous` in it is the hash of the line before."""
    head, comments, events = START, {}, lines(pack.read(chain["events"]))
    for number, line in enumerate(events, 1):
        try:
            event = json.loads(line)
            follows, placed = event["previous"] == head, (event["sequence"], event["case"]) == (number, chain["name"])
            comments[number] = event["details"].get("comment")
        except (ValueError, KeyError, TypeError, AttributeError):
            yield f"{chain['events']}: the chain is broken at event {number}: it isn't an event"
            return
        if not follows:
            yield f"{chain['events']}: the chain is broken at event {number}: it doesn't follow the one before"
            return
        if not placed:
            yield f"{chain['events']}: the chain is broken at event {number}: it belongs in another place"
            return
        head = sha256(line)
    if len(events) != chain["count"]:
        yield f"{chain['events']}: the chain has {len(events)} events; the manifest says {chain['count']}"
        return
    if head != chain["head"]:
        yield f"{chain['events']}: the chain is broken at its newest event: its hash isn't the one that the case names"
        return
    # A comment is hashed with its salt: an erased one takes both along, and the chain stays whole.
    for number, line in enumerate(lines(pack.read(chain["texts"])), 1):
        try:
            text = json.loads(line)
            same = comments.get(text["sequence"]) == sha256(f"{text['salt']}\n{text['text']}".encode())
        except (ValueError, KeyError, TypeError, AttributeError):
            same = False
        if not same:
            yield f"{chain['texts']}: line {number} isn't the text whose hash is in its event"


def check_sample(pack, manifest):
    """The first ones by SHA-256 of seed and number, among all suppliers of the register with the tier that was asked for."""
    sample, population = manifest["sample"], []
    csv.field_size_limit(2**31 - 1)
    with pack.open("register.csv") as file:
        rows = csv.reader(io.TextIOWrapper(file, encoding="utf-8-sig", newline=""))
        next(rows)
        for row in rows:
            if sample["tierInCsv"] in (None, row[sample["tierColumn"]]):
                population.append(row[0])
    chosen = sorted(population, key=lambda id: (sha256((sample["seed"] + id).encode()), id))[: sample["count"]]
    if chosen != sample["chosen"]:
        yield "manifest.json: the sample isn't what its seed gives"


def check(path, expected):
    try:
        pack = Pack(path)
    except (OSError, zipfile.BadZipFile):
        return ["The pack isn't a ZIP, or not a whole one."]
    try:
        data = pack.read("manifest.json")
    except Exception:
        return ["manifest.json: it is missing or can't be read"]
    found = []
    if expected and sha256(data) != expected.strip().lower():
        found.append(f"manifest.json: it isn't the one whose hash was kept, {expected}")
    try:
        manifest = json.loads(data)
        found += check_files(pack, manifest)
        for part in [lambda: check_sample(pack, manifest)] + [lambda chain=chain: check_chain(pack, chain) for chain in manifest["chains"]]:
            try:
                found += part()
            except Exception:  # A file that can't be read is named above.
                pass
        found += [f"{fault['path']}: {fault['words']} (the pack itself says so)" for fault in manifest["faults"]]
    except (ValueError, KeyError, TypeError, AttributeError):
        found.append("manifest.json: it isn't a manifest of ours")
    return found


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    found = check(sys.argv[1] if len(sys.argv) > 1 else here, sys.argv[2] if len(sys.argv) > 2 else None)
    for fault in found:
        print(fault)
    print(f"{len(found)} faults found." if found else "The pack is whole.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
