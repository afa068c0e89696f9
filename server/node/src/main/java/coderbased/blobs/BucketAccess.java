package coderbased.blobs;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Access to a bucket, with the errors of a bucket that cannot be used. */
final class BucketAccess {

    private static final Logger LOG = LoggerFactory.getLogger(BucketAccess.class);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(20);
    private static final int MOVED = 301;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private BucketAccess() {}

    /**
     * Creates a client for that bucket, which the caller closes.
     *
     * @throws IOException if there are no credentials
     */
    static S3Client client(BucketAddress address) throws IOException {
        DefaultCredentialsProvider who = DefaultCredentialsProvider.builder().build();
        try {
            who.resolveCredentials();
        } catch (SdkClientException e) {
            throw new IOException(
                    "The file store " + address
                            + " needs credentials. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.",
                    e);
        }
        S3ClientBuilder builder = S3Client.builder()
                .credentialsProvider(who)
                .region(Region.of(region()))
                // Settings that stores other than Amazon's understand.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .forcePathStyle(address.endpoint() != null)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_TIMEOUT)
                        .socketTimeout(READ_TIMEOUT));
        if (address.endpoint() != null) {
            builder.endpointOverride(address.endpoint());
        }
        return builder.build();
    }

    /**
     * Refuses a bucket that does not exist or that this server may not use.
     *
     * @throws IOException if the bucket cannot be used; the message says what to do
     */
    static void require(S3Client s3, BucketAddress address) throws IOException {
        try {
            s3.headBucket(asked -> asked.bucket(address.bucket()));
        } catch (S3Exception e) {
            String why = complaint(e.statusCode());
            if (why != null) {
                throw new IOException("The file store " + address + " " + why, e);
            }
            LOG.warn("The file store {} gave an unexpected answer: {}", address, e.getMessage());
        } catch (SdkException e) {
            LOG.warn(
                    "The file store {} does not answer; until it does, nobody can send or fetch files: {}",
                    address,
                    e.getMessage());
        }
    }

    /** Returns what to do about a permanent error; null for one that may pass. */
    private static @Nullable String complaint(int status) {
        return switch (status) {
            case NOT_FOUND -> "does not exist. Create it, or set another with --files.";
            case FORBIDDEN ->
                "refuses this server. Check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and their permissions.";
            case MOVED, BAD_REQUEST -> "is not in the region " + region() + ". Set AWS_REGION to its region.";
            default -> null;
        };
    }

    private static String region() {
        return SdkSystemSetting.AWS_REGION.getStringValue().orElse("us-east-1");
    }
}
