/**
 * Security events in the log: one line each, in words, with stable fields. {@link coderbased.audit.SecurityEvent} lists
 * them, {@link coderbased.audit.SecurityLog} writes them, and the operating page explains them.
 */
@NullMarked
package coderbased.audit;

import org.jspecify.annotations.NullMarked;
