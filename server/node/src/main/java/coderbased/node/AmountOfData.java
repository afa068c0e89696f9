package coderbased.node;

import static coderbased.node.NodeMessages.MESSAGES;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a size as people write one, {@code 500MB} or {@code 2GB}, into bytes. */
final class AmountOfData implements ITypeConverter<Long> {

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,6})(MB|GB)");
    private static final long MEGABYTE = 1024 * 1024;
    private static final long GIGABYTE = 1024 * MEGABYTE;

    @Override
    public Long convert(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new TypeConversionException(MESSAGES.text("options.size.wrong", "text", text));
        }
        long unit = form.group(2).equals("MB") ? MEGABYTE : GIGABYTE;
        return Long.parseLong(form.group(1)) * unit;
    }
}
