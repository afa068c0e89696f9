/**
 * The parts that the tests of all modules share: one way to wait ({@link coderbased.testing.Eventually}), one factor
 * that makes every deadline longer ({@link coderbased.testing.Deadlines}), and free ports.
 */
package coderbased.testing;
