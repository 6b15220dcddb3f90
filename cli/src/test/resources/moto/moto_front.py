"""Serves moto on a free loopback port for clients of today's CloudWatch.

moto understands the Query protocol; the SDK for Java speaks RPC v2 CBOR. Requests in CBOR are put to moto through
boto3, everything else is passed on as it is. Prints its address and ends when its input does.
"""
import datetime
import gzip
import http.client
import struct
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError
from moto.server import ThreadedMotoServer

moto = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
moto.start()
host, port = moto.get_host_and_port()
cloudwatch = boto3.client(
    "cloudwatch",
    endpoint_url=f"http://{host}:{port}",
    region_name="eu-west-1",
    aws_access_key_id="test",
    aws_secret_access_key="test",
    config=Config(retries={"max_attempts": 0}, parameter_validation=False),
)
methods = {api: method for method, api in cloudwatch.meta.method_to_api_mapping.items()}
one_at_a_time = threading.Lock()


def decode(data, at=0):
    major, info = data[at] >> 5, data[at] & 31
    at += 1
    if info < 24:
        size = info
    elif info < 28:
        width = 1 << (info - 24)
        raw = data[at : at + width]
        at += width
        size = int.from_bytes(raw, "big")
        if major == 7:
            return struct.unpack({2: ">e", 4: ">f", 8: ">d"}[width], raw)[0], at
    else:
        size = None
    if major == 0:
        return size, at
    if major == 1:
        return -1 - size, at
    if major in (2, 3):
        if size is None:
            parts = []
            while data[at] != 0xFF:
                part, at = decode(data, at)
                parts.append(part)
            return ("" if major == 3 else b"").join(parts), at + 1
        raw = bytes(data[at : at + size])
        return (raw.decode() if major == 3 else raw), at + size
    if major == 4:
        items = []
        while (len(items) < size) if size is not None else data[at] != 0xFF:
            item, at = decode(data, at)
            items.append(item)
        return items, at if size is not None else at + 1
    if major == 5:
        fields = {}
        while (len(fields) < size) if size is not None else data[at] != 0xFF:
            key, at = decode(data, at)
            fields[key], at = decode(data, at)
        return fields, at if size is not None else at + 1
    if major == 6:
        value, at = decode(data, at)
        return datetime.datetime.fromtimestamp(value, datetime.timezone.utc) if size == 1 else value, at
    return {20: False, 21: True, 22: None, 23: None}[info], at


def head(major, size):
    if size < 24:
        return bytes([major << 5 | size])
    for info, width in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if size < 1 << (8 * width):
            return bytes([major << 5 | info]) + size.to_bytes(width, "big")


def encode(value):
    if value is None:
        return b"\xf6"
    if isinstance(value, bool):
        return b"\xf5" if value else b"\xf4"
    if isinstance(value, int):
        return head(0, value) if value >= 0 else head(1, -1 - value)
    if isinstance(value, float):
        return b"\xfb" + struct.pack(">d", value)
    if isinstance(value, str):
        return head(3, len(value.encode())) + value.encode()
    if isinstance(value, datetime.datetime):
        return b"\xc1" + encode(value.timestamp())
    if isinstance(value, list):
        return head(4, len(value)) + b"".join(map(encode, value))
    return head(5, len(value)) + b"".join(encode(k) + encode(v) for k, v in value.items())


class Front(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        with one_at_a_time:
            if "/operation/" in self.path:
                self.cbor(self.path.rsplit("/", 1)[1], body)
            else:
                self.passed_on(body)

    def cbor(self, operation, body):
        if self.headers.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        parameters = decode(body)[0] if body else {}
        try:
            answer = getattr(cloudwatch, methods[operation])(**parameters)
            answer.pop("ResponseMetadata", None)
            self.reply(200, "application/cbor", encode(answer))
        except ClientError as e:
            error = {"__type": e.response["Error"]["Code"], "message": e.response["Error"].get("Message", "")}
            self.reply(400, "application/cbor", encode(error))

    def passed_on(self, body):
        connection = http.client.HTTPConnection(host, port)
        headers = {name: value for name, value in self.headers.items() if name.lower() not in ("host", "connection")}
        connection.request("POST", self.path, body, headers)
        answer = connection.getresponse()
        self.reply(answer.status, answer.getheader("Content-Type", "text/xml"), answer.read())
        connection.close()

    def reply(self, status, kind, body):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if kind == "application/cbor":
            self.send_header("smithy-protocol", "rpc-v2-cbor")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


front = ThreadingHTTPServer(("127.0.0.1", 0), Front)
threading.Thread(target=front.serve_forever, daemon=True).start()
print(f"http://127.0.0.1:{front.server_port} http://{host}:{port}", flush=True)
sys.stdin.read()
moto.stop()
