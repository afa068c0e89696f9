/** File transfers: taking copies, uploading and downloading in pieces, and storing files by their hash. */
@NullMarked
package coderbased.client.files;

import org.jspecify.annotations.NullMarked;
