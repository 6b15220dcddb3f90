"""metadata.py INSTANCE PORT_FILE: answers as EC2's instance metadata service (IMDSv2) does on an instance of that id.

Knows what Telegraf's processor aws_ec2 asks: a token, and the instance identity document (EC2 user guide, "Instance metadata").
Writes its port and runs until it is ended.
"""
import http.server
import json
import sys


class Metadata(http.server.BaseHTTPRequestHandler):
    def do_PUT(self):
        self.say("a-token" if self.path == "/latest/api/token" else None)

    def do_GET(self):
        known = self.path == "/latest/dynamic/instance-identity/document" and self.headers.get("x-aws-ec2-metadata-token") == "a-token"
        self.say(json.dumps({"instanceId": sys.argv[1], "region": "eu-west-1"}) if known else None)

    def say(self, text):
        self.send_response(200 if text else 404)
        self.send_header("x-aws-ec2-metadata-token-ttl-seconds", "60")
        self.send_header("Content-Length", str(len(text or "")))
        self.end_headers()
        self.wfile.write((text or "").encode())

    def log_message(self, *words):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Metadata)
with open(sys.argv[2], "w") as file:
    file.write("%d\n" % server.server_port)
server.serve_forever()
