/**
 * Data of a session on disk: commands that still have to be sent, and the last known state of each conversation. A
 * damaged line affects no other line.
 */
@NullMarked
package coderbased.client.storage;

import org.jspecify.annotations.NullMarked;
