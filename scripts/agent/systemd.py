"""systemd.py SOCKET UNIT=STATE…: answers on a D-Bus socket as systemd does when it is asked for its units.

For machines without systemd: Telegraf's input systemd_units connects here by DBUS_SYSTEM_BUS_ADDRESS=unix:path=SOCKET. Knows
the two calls that this takes, Hello of the bus and ListUnits of org.freedesktop.systemd1.Manager (D-Bus specification, "Message
Protocol"). Runs until it is ended.
"""
import os
import socketserver
import struct
import sys

RETURN, ERROR = 2, 3
units = [unit.rsplit("=", 1) for unit in sys.argv[2:]]


def text(value, out):
    out += b"\0" * (-len(out) % 4)
    data = value.encode()
    return out + struct.pack("<I", len(data)) + data + b"\0"


def list_units():
    """a(ssssssouso): name, description, load, active and sub state, followed, path, job, its kind and path."""
    body = b"\0" * 8  # the array's length, and the padding before its first struct
    for name, state in units:
        body += b"\0" * (-len(body) % 8)
        for value in (name, "stand-in", "loaded", state, {"active": "running"}.get(state, state), "", "/unit"):
            body = text(value, body)
        body += b"\0" * (-len(body) % 4) + struct.pack("<I", 0)
        body = text("/", text("", body))
    return struct.pack("<I", len(body) - 8) + body[4:]


def fields(data):
    """The strings among a header's fields, by code: 3 is the member."""
    found, at = {}, 0
    while at < len(data):
        at += -at % 8
        code, length = data[at], data[at + 1]
        kind = data[at + 2:at + 2 + length]
        at += 3 + length
        if kind in (b"s", b"o"):
            at += -at % 4
            (length,) = struct.unpack_from("<I", data, at)
            found[code] = data[at + 4:at + 4 + length].decode()
            at += 5 + length
        elif kind == b"g":
            at += 2 + data[at]
        else:
            at += -at % 4 + 4
    return found


def answer(kind, serial, signature, body):
    head = struct.pack("<BBBBII", ord("l"), kind, 1, 1, len(body), serial + 1000)
    about = struct.pack("<BB2sI", 5, 1, b"u\0", serial)
    if signature:
        about += struct.pack("<BB2sB", 8, 1, b"g\0", len(signature)) + signature.encode() + b"\0"
    if kind == ERROR:
        about += b"\0" * (-len(about) % 8)
        about = text("org.freedesktop.DBus.Error.UnknownMethod", about + struct.pack("<BB2s", 4, 1, b"s\0"))
    message = head + struct.pack("<I", len(about)) + about
    return message + b"\0" * (-len(message) % 8) + body


class Peer(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            words = line.strip(b"\0\r\n").split()
            if words[0] == b"BEGIN":
                break
            known = {(b"AUTH",): b"REJECTED EXTERNAL", (b"AUTH", b"EXTERNAL"): b"OK 00000000000000000000000000000001"}
            self.wfile.write(known.get(tuple(words[:2]), b"ERROR") + b"\r\n")
        while head := self.rfile.read(16):
            length, serial, about = struct.unpack_from("<III", head, 4)
            member = fields(self.rfile.read(about + -about % 8)[:about]).get(3)
            self.rfile.read(length)
            known = {"Hello": ("s", text(":1.1", b"")), "ListUnits": ("a(ssssssouso)", list_units())}
            signature, body = known.get(member, ("", b""))
            self.wfile.write(answer(RETURN if signature else ERROR, serial, signature, body))


class Bus(socketserver.ThreadingUnixStreamServer):
    daemon_threads = True

    def handle_error(self, request, client):
        """Whoever asked is gone."""


if os.path.exists(sys.argv[1]):
    os.remove(sys.argv[1])
Bus(sys.argv[1], Peer).serve_forever()
