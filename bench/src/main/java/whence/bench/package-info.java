/// What Whence measures of itself, by one command (`bench/run`): how fast its stages are, how it
/// starts and what memory it takes, and how well it reads, with peers in the same run.
///
/// To add a measure, write a [whence.bench.Measure] and put it on the list in [whence.bench.Bench].
/// Nothing here asserts a time: a figure is printed with its spread, the number of runs and the
/// machine.
@NullMarked
package whence.bench;

import org.jspecify.annotations.NullMarked;
