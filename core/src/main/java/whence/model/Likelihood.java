package whence.model;

import org.jspecify.annotations.Nullable;

/// An estimative word or phrase, kept literally.
///
/// @param scale the declared scale's name, null unless the document or its publisher declares one
/// @param low the range's lower bound as a probability, null without a scale
/// @param high its upper bound
public record Likelihood(
    Passage words, @Nullable String scale, @Nullable Double low, @Nullable Double high) {}
