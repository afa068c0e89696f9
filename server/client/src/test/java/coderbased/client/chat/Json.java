package coderbased.client.chat;

import coderbased.protocol.Wire;

/** Conversion of messages to text and back. */
public final class Json {

    private Json() {}

    public static String json(Object message) {
        return Wire.write(message);
    }

    public static <T> T read(String json, Class<T> type) {
        try {
            return Wire.read(json, type);
        } catch (Wire.Malformed e) {
            throw new AssertionError("the client said something that is no " + type.getSimpleName(), e);
        }
    }
}
