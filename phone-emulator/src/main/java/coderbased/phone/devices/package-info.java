/**
 * The linked devices: their list, and what the phone can do with each of them.
 */
@NullMarked
package coderbased.phone.devices;

import org.jspecify.annotations.NullMarked;
