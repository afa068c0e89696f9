package coderbased.blobs;

import com.robothy.s3.rest.LocalS3;
import com.robothy.s3.rest.bootstrap.LocalS3Mode;
import java.io.IOException;
import java.net.URI;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.services.s3.S3Client;

/** A real S3-compatible server of one's own, which forgets everything when it is closed. It believes whoever asks. */
public final class RealBucketServer implements AutoCloseable {

    private final LocalS3 server =
            LocalS3.builder().port(-1).mode(LocalS3Mode.IN_MEMORY).build();

    /** From now on, this program asks such servers as somebody. */
    public RealBucketServer() {
        System.setProperty(SdkSystemSetting.AWS_ACCESS_KEY_ID.property(), "anybody");
        System.setProperty(SdkSystemSetting.AWS_SECRET_ACCESS_KEY.property(), "sesame");
        server.start();
    }

    /** A bucket with nothing in it; files in it get a prefix. */
    public BucketAddress newBucket(String name) throws IOException {
        BucketAddress address =
                BucketAddress.of("s3://" + name + "/chat", URI.create("http://127.0.0.1:" + server.getPort()));
        try (S3Client s3 = BucketAccess.client(address)) {
            s3.createBucket(bucket -> bucket.bucket(name));
        }
        return address;
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
