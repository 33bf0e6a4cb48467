package whence.weigh.fuse;

import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// One of the values an item may have, all its spellings together.
///
/// @param words of the value, less those that carry nothing; a number or date is one word
/// @param value the spelling most sources use, of equals the shortest
/// @param sources that give it, sorted, each once
/// @param newest the latest time it was given at, null where none is known
record Option(
    SortedSet<String> words, String value, List<String> sources, @Nullable String newest) {}
