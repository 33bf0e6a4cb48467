package whence.app.web;

/// What every page has in common.
///
/// @param part of the workbench that it belongs to
/// @param csrf to be sent along with every change
/// @param path that it was asked for by
public record Page(String title, String part, String csrf, String path) {}
