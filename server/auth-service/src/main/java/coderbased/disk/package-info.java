/**
 * Small files that must not be lost or read by others: {@link coderbased.disk.DurableFile} replaces a file as a
 * whole and survives a power cut, {@link coderbased.disk.OwnerOnlyFile} is readable by its owner alone.
 */
@NullMarked
package coderbased.disk;

import org.jspecify.annotations.NullMarked;
