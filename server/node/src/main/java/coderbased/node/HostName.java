package coderbased.node;

import static coderbased.node.NodeMessages.MESSAGES;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a name of this server, as callers use it. Any other text would allow nobody. */
final class HostName implements ITypeConverter<String> {

    @Override
    public String convert(String text) {
        if (!HostCheck.isName(text)) {
            throw new TypeConversionException(MESSAGES.text("options.allowedHosts.wrong", "text", text));
        }
        return text;
    }
}
