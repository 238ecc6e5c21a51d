"""Web archives for tests."""


def record(kind, address, content_type, body):
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2026-01-01T00:00:00Z\r\n"
    head += f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{len(body):012}>\r\nContent-Type: {content_type}\r\n"
    return head.encode() + f"Content-Length: {len(body)}\r\n\r\n".encode() + body + b"\r\n\r\n"


def response(name, text="Ketamine cures depression.", length=None):
    """The record of a plain text page; ``length`` replaces the value of its length field."""
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n{text}".encode()
    made = record("response", f"https://a.example/{name}", "application/http", http)
    return made if length is None else made.replace(b"Content-Length: %d" % len(http), b"Content-Length: " + length)
