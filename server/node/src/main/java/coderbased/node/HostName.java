package coderbased.node;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a name of this server, as callers use it. Any other text would allow nobody. */
final class HostName implements ITypeConverter<String> {

    @Override
    public String convert(String text) {
        if (!HostCheck.isName(text)) {
            throw new TypeConversionException("'" + text
                    + "' is not the name of a host. Use chat.example.org, chat.example.org:8443 or [2001:db8::1]:8443");
        }
        return text;
    }
}
