/**
 * The attack lab: a server of its own, on this machine and for as long as the lab takes, and the known attacks on it,
 * each tried in earnest over HTTP and WebSockets. Whoever hosts a server can see before going live what this program
 * refuses.
 *
 * <p>{@link coderbased.lab.AttackLab} runs the attacks of {@code LinkAttacks}, {@code TokenAttacks},
 * {@code SurfaceAttacks} and {@code FloodAttacks} against a {@code TargetServer}; each gives a
 * {@link coderbased.lab.Verdict}. The lab speaks the protocol itself, as an attacker would, and uses nothing of the
 * client.
 */
@NullMarked
package coderbased.lab;

import org.jspecify.annotations.NullMarked;
