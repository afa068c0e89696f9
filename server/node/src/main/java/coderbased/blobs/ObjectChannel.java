package coderbased.blobs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** A channel that reads an object of a bucket from any position. Not thread-safe. */
final class ObjectChannel implements SeekableByteChannel {

    private static final int CHUNK = 64 * 1024;

    private final S3Client s3;
    private final String bucket;
    private final String key;
    private final long size;
    private final byte[] chunk = new byte[CHUNK];
    private @Nullable ResponseInputStream<GetObjectResponse> bytes;
    private long position;
    private boolean open = true;

    ObjectChannel(S3Client s3, String bucket, String key, long size) {
        this.s3 = s3;
        this.bucket = bucket;
        this.key = key;
        this.size = size;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (!open) {
            throw new ClosedChannelException();
        }
        if (position >= size) {
            return -1;
        }
        int n = stream().read(chunk, 0, Math.min(CHUNK, into.remaining()));
        if (n > 0) {
            into.put(chunk, 0, n);
            position += n;
        }
        return n;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long other) {
        if (other != position) {
            letGo();
            position = other;
        }
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
        letGo();
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long length) {
        throw new NonWritableChannelException();
    }

    private ResponseInputStream<GetObjectResponse> stream() throws IOException {
        ResponseInputStream<GetObjectResponse> stream = bytes;
        if (stream == null) {
            try {
                stream = s3.getObject(object -> object.bucket(bucket).key(key).range("bytes=" + position + "-"));
            } catch (SdkException e) {
                throw new IOException("the file store refused or did not answer", e);
            }
            bytes = stream;
        }
        return stream;
    }

    /** Aborts the stream: a normal close would first read it to its end. */
    private void letGo() {
        if (bytes != null) {
            bytes.abort();
            bytes = null;
        }
    }
}
