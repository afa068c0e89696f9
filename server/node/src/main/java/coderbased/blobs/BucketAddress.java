package coderbased.blobs;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where in an S3-compatible store files lie.
 *
 * @param bucket its name
 * @param prefix what every key in it begins with: empty, or it ends with a slash
 * @param endpoint of a store that is not Amazon's; null for theirs, or what {@code AWS_ENDPOINT_URL_S3} says
 */
public record BucketAddress(
        String bucket, String prefix, @Nullable URI endpoint) {

    private static final Pattern S3 = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*))?");

    /**
     * Reads {@code s3://bucket} or {@code s3://bucket/prefix}.
     *
     * @throws IllegalArgumentException where it is none; the message says what one looks like
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

    /** As a person writes it. */
    @Override
    public String toString() {
        return "s3://" + bucket + (prefix.isEmpty() ? "" : "/" + prefix) + (endpoint == null ? "" : " at " + endpoint);
    }
}
