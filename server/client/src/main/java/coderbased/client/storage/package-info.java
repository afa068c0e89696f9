/**
 * What a session keeps on disk between starts: what still has to be sent, and what was last known of each
 * conversation. A damaged line costs no other line.
 */
@NullMarked
package coderbased.client.storage;

import org.jspecify.annotations.NullMarked;
