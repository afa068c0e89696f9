package coderbased.blobs;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The pieces of uploads under way in a bucket. A piece's key contains its offset in the file. */
final class UploadPieces {

    private final S3Client s3;
    private final BucketAddress address;

    UploadPieces(S3Client s3, BucketAddress address) {
        this.s3 = s3;
        this.address = address;
    }

    /** A piece of an upload. */
    record Piece(String key, long offset, long size) {}

    /** Returns the pieces of an upload that follow one another from its beginning. */
    List<Piece> chain(String uploadId) {
        List<Piece> chain = new ArrayList<>();
        // Listed in the order of their keys, which is the order of the offsets.
        for (S3Object object : objects(uploadId)) {
            long offset = Long.parseLong(object.key().substring(folder(uploadId).length()));
            if (offset == end(chain)) {
                chain.add(new Piece(object.key(), offset, object.size()));
            }
        }
        return chain;
    }

    static long end(List<Piece> chain) {
        return chain.isEmpty() ? 0 : chain.getLast().offset() + chain.getLast().size();
    }

    /** Stores a piece. */
    void put(String uploadId, long offset, byte[] piece) {
        put(folder(uploadId) + String.format(Locale.ROOT, "%012d", offset), piece);
    }

    /**
     * Stores a piece together with the one before it, as one object.
     *
     * @return false if the other one no longer ends at that offset: another node has stored a piece after it
     */
    boolean join(Piece before, long offset, byte[] piece) {
        byte[] first = s3.getObjectAsBytes(
                        object -> object.bucket(address.bucket()).key(before.key()))
                .asByteArrayUnsafe();
        if (before.offset() + first.length != offset) {
            return false;
        }
        byte[] both = Arrays.copyOf(first, first.length + piece.length);
        System.arraycopy(piece, 0, both, first.length, piece.length);
        put(before.key(), both);
        return true;
    }

    /** Copies all of an upload, piece by piece. */
    void copy(String uploadId, OutputStream to) throws IOException {
        for (Piece piece : chain(uploadId)) {
            try (ResponseInputStream<GetObjectResponse> bytes =
                    s3.getObject(object -> object.bucket(address.bucket()).key(piece.key()))) {
                bytes.transferTo(to);
            }
        }
    }

    /** Deletes the pieces of an upload, those behind a gap included. */
    int drop(String uploadId) {
        int dropped = 0;
        for (S3Object object : objects(uploadId)) {
            s3.deleteObject(gone -> gone.bucket(address.bucket()).key(object.key()));
            dropped++;
        }
        return dropped;
    }

    private void put(String key, byte[] bytes) {
        s3.putObject(object -> object.bucket(address.bucket()).key(key), RequestBody.fromBytes(bytes));
    }

    private List<S3Object> objects(String uploadId) {
        return s3
                .listObjectsV2Paginator(asked -> asked.bucket(address.bucket()).prefix(folder(uploadId)))
                .contents()
                .stream()
                .toList();
    }

    private String folder(String uploadId) {
        return address.prefix() + "uploads/" + uploadId + "/";
    }
}
