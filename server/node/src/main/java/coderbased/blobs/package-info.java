/**
 * Bytes of files, apart from the database: {@link coderbased.blobs.FileFolder} keeps them in a directory of this
 * machine, {@link coderbased.blobs.FileBucket} in an S3-compatible bucket that all nodes share. Only this package knows
 * buckets.
 */
@NullMarked
package coderbased.blobs;

import org.jspecify.annotations.NullMarked;
