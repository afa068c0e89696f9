/**
 * Simulation in virtual time of very many devices that come at once: a {@link coderbased.herd.Herd} of
 * devices that wait as the product's do, before nodes that let in as the product's do. Nothing in it depends on how
 * fast the machine is, and the same seed plays the same again.
 *
 * <p>What is the product's own: the turnstile, the back-off, the hints of a restart, and every limit of time and
 * number. What is made: {@link coderbased.herd.SimulatedNode}, which works at a measured pace, and a network on which
 * each way takes the same time.
 */
package coderbased.herd;
