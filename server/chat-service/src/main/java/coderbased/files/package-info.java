/**
 * Files: how their bytes come to the server, and who may fetch them.
 *
 * <p>{@link coderbased.files.FileService} is the front door; {@link coderbased.files.FileRoutes} brings HTTP calls to it
 * ({@link coderbased.protocol.FileHttp}). A file's way:
 *
 * <ol>
 *   <li>A device <em>announces</em> it: the hash of its bytes and their number. That is an upload, and it belongs to the
 *       account alone: whether somebody else ever sent the same bytes cannot be found out.
 *   <li>Its bytes come in pieces, each taken whole or not at all, each where the last one ended. A device that lost its
 *       connection asks how far the upload is and goes on there.
 *   <li>When all are there and their hash is the announced one, they are forced to disk and kept as a {@link
 *       coderbased.files.FileCopy}, once for everybody: the newest copy of the same bytes is in use, and the one before it is
 *       left. Only now may the account send a message that carries them: {@link
 *       coderbased.files.FileService#uploaded}, which the Chat Service asks.
 *   <li>Whoever may see a message that carries a file may fetch it, and may say it again elsewhere.
 *   <li>What was announced and not finished is forgotten after a while, and so is what nobody has a use for any more.
 * </ol>
 *
 * <p>Two ports: {@link coderbased.files.FileStore} keeps bytes, {@link coderbased.files.FileRecords} knows who may use
 * them. This package knows nothing of the Chat Service, which asks it, nor of messages beyond where they stand.
 */
@NullMarked
package coderbased.files;

import org.jspecify.annotations.NullMarked;
