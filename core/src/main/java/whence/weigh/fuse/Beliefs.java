package whence.weigh.fuse;

import java.util.List;

/// What a way of weighing makes of some questions.
///
/// @param shares for each question, each option's part of the belief, 0 to 1
/// @param trust for each question and option, how reliable its sources are on average, 0 to 1
/// @param echo for each question and option, how far its sources repeat others on average, 0 to 1
record Beliefs(List<double[]> shares, List<double[]> trust, List<double[]> echo) {}
