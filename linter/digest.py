"""SHA-256 without ``hashlib``, which loads all of OpenSSL; the standard library's ``random`` goes the same way."""

try:
    from _sha2 import sha256
except ImportError:
    try:  # its name up to Python 3.11
        from _sha256 import sha256
    except ImportError:  # a Python that was built without its own
        from hashlib import sha256


def digest(data: bytes) -> str:
    """The digest of some bytes as 64 hexadecimal digits."""
    text: str = sha256(data).hexdigest()
    return text
