/**
 * Files: uploads of their bytes to the server, and downloads by those who may see them.
 *
 * <p>{@link coderbased.files.FileService} is the front door; {@link coderbased.files.FileRoutes} brings HTTP calls to
 * it ({@link coderbased.protocol.FileHttp}). The way of a file:
 *
 * <ol>
 *   <li>A device <em>announces</em> it: the hash of its bytes and their number. That is an upload, and it belongs to
 *       the account alone: nobody can find out whether somebody else ever sent the same bytes.
 *   <li>Its bytes come in pieces, each taken whole or not at all, and each begins where the last one ended. A device
 *       that lost its connection asks how far the upload is and continues there.
 *   <li>When all bytes are there and have the announced hash, they are forced to disk and stored as a {@link
 *       coderbased.files.FileCopy}, once for everybody: the newest copy of the same bytes is in use, and the one before
 *       it is out of use. Only now may the account send a message that carries them: the Chat Service asks {@link
 *       coderbased.files.FileService#uploaded}.
 *   <li>Everybody who may see a message that carries a file may fetch the file, and may forward it.
 *   <li>An upload that is never finished is forgotten after a while, and so are bytes that nobody uses any more.
 * </ol>
 *
 * <p>Two ports: {@link coderbased.files.FileStore} stores bytes, {@link coderbased.files.FileRecords} knows who may use
 * them. This package knows nothing of the Chat Service, which calls it, and of messages only their numbers.
 */
@NullMarked
package coderbased.files;

import org.jspecify.annotations.NullMarked;
