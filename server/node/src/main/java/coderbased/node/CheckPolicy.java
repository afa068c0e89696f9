package coderbased.node;

import static coderbased.node.NodeMessages.MESSAGES;

import coderbased.auth.linking.LinkCheck;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code adaptive}, {@code always} or {@code never}. */
final class CheckPolicy implements ITypeConverter<LinkCheck> {

    @Override
    public LinkCheck convert(String text) {
        List<String> allowed = Arrays.stream(LinkCheck.values())
                .map(policy -> policy.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!allowed.contains(text)) {
            throw new TypeConversionException(
                    MESSAGES.text("options.linkCheck.wrong", "text", text, "allowed", String.join(", ", allowed)));
        }
        return LinkCheck.valueOf(text.toUpperCase(Locale.ROOT));
    }
}
