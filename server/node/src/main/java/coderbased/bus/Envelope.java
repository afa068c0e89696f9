package coderbased.bus;

import coderbased.protocol.Wire;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A record on its way over a bus: the sending node, the record's name and the record as JSON, separated by blanks.
 *
 * @param from the sending node
 * @param kind the record's name
 */
record Envelope(String from, String kind, String json) {

    private static final int PARTS = 3;

    static String seal(String from, Record message) {
        return from + " " + message.getClass().getSimpleName() + " " + Wire.write(message);
    }

    /** Parses an envelope; empty if the text is none. */
    static Optional<Envelope> open(String text) {
        String[] parts = text.split(" ", PARTS);
        return parts.length == PARTS ? Optional.of(new Envelope(parts[0], parts[1], parts[2])) : Optional.empty();
    }

    /**
     * Returns the record in it.
     *
     * @param type that record, or the sealed type to which it belongs
     */
    <T> T read(Class<T> type) throws Wire.Malformed {
        Class<?> found = candidates(type)
                .filter(candidate -> candidate.getSimpleName().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + type.getSimpleName() + ": " + kind));
        return type.cast(Wire.read(json, found));
    }

    private static Stream<Class<?>> candidates(Class<?> type) {
        return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()) : Stream.of(type);
    }

    /** Leaves the content out. */
    @Override
    public String toString() {
        return "Envelope[" + from + " " + kind + "]";
    }
}
