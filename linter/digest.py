"""SHA-256 without ``hashlib``, which loads all of OpenSSL; the standard library's ``random`` does the same."""

try:
    from _sha2 import sha256
except ImportError:
    try:  # named this up to Python 3.11
        from _sha256 import sha256
    except ImportError:  # Python was built without the module
        from hashlib import sha256


def digest(data: bytes) -> str:
    """Return the SHA-256 digest of ``data`` as 64 hexadecimal digits."""
    text: str = sha256(data).hexdigest()
    return text
