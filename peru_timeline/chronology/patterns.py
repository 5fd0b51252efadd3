"""What texts of a file must look like, as regular expressions that JSON Schema understands too."""

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
SHA256_PATTERN = r"^[0-9a-f]{64}$"
TAG_PATTERN = r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"
TEXT_PATTERN = r"\S"
URL_PATTERN = r"^https?://\S+$"
