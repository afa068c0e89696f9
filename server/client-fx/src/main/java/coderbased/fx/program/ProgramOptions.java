package coderbased.fx.program;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.client.keys.ProfileFolder;
import coderbased.client.net.ServerAddress;
import coderbased.fx.ThemeChoice;
import coderbased.i18n.CommandLineWords;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The options that both programs have. */
public abstract class ProgramOptions {

    @Option(
            names = "--server",
            order = 1,
            paramLabel = "ADDRESS",
            converter = AddressConverter.class,
            descriptionKey = "options.server")
    protected @Nullable ServerAddress server;

    @Option(names = "--profile", order = 2, paramLabel = "NAME", descriptionKey = "options.profile")
    private String profile = ProfileFolder.DEFAULT;

    @Option(
            names = "--theme",
            order = 3,
            paramLabel = "system|light|dark",
            converter = ThemeConverter.class,
            descriptionKey = "options.theme")
    protected @Nullable ThemeChoice theme;

    @Option(
            names = "--data",
            order = 5,
            paramLabel = "DIR",
            converter = FolderConverter.class,
            descriptionKey = "options.data")
    private @Nullable Path data;

    @Option(
            names = {"-h", "--help"},
            order = 6,
            usageHelp = true,
            descriptionKey = "options.help")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            order = 7,
            versionHelp = true,
            descriptionKey = "options.version")
    private boolean version;

    private final String description;
    private final ResourceBundle own;

    /**
     * @param description what the program is, in a sentence
     * @param own descriptions of the program's own options
     */
    protected ProgramOptions(String description, ResourceBundle own) {
        this.description = description;
        this.own = own;
    }

    /** Returns the parser that fills in these options. */
    public final CommandLine commandLine() {
        CommandLine line = CommandLineWords.teach(new CommandLine(this)).setResourceBundle(new Descriptions(own));
        line.getCommandSpec().usageMessage().description(description);
        line.getCommandSpec()
                .version(MESSAGES.text(
                        "options.version.line", "program", program(), "version", About.version(getClass())));
        return line;
    }

    /**
     * Reads the command line. Prints help if it is asked for, or what is wrong.
     *
     * @return the exit code of a program that has nothing more to do; empty if it is to start
     */
    public final OptionalInt read(String[] args) {
        CommandLine line = commandLine();
        try {
            if (CommandLine.printHelpIfRequested(line.parseArgs(args))) {
                return OptionalInt.of(line.getCommandSpec().exitCodeOnUsageHelp());
            }
            folder();
            return OptionalInt.empty();
        } catch (ParameterException e) {
            return refused(line, CommandLineWords.of(e));
        } catch (IllegalArgumentException e) {
            return refused(line, String.valueOf(e.getMessage()));
        }
    }

    private static OptionalInt refused(CommandLine line, String sentence) {
        System.err.println(sentence);
        System.err.println(MESSAGES.text("options.see", "command", line.getCommandName()));
        return OptionalInt.of(line.getCommandSpec().exitCodeOnInvalidInput());
    }

    /**
     * Returns the folder of the profile.
     *
     * @throws IllegalArgumentException if the profile's name is invalid; the message is for the user
     */
    public final ProfileFolder folder() {
        ProfileFolder usual = ProfileFolder.of(program(), profile);
        return data == null ? usual : new ProfileFolder(data.resolve(profile));
    }

    /** Returns the name of the program's folder. */
    protected abstract String program();

    /** Returns the result, or the refusal of a value with that sentence, or with its own for none. */
    protected static <T> T converted(String value, Function<String, T> convert, @Nullable String sentence) {
        try {
            return convert.apply(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(sentence == null ? e.getMessage() : sentence);
        }
    }

    static final class AddressConverter implements ITypeConverter<ServerAddress> {
        @Override
        public ServerAddress convert(String text) {
            return converted(text, ServerAddress::parse, null);
        }
    }

    static final class FolderConverter implements ITypeConverter<Path> {
        @Override
        public Path convert(String text) {
            return converted(text, Path::of, MESSAGES.text("options.data.impossible"));
        }
    }

    static final class ThemeConverter implements ITypeConverter<ThemeChoice> {
        @Override
        public ThemeChoice convert(String text) {
            return converted(
                    text,
                    name -> ThemeChoice.valueOf(name.toUpperCase(Locale.ROOT)),
                    MESSAGES.text("options.theme.wrong", "value", text));
        }
    }

    /** Descriptions of all options: the program's own, and those of both. */
    private static final class Descriptions extends ResourceBundle {

        private final ResourceBundle own;

        Descriptions(ResourceBundle own) {
            this.own = own;
            setParent(MESSAGES.bundle());
        }

        @Override
        protected @Nullable Object handleGetObject(String key) {
            return own.containsKey(key) ? own.getObject(key) : null;
        }

        @Override
        public Enumeration<String> getKeys() {
            Set<String> keys = new HashSet<>(own.keySet());
            keys.addAll(parent.keySet());
            return Collections.enumeration(keys);
        }
    }
}
