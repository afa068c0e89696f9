package coderbased.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The only class that knows the JSON mapper. Strict on purpose: unknown and repeated fields, missing values, numbers
 * for texts, deep or long documents and trailing words are all refused.
 *
 * <p>Thread-safe.
 */
public final class Wire {

    private static final int MAX_DEPTH = 8;
    private static final int MAX_NUMBER_CHARS = 20;
    private static final int POOLED_BUFFERS = 32;
    private static final List<Class<?>> SEALED = List.of(
            GuestClientMessage.class,
            GuestServerMessage.class,
            ChatClientMessage.class,
            ChatServerMessage.class,
            Body.class,
            GroupChange.class);

    /** The text is not what the reader expects. The message says why, without the text itself. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    private static final JsonMapper MAPPER = mapper();

    /** As a code point of its own, a surrogate is one that has no other half. */
    private static final Pattern HALF_A_PAIR = Pattern.compile("[\\x{D800}-\\x{DFFF}]");

    private Wire() {}

    /**
     * One JSON object, which can be written in UTF-8 whatever is in it: half a surrogate pair travels as its escape, so
     * that the reader can refuse it and never gets something else in its place.
     */
    public static String write(Object message) {
        try {
            String json = MAPPER.writeValueAsString(message);
            return json.chars().anyMatch(Wire::isSurrogate)
                    ? HALF_A_PAIR.matcher(json).replaceAll(Wire::escape)
                    : json;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written: " + message.getClass(), e);
        }
    }

    /**
     * Reads one JSON object.
     *
     * @throws Malformed if the text is not JSON, is of an unknown type, or has missing, unknown or wrong fields
     */
    public static <T> T read(String json, Class<T> type) throws Malformed {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new Malformed("expected an object, got null");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new Malformed("not a " + type.getSimpleName() + ": " + complaint(e));
        }
    }

    /** Returns the reason in our own words: the mapper's would repeat the text, and with it a token. */
    private static String complaint(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> "it has a field too many";
            case InvalidTypeIdException unknown -> "unknown type";
            case JsonMappingException wrong
            when !wrong.getPath().isEmpty() ->
                "wrong or missing field '" + wrong.getPath().getLast().getFieldName() + "'";
            case JsonMappingException wrong -> "a field is wrong or missing";
            default -> "not the JSON that was expected";
        };
    }

    private static boolean isSurrogate(int unit) {
        return unit >= Character.MIN_SURROGATE && unit <= Character.MAX_SURROGATE;
    }

    private static String escape(MatchResult half) {
        return String.format("\\\\u%04x", (int) half.group().charAt(0));
    }

    /**
     * Reads moments as they are written here, and in no other spelling. The mapper's own reader takes an empty text for
     * no moment at all, which means without an end.
     */
    private static final class StrictInstant extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        StrictInstant() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                throw context.wrongTokenException(parser, Instant.class, JsonToken.VALUE_STRING, "not a text");
            }
            try {
                return Instant.parse(parser.getText());
            } catch (DateTimeParseException e) {
                throw context.weirdStringException(parser.getText(), Instant.class, "not a moment");
            }
        }
    }

    private static JsonMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new SimpleModule().addDeserializer(Instant.class, new StrictInstant()))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                // A record is its components; a public method that begins with "is" is none of them.
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .withCoercionConfigDefaults(
                        config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.EmptyArray, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Boolean,
                        config -> config.setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Textual,
                        config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Integer,
                        config -> config.setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail))
                .build();
        // By default each thread keeps buffers of its own, and there is a thread for each connection.
        mapper.getFactory()
                .setRecyclerPool(JsonRecyclerPools.newBoundedPool(POOLED_BUFFERS))
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(MAX_NUMBER_CHARS)
                        .build());
        mapper.setAnnotationIntrospector(new NullnessIntrospector());
        for (Class<?> sealed : SEALED) {
            mapper.registerSubtypes(records(sealed).toList());
        }
        return mapper;
    }

    /** Returns the records of a sealed type, those of its families too. */
    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Wire::records) : Stream.of(type);
    }
}
