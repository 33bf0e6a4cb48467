package whence.model;

/// A stretch of a text that acquiring knows to be of one region (an HTML heading, a list item, a
/// page's running header).
public record Block(Region region, int start, int end) {}
