/// Whether two names may be one: of people, organizations and things, across spelling, script and
/// order. A name is read into words ([ReadName]), the words of two names are paired ([Pairing]),
/// what the pairs say becomes a few numbers ([Comparison]), and a model fitted to marked pairs
/// weighs them ([SameName]). Letters alone are compared: that two names are alike does not make two
/// people one.
@NullMarked
package whence.names;

import org.jspecify.annotations.NullMarked;
