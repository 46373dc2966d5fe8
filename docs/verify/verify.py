#!/usr/bin/env python3
"""Checks Zhiyong's proofs (RFC 9162, sections 2.1.3.2 and 2.1.4.2) without trusting Zhiyong: only the standard library.

verify.py inclusion record.json          what GET /records/<id> answered with Accept: application/json
verify.py consistency OLD_ROOT NEW_ROOT proof.json
                                         two root hashes you kept, and what GET /records/consistency?old=&size= answered
Says "ok" and ends with 0 when the proof holds; says why not and ends with 1 otherwise. The signature of a head is Ed25519 over
its text: openssl pkeyutl -verify -rawin -pubin -keyform DER -inkey key.der -in head.txt -sigfile head.sig
"""
import hashlib
import json
import sys


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def walk(index, last, start, path, both):
    """Climbs from a node to the root; gives the root reached, and with `both` also that of the older tree."""
    new = old = start
    for step in path:
        if last == 0:
            return None
        if index & 1 or index == last:
            new, old = sha(b"\x01", step, new), sha(b"\x01", step, old)
            while not index & 1 and index:
                index, last = index >> 1, last >> 1
        else:
            new = sha(b"\x01", new, step)
        index, last = index >> 1, last >> 1
    return None if last else (new, old) if both else new


def inclusion(record):
    proof = record["proof"]
    leaf = sha(b"\x00", record["text"].encode())
    path = [bytes.fromhex(step) for step in proof["path"]]
    root = walk(proof["number"] - 1, proof["size"] - 1, leaf, path, False)
    head = proof.get("head")
    return root is not None and root.hex() == proof["root"] and (not head or head["root"] == proof["root"])


def consistency(old_root, new_root, proof):
    old, size = proof["old"], proof["size"]
    path = [bytes.fromhex(step) for step in proof["path"]]
    if old == size:
        return not path and old_root == new_root
    index, last = old - 1, size - 1
    while index & 1:
        index, last = index >> 1, last >> 1
    if old & (old - 1) == 0:
        path.insert(0, bytes.fromhex(old_root))
    roots = walk(index, last, path[0], path[1:], True) if path else None
    return roots is not None and roots[1].hex() == old_root and roots[0].hex() == new_root


def main(arguments):
    if len(arguments) == 2 and arguments[0] == "inclusion":
        holds = inclusion(json.load(open(arguments[1], encoding="utf-8")))
    elif len(arguments) == 4 and arguments[0] == "consistency":
        holds = consistency(arguments[1], arguments[2], json.load(open(arguments[3], encoding="utf-8")))
    else:
        sys.exit(__doc__)
    print("ok" if holds else "the proof does NOT hold")
    sys.exit(0 if holds else 1)


if __name__ == "__main__":
    main(sys.argv[1:])
