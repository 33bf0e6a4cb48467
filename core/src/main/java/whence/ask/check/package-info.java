/// Holds a draft against the record: quotations to the letter, names, dates and numbers, how surely
/// a thing is told, who is said to have said it, and whether anything on record bears it.
@NullMarked
package whence.ask.check;

import org.jspecify.annotations.NullMarked;
