/**
 * Files on their way: taken from the person, sent and fetched in pieces, and kept by their hash on this device.
 */
@NullMarked
package coderbased.client.files;

import org.jspecify.annotations.NullMarked;
