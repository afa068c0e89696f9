/**
 * Records of files and uploads in SQL: {@link coderbased.store.files.SqlFileRecords} says which bytes exist, who may
 * read them and which copies can be deleted. The bytes themselves are in {@link coderbased.blobs}.
 */
@NullMarked
package coderbased.store.files;

import org.jspecify.annotations.NullMarked;
