package whence.guard;

/// Who reads, and what for.
public record Purpose(String person, String purpose) {}
