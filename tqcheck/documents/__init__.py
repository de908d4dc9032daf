"""Bytes → Document: one module a file format."""

from tqcheck.documents.plain import UnreadableText, decoded, plain_document

__all__ = ["UnreadableText", "decoded", "plain_document"]
