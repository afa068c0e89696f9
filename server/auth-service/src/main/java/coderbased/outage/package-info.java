/**
 * Log lines about what the server stands on: its database, Redis, the place of its files, and tasks that need them.
 *
 * <p>An outage meets every call, tick and frame. {@link coderbased.outage.OutageLog} says it once. Where a store throws
 * an {@link coderbased.outage.Outage}, its line is in the log already, and those who catch it add none.
 */
@NullMarked
package coderbased.outage;

import org.jspecify.annotations.NullMarked;
