"""Why the system would not read or write a file, in words that can be told in every language of the window.

The system's own words are in its language, which need not be the window's, or are English only.
"""

from __future__ import annotations

import errno

from peru_timeline.chronology.faults.messages import QT_TRANSLATE_NOOP

ERRNO_SENTENCES = {
    errno.EACCES: QT_TRANSLATE_NOOP("Faults", "Permission denied"),
    errno.EPERM: QT_TRANSLATE_NOOP("Faults", "Operation not permitted"),
    errno.ENOENT: QT_TRANSLATE_NOOP("Faults", "No such file or directory"),
    errno.EISDIR: QT_TRANSLATE_NOOP("Faults", "Is a directory"),
    errno.ENOTDIR: QT_TRANSLATE_NOOP("Faults", "Not a directory"),
    errno.EEXIST: QT_TRANSLATE_NOOP("Faults", "File exists"),
    errno.ENOSPC: QT_TRANSLATE_NOOP("Faults", "No space left on device"),
    errno.EDQUOT: QT_TRANSLATE_NOOP("Faults", "Disk quota exceeded"),
    errno.EFBIG: QT_TRANSLATE_NOOP("Faults", "File too large"),
    errno.EROFS: QT_TRANSLATE_NOOP("Faults", "Read-only file system"),
    errno.EIO: QT_TRANSLATE_NOOP("Faults", "Input/output error"),
    errno.ENAMETOOLONG: QT_TRANSLATE_NOOP("Faults", "File name too long"),
    errno.ELOOP: QT_TRANSLATE_NOOP("Faults", "Too many levels of symbolic links"),
    errno.EMFILE: QT_TRANSLATE_NOOP("Faults", "Too many open files"),
    errno.ENXIO: QT_TRANSLATE_NOOP("Faults", "No such device or address"),
    errno.EBUSY: QT_TRANSLATE_NOOP("Faults", "Device or resource busy"),
    errno.EINVAL: QT_TRANSLATE_NOOP(  # of `files.py`
        "Faults", "not an ordinary file, or a name that no file can have"
    ),
}
NO_NAME = QT_TRANSLATE_NOOP("Faults", "no file can have this name")
NO_TEXT = QT_TRANSLATE_NOOP("Faults", "a text contains half a character (a lone surrogate)")


def system_reason(error: OSError | ValueError) -> str:
    """Say why a file could not be read or written: a message, or the system's words where there is none.

    ValueError is what Python raises of a name that cannot be, and of a text that cannot be written.
    """
    if isinstance(error, UnicodeEncodeError):
        return NO_TEXT.of()
    if isinstance(error, ValueError):
        return NO_NAME.of()
    # Windows knows more than the number does, such as that another program has the file open.
    if getattr(error, "winerror", None) is None and error.errno in ERRNO_SENTENCES:
        return ERRNO_SENTENCES[error.errno].of()
    return error.strerror or str(error)
