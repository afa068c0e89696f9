/**
 * Looks over the shoulder of every test of this module: no secret that a server made may turn up in a log or a
 * database.
 *
 * <p>{@code MintedRandom} is the first place where programs in this JVM get their random bytes from; it knows by who
 * draws them what becomes of them, and so it knows every Guest Token, typed code and admin token without the product
 * telling. {@code Secrets} looks for those, for tests' passwords, and for whatever has the shape of a token or a
 * private key. {@code Canary} hands it every line that is logged, down to the smallest, and the databases in every
 * temporary folder, and fails the test in which one was found.
 */
package coderbased.canary;
