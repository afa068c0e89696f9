package coderbased.bus;

import coderbased.protocol.Wire;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What goes over a bus: who says it, which record it is, and that record as JSON, with blanks between.
 *
 * @param from the node
 * @param kind the record's name
 */
record Envelope(String from, String kind, String json) {

    private static final int PARTS = 3;

    static String seal(String from, Record message) {
        return from + " " + message.getClass().getSimpleName() + " " + Wire.write(message);
    }

    /** Empty where it is none. */
    static Optional<Envelope> open(String text) {
        String[] parts = text.split(" ", PARTS);
        return parts.length == PARTS ? Optional.of(new Envelope(parts[0], parts[1], parts[2])) : Optional.empty();
    }

    /**
     * The record in it.
     *
     * @param type that record, or the sealed type that it is one of
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

    /** Leaves out what is said. */
    @Override
    public String toString() {
        return "Envelope[" + from + " " + kind + "]";
    }
}
