package coderbased.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of an account's link history. Each line carries the seal of the line before it, so a history that was kept
 * once shows whether a later one only has more lines or was rewritten.
 *
 * @param number counts the account's lines, from 1
 * @param at by the server's clock, in milliseconds
 * @param linkId the attempt that it belongs to
 * @param device the computer's own description
 * @param address the actor's address, as the server saw it
 * @param previous the seal of the line before; empty for the first
 * @param seal base64url of the SHA-256 over everything else in the line
 */
public record LinkEntry(
        long number,
        Instant at,
        What what,
        String linkId,
        DeviceFacts device,
        String address,
        String previous,
        String seal) {

    /** The kind of event. */
    public enum What {
        SHOWN,
        SCANNED,
        APPROVED,
        LINKED,
        DENIED,
        CANCELLED,
        EXPIRED,
        WRONG_NUMBER,
        DESKTOP_GONE,
        LIMIT,
        PHONE_LOGGED_OUT,
        CONFIRMED,
        DISOWNED;

        /** Returns the kind of event for a link that ended without a device. */
        public static What of(LinkEnd end) {
            return switch (end) {
                case DENIED -> DENIED;
                case CANCELLED -> CANCELLED;
                case EXPIRED, NO_MORE_CODES -> EXPIRED;
                case WRONG_NUMBER -> WRONG_NUMBER;
                case DESKTOP_GONE -> DESKTOP_GONE;
                case LIMIT -> LIMIT;
                case PHONE_LOGGED_OUT -> PHONE_LOGGED_OUT;
            };
        }
    }

    /** The line that follows {@code last}; the first one where that is null. */
    public static LinkEntry after(
            @Nullable LinkEntry last, Instant at, What what, String linkId, DeviceFacts device, String address) {
        long number = last == null ? 1 : last.number() + 1;
        String previous = last == null ? "" : last.seal();
        return new LinkEntry(
                number,
                at,
                what,
                linkId,
                device,
                address,
                previous,
                seal(number, at, what, linkId, device, address, previous));
    }

    /** True if nothing in it was changed since it was sealed. */
    public boolean seals() {
        return seal.equals(seal(number, at, what, linkId, device, address, previous));
    }

    /** True if this line directly follows {@code before}. */
    public boolean follows(LinkEntry before) {
        return number == before.number() + 1 && previous.equals(before.seal());
    }

    /** Each part goes in with its length, so that no two lines read the same. */
    private static String seal(
            long number, Instant at, What what, String linkId, DeviceFacts device, String address, String previous) {
        MessageDigest hash = sha256();
        List<String> parts = List.of(
                Long.toString(number),
                Long.toString(at.toEpochMilli()),
                what.name(),
                linkId,
                device.name(),
                device.app(),
                device.os(),
                address,
                previous);
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            hash.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            hash.update(bytes);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
