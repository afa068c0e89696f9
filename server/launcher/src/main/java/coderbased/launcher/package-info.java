/**
 * The first class that every program's jar loads.
 *
 * <p>It is compiled for the oldest Java still met in the wild, so that it can say in words which Java is needed instead
 * of letting the JVM print a class-file version.
 */
package coderbased.launcher;
