package whence.weigh.fuse;

import java.util.List;

/// The most credible value of one attribute of one item.
///
/// @param value one of those given, as it was given
/// @param score 0 to 1: how firmly it stands among the values given
/// @param sources that give it, in whatever spelling; sorted
/// @param why in a sentence
public record Fused(
    String item, String attribute, String value, double score, List<String> sources, String why) {
  public Fused {
    sources = List.copyOf(sources);
  }
}
