package coderbased.blobs;

import coderbased.files.FileCopy;
import coderbased.files.FileStore;
import coderbased.files.FilesDown;
import coderbased.outage.OutageLog;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Files as objects in a bucket of an S3-compatible store, which any number of nodes share: complete ones as {@code
 * ab/cd/HASH-ID}, as in a folder, and each piece of an upload under way as {@code uploads/ID/OFFSET}, because objects
 * cannot grow.
 *
 * <p>A piece's key contains its offset. The same piece sent again through another node becomes the same object, or is
 * refused, so no piece is ever there twice.
 */
public final class FileBucket implements FileStore, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FileBucket.class);

    /** A piece smaller than this is joined with the next one: many small objects are slow to count. */
    private static final long SMALL = 256L * 1024;

    private final OutageLog reading =
            new OutageLog(LOG, "Reading from the file store", OutageLog.Repeat.EVERY_MINUTE, System::nanoTime);
    private final OutageLog writing =
            new OutageLog(LOG, "Writing to the file store", OutageLog.Repeat.EVERY_MINUTE, System::nanoTime);
    private final S3Client s3;
    private final BucketAddress address;
    private final UploadPieces pieces;

    private FileBucket(S3Client s3, BucketAddress address) {
        this.s3 = s3;
        this.address = address;
        this.pieces = new UploadPieces(s3, address);
    }

    /**
     * Opens an existing bucket. Credentials come from the usual variables: {@code AWS_ACCESS_KEY_ID}, {@code
     * AWS_SECRET_ACCESS_KEY}, {@code AWS_REGION}. A store that does not answer now may come back: that is only logged.
     *
     * @throws IOException if the bucket does not exist or cannot be used; the message says what to do
     */
    public static FileBucket open(BucketAddress address) throws IOException {
        S3Client s3 = BucketAccess.client(address);
        try {
            BucketAccess.require(s3, address);
        } catch (IOException e) {
            s3.close();
            throw e;
        }
        return new FileBucket(s3, address);
    }

    @Override
    public long received(String uploadId) {
        return reached(reading, () -> UploadPieces.end(pieces.chain(uploadId)));
    }

    @Override
    public boolean append(String uploadId, long offset, byte[] piece) {
        return reached(writing, () -> {
            List<UploadPieces.Piece> chain = pieces.chain(uploadId);
            if (UploadPieces.end(chain) != offset) {
                return false;
            }
            if (!chain.isEmpty() && chain.getLast().size() < SMALL) {
                return pieces.join(chain.getLast(), offset, piece);
            }
            pieces.put(uploadId, offset, piece);
            return true;
        });
    }

    @Override
    public boolean keep(FileCopy copy) {
        try {
            // An object is put as a whole and may have to be sent twice, so its bytes are on this node's disk
            // meanwhile.
            Path whole = Files.createTempFile("file", ".part");
            try {
                boolean good =
                        reached(reading, () -> hash(copy.uploadId(), whole)).equals(copy.sha256());
                if (good) {
                    reached(
                            writing,
                            () -> s3.putObject(
                                    object -> object.bucket(address.bucket()).key(key(copy)),
                                    RequestBody.fromFile(whole)));
                }
                forget(copy.uploadId(), good);
                return good;
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException e) {
            writing.failed(e);
            throw new FilesDown("the disk refused", e);
        }
    }

    @Override
    public void drop(String uploadId) {
        reached(writing, () -> pieces.drop(uploadId));
    }

    @Override
    public SeekableByteChannel open(FileCopy copy) {
        long size = reached(
                reading,
                () -> s3.headObject(object -> object.bucket(address.bucket()).key(key(copy)))
                        .contentLength());
        return new ObjectChannel(s3, address.bucket(), key(copy), size);
    }

    @Override
    public void remove(FileCopy copy) {
        reached(
                writing,
                () -> s3.deleteObject(object -> object.bucket(address.bucket()).key(key(copy))));
    }

    @Override
    public void close() {
        s3.close();
    }

    /** Deletes the pieces of a stored file; if that fails, they are deleted when the upload is forgotten. */
    private void forget(String uploadId, boolean kept) {
        try {
            drop(uploadId);
        } catch (FilesDown e) {
            if (!kept) {
                throw e;
            }
            LOG.debug("Could not delete the parts of a stored file; they are deleted with its upload", e);
        }
    }

    private String hash(String uploadId, Path whole) {
        try (OutputStream file = Files.newOutputStream(whole);
                DigestOutputStream counted = new DigestOutputStream(file, FileFolder.sha256())) {
            pieces.copy(uploadId, counted);
            return HexFormat.of().formatHex(counted.getMessageDigest().digest());
        } catch (IOException e) {
            reading.failed(e);
            throw new FilesDown("the disk or the file store refused", e);
        }
    }

    private String key(FileCopy copy) {
        String name = copy.name();
        return address.prefix() + name.substring(0, 2) + "/" + name.substring(2, 4) + "/" + name;
    }

    private static <T> T reached(OutageLog log, Supplier<T> work) {
        try {
            T result = work.get();
            log.works();
            return result;
        } catch (SdkException e) {
            log.failed(kindOf(e), e);
            throw new FilesDown("the file store refused or did not answer", e);
        }
    }

    /**
     * Returns the kind of a failure without the message, because a service's message contains a new number each time.
     */
    private static String kindOf(SdkException away) {
        return away instanceof SdkServiceException answer ? "answer " + answer.statusCode() : "no answer";
    }
}
