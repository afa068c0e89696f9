package coderbased.node;

import static coderbased.node.NodeMessages.MESSAGES;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** Rules for what is typed: nothing is ignored, and nothing is taken for something else. */
final class CommandLineRules {

    /** Stands for bytes that this program's locale cannot read. */
    private static final char UNREADABLE = '\uFFFD';

    private CommandLineRules() {}

    /**
     * Gives a command the options that stand before its name.
     *
     * @throws ParameterException if it has no such option
     */
    static void passOn(ParseResult typed) {
        ParseResult command = typed.subcommand();
        if (command == null || typed.isUsageHelpRequested() || typed.isVersionHelpRequested()) {
            return;
        }
        for (OptionSpec option : typed.matchedOptions()) {
            OptionSpec own = command.commandSpec().findOption(option.longestName());
            if (own == null) {
                throw new ParameterException(
                        typed.commandSpec().commandLine(),
                        MESSAGES.text(
                                "options.ofServer",
                                "option",
                                option.longestName(),
                                "command",
                                command.commandSpec().name()));
            }
            if (!command.hasMatchedOption(own)) {
                own.setValue(option.getValue());
            }
        }
    }

    /** True if everything that was typed or set for this program could be read. */
    static boolean isReadable(String[] arguments, Map<String, String> environment) {
        return Stream.concat(
                        Arrays.stream(arguments),
                        environment.entrySet().stream()
                                .filter(variable -> variable.getKey().startsWith(EnvironmentDefaults.PREFIX))
                                .map(Map.Entry::getValue))
                .noneMatch(text -> text.indexOf(UNREADABLE) >= 0);
    }

    /**
     * Reads a path that the system can have.
     *
     * @param directory the current one, from which a relative path is taken
     */
    record PathConverter(String directory) implements ITypeConverter<Path> {

        @Override
        public Path convert(String text) {
            try {
                Path path = Path.of(text);
                // The system would take it from a directory of another name.
                if (!path.isAbsolute() && directory.indexOf(UNREADABLE) >= 0) {
                    throw new TypeConversionException(MESSAGES.text("options.unreadable"));
                }
                return path;
            } catch (InvalidPathException _) {
                throw new TypeConversionException(MESSAGES.text("options.path", "path", text));
            }
        }
    }
}
