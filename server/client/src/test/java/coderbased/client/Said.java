package coderbased.client;

import coderbased.protocol.Wire;

/** What is said, as text and back. */
final class Said {

    private Said() {}

    static String json(Object message) {
        return Wire.write(message);
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return Wire.read(json, type);
        } catch (Wire.Malformed foreign) {
            throw new AssertionError("the client said something that is no " + type.getSimpleName(), foreign);
        }
    }
}
