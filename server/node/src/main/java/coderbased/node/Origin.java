package coderbased.node;

import static coderbased.node.NodeMessages.MESSAGES;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the origin of web pages as browsers write it (RFC 6454 section 6.2). Any other text would allow nobody. */
final class Origin implements ITypeConverter<String> {

    private static final Pattern FORM =
            Pattern.compile("[a-z][a-z0-9+.-]*://([a-z0-9_.-]+|\\[[0-9a-f:.]+])(:[1-9]\\d{0,4})?");

    /** Browsers leave the usual port out. */
    private static final Pattern USUAL_PORT = Pattern.compile("https://.*:443|http://.*:80");

    @Override
    public String convert(String text) {
        if (!FORM.matcher(text).matches() || USUAL_PORT.matcher(text).matches()) {
            throw new TypeConversionException(MESSAGES.text("options.allowedOrigins.wrong", "text", text));
        }
        return text;
    }
}
