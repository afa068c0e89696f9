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
 * Bytes as objects in a bucket of an S3-compatible store, which any number of nodes share: whole ones as {@code ab/cd/HASH-ID},
 * like in a folder; of uploads under way each piece as {@code uploads/ID/OFFSET}, for objects cannot grow.
 *
 * <p>A piece says where it begins. The same piece sent again through another node becomes the same object, or is refused, so no
 * piece is ever there twice.
 */
public final class FileBucket implements FileStore, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FileBucket.class);

    /** A piece smaller than this is joined by the next one: many objects of few bytes are slow to count. */
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
     * In that bucket, which has to be there. Who asks, the usual variables say: {@code AWS_ACCESS_KEY_ID}, {@code
     * AWS_SECRET_ACCESS_KEY}, {@code AWS_REGION}. A store that is away now may come back: that is only logged.
     *
     * @throws IOException where there is no such bucket or it cannot be used; the message says what to do
     */
    public static FileBucket open(BucketAddress address) throws IOException {
        S3Client s3 = BucketAccess.client(address);
        try {
            BucketAccess.require(s3, address);
        } catch (IOException refused) {
            s3.close();
            throw refused;
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
            // An object is put whole and may have to be sent twice, so its bytes lie on this node's disk meanwhile.
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
        } catch (IOException full) {
            writing.failed(full);
            throw new FilesDown("the disk refused", full);
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

    /** What is kept has no use for its pieces; where they do not go now, they do when the upload is forgotten. */
    private void forget(String uploadId, boolean kept) {
        try {
            drop(uploadId);
        } catch (FilesDown away) {
            if (!kept) {
                throw away;
            }
            LOG.debug("Could not delete the parts of a stored file; they are deleted with its upload", away);
        }
    }

    private String hash(String uploadId, Path whole) {
        try (OutputStream file = Files.newOutputStream(whole);
                DigestOutputStream counted = new DigestOutputStream(file, FileFolder.sha256())) {
            pieces.copy(uploadId, counted);
            return HexFormat.of().formatHex(counted.getMessageDigest().digest());
        } catch (IOException refused) {
            reading.failed(refused);
            throw new FilesDown("the disk or the file store refused", refused);
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
        } catch (SdkException away) {
            log.failed(kindOf(away), away);
            throw new FilesDown("the file store refused or did not answer", away);
        }
    }

    /** The message of a service's answer has a number of its own each time. */
    private static String kindOf(SdkException away) {
        return away instanceof SdkServiceException answer ? "answer " + answer.statusCode() : "no answer";
    }
}
