package whence.model;

/// One page of a document: its number from 1 and the range of the text that stands on it.
public record Page(int number, int start, int end) {}
