"""Why the system could not read or write a file, in sentences that the window can translate.

The system's own messages are in its language, which may differ from that of the window.
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
    errno.EINVAL: QT_TRANSLATE_NOOP(  # raised by files.py
        "Faults", "not an ordinary file, or a name that no file can have"
    ),
}
NO_NAME = QT_TRANSLATE_NOOP("Faults", "no file can have this name")
NO_TEXT = QT_TRANSLATE_NOOP("Faults", "a text contains half a character (a lone surrogate)")


def system_reason(error: OSError | ValueError) -> str:
    """Return why a file could not be read or written: a Message, or the system's text if there is none.

    Python raises ValueError for an impossible name, and UnicodeEncodeError for a text that UTF-8 cannot hold.
    """
    if isinstance(error, UnicodeEncodeError):
        return NO_TEXT.of()
    if isinstance(error, ValueError):
        return NO_NAME.of()
    # Windows says more than the number, for instance that another program has the file open.
    if getattr(error, "winerror", None) is None and error.errno in ERRNO_SENTENCES:
        return ERRNO_SENTENCES[error.errno].of()
    return error.strerror or str(error)
