package whence.weigh.fuse;

import java.util.List;

/// An item's attribute with the values given for it.
///
/// @param list whether a value is a set of words of which each may be right by itself, such as
///   people's names; else values exclude each other
/// @param options at least one; in the order of their words
/// @param tellers how many sources give a value
record Question(String item, String attribute, boolean list, List<Option> options, int tellers) {}
