package coderbased.i18n;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Sentences for a command line that cannot be read: what is wrong, and what to write. A value in the wrong place may be
 * a password, so a typed word is repeated only if it is a misspelt name.
 */
public final class CommandLineWords {

    private static final Messages MESSAGES = Messages.of(CommandLineWords.class);

    /** A third of a name's letters may be wrong, and it is still recognised. */
    private static final int LETTERS_PER_MISTAKE = 3;

    /** Two letters that were swapped. */
    private static final int MIN_MISTAKES = 2;

    /** Begins the value of an option, or an address, which may hold a password. */
    private static final Pattern VALUE = Pattern.compile("(?s)[=:].*");

    private CommandLineWords() {}

    /** Lets a program and its commands say what a number, an address or a switch looks like. */
    public static CommandLine teach(CommandLine program) {
        return program.registerConverter(int.class, reader(Integer::valueOf, "commandLine.number"))
                .registerConverter(long.class, reader(Long::valueOf, "commandLine.longNumber"))
                .registerConverter(URI.class, reader(URI::create, "commandLine.address"))
                .registerConverter(boolean.class, reader(CommandLineWords::onOrOff, "commandLine.switch"));
    }

    /** Returns what is wrong with the command line. */
    public static String of(ParameterException refused) {
        if (refused instanceof UnmatchedArgumentException unknown
                && !unknown.getUnmatched().isEmpty()) {
            return unknown(unknown.getUnmatched().getFirst(), refused.getCommandLine());
        }
        if (refused instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return missing(missing.getMissing().getFirst(), refused.getCommandLine());
        }
        if (refused instanceof OverwrittenOptionException twice) {
            return MESSAGES.text("commandLine.twice", "option", name(twice.getOverwritten()));
        }
        if (refused.getArgSpec() != null) {
            String reason = refused.getCause() instanceof TypeConversionException wrong && !isOfPicocli(wrong)
                    ? String.valueOf(wrong.getMessage())
                    : MESSAGES.text("commandLine.unreadable");
            return MESSAGES.text("commandLine.wrong", "option", name(refused.getArgSpec()), "reason", reason);
        }
        return isOfPicocli(refused)
                ? MESSAGES.text(
                        "commandLine.unreadableLine",
                        "command",
                        refused.getCommandLine().getCommandSpec().name())
                : String.valueOf(refused.getMessage());
    }

    /** True if the library made the exception: its sentence repeats what was typed. */
    private static boolean isOfPicocli(Exception e) {
        StackTraceElement[] trace = e.getStackTrace();
        return trace.length == 0 || trace[0].getClassName().startsWith(CommandLine.class.getName());
    }

    private static String unknown(String typed, CommandLine program) {
        String word = VALUE.matcher(typed).replaceFirst("");
        CommandSpec command = program.getCommandSpec();
        boolean isOption = typed.startsWith("-");
        if (!isOption && command.subcommands().isEmpty()) {
            return MESSAGES.text("commandLine.tooMuch", "command", command.name());
        }
        Optional<String> near = nearest(
                word, isOption ? command.optionsMap().keySet().stream() : command.subcommands().keySet().stream());
        boolean misspelt = near.isPresent() && word.length() <= near.get().length() + MIN_MISTAKES;
        String known = isOption ? "commandLine.unknownOption" : "commandLine.unknownCommand";
        String hidden = isOption ? "commandLine.unnamedOption" : "commandLine.unnamedCommand";
        String what = misspelt
                ? MESSAGES.text(known, "command", command.name(), "word", word)
                : MESSAGES.text(hidden, "command", command.name());
        return near.map(name -> what + " " + MESSAGES.text("commandLine.near", "name", name))
                .orElse(what);
    }

    private static String missing(ArgSpec missing, CommandLine program) {
        return missing instanceof OptionSpec option
                ? MESSAGES.text("commandLine.noValue", "option", option.longestName(), "value", option.paramLabel())
                : MESSAGES.text(
                        "commandLine.missing",
                        "name",
                        missing.paramLabel(),
                        "command",
                        program.getCommandSpec().name());
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static Optional<String> nearest(String word, Stream<String> names) {
        String folded = word.toLowerCase(Locale.ROOT);
        return names.filter(name -> name.length() > MIN_MISTAKES)
                .filter(name -> mistakes(folded, name) <= Math.max(MIN_MISTAKES, name.length() / LETTERS_PER_MISTAKE))
                .min(Comparator.comparingInt(name -> mistakes(folded, name)));
    }

    /** Counts the letters to change, add or leave out between two words (Levenshtein distance). */
    private static int mistakes(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            int diagonal = i;
            for (int j = 0; j < row.length; j++) {
                int above = row[j];
                if (i == 0 || j == 0) {
                    row[j] = i + j;
                } else {
                    int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                    row[j] = Math.min(diagonal + change, Math.min(above, row[j - 1]) + 1);
                }
                diagonal = above;
            }
        }
        return row[other.length()];
    }

    private static boolean onOrOff(String text) {
        if (!List.of("true", "false").contains(text.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(text);
        }
        return Boolean.parseBoolean(text);
    }

    private static <T> ITypeConverter<T> reader(Function<String, T> read, String key) {
        return text -> {
            try {
                return read.apply(text);
            } catch (IllegalArgumentException _) {
                throw new TypeConversionException(MESSAGES.text(key));
            }
        };
    }
}
