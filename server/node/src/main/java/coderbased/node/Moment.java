package coderbased.node;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a moment as ISO 8601 writes it, with its time zone. */
final class Moment implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            throw new TypeConversionException(
                    "'" + text + "' is not a point in time. Use 2030-01-31T12:00:00Z or 2030-01-31T13:00:00+01:00");
        }
    }
}
