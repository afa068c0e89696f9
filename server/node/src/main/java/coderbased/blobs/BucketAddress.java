package coderbased.blobs;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The place of files in an S3-compatible store.
 *
 * @param bucket the name of the bucket
 * @param prefix the beginning of every key: empty, or with a slash at the end
 * @param endpoint the address of a store that is not Amazon's; null for Amazon's, or the value of {@code
 *     AWS_ENDPOINT_URL_S3}
 */
public record BucketAddress(
        String bucket, String prefix, @Nullable URI endpoint) {

    private static final Pattern S3 = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*))?");

    /**
     * Parses {@code s3://bucket} or {@code s3://bucket/prefix}.
     *
     * @throws IllegalArgumentException if the text has another form; the message shows the right one
     */
    public static BucketAddress of(String address, @Nullable URI endpoint) {
        Matcher s3 = S3.matcher(address);
        if (!s3.matches()) {
            throw new IllegalArgumentException(
                    "this is not the address of a bucket. It looks like s3://my-files or s3://my-files/chat.");
        }
        String said = s3.group(2) == null ? "" : s3.group(2);
        return new BucketAddress(s3.group(1), said.isEmpty() || said.endsWith("/") ? said : said + "/", endpoint);
    }

    /** Returns the address as a person writes it. */
    @Override
    public String toString() {
        return "s3://" + bucket + (prefix.isEmpty() ? "" : "/" + prefix) + (endpoint == null ? "" : " at " + endpoint);
    }
}
