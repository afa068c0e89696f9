package coderbased.fx.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coderbased.i18n.CommandLineWords;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

final class CommandLineWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--database-pasword S3cret",
                "--database-pasword=S3cret",
                "--database-password:S3cret",
                "--database-passwordS3cret",
                "--passwordS3cret",
                "--database-password a S3cret",
                "--database-password a --database-password S3cret",
                "S3cret",
                "postgresql//u/S3cret@h",
                "@S3cret",
                "add joe S3cret",
                "add joe --flag=S3cret",
                "add joe -xS3cret",
                "-pS3cret -qS3cret",
                "-xS3cret",
                "--port S3cret",
                "--port=1=S3cret",
                "--size S3cret",
                "--time S3cret",
                "--level S3cret",
                "--code S3cret",
                "--address http://u:S3cret@[x",
                "--flag=S3cret",
            })
    void noSentenceRepeatsASecret(String line) {
        String sentence = sentence(line.split(" "));
        assertFalse(sentence.toLowerCase(Locale.ROOT).contains("s3c"), sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--prot 1 | prog has no setting --prot. Did you mean --port?",
                "--colour 1 | prog has no such setting.",
                "--database-passwordS3cret | prog has no such setting. Did you mean --database-password?",
                "ad joe | prog has no command \"ad\". Did you mean add?",
                "remove joe | prog has no such command.",
                "add joe eve | add does not need so many values. Leave the last one out.",
                "--port 2147483648 | --port: This is not a whole number. Use digits only, at most 2,147,483,647.",
                "--size 9223372036854775808 | --size: This is not a whole number, or it is too large. Use digits only.",
                "--time 5 | --time: This value cannot be read.",
                "--level five | --level: This value cannot be read.",
                "--code five | --code: This value cannot be read.",
            })
    void sentenceSaysWhatToWrite(String line, String sentence) {
        assertEquals(sentence, sentence(line.split(" ")));
    }

    @Test
    void aCommandsOwnSentenceIsKept() {
        CommandLine program = CommandLineWords.teach(new CommandLine(new Program()));
        assertEquals("Set one of both.", CommandLineWords.of(new ParameterException(program, "Set one of both.")));
    }

    private static String sentence(String... line) {
        CommandLine program = CommandLineWords.teach(new CommandLine(new Program()));
        program.registerConverter(Code.class, text -> {
            throw new IllegalArgumentException(text);
        });
        return CommandLineWords.of(assertThrows(ParameterException.class, () -> program.parseArgs(line)));
    }

    private enum Level {
        LOW,
        HIGH
    }

    private record Code(String text) {}

    @Command(name = "prog", subcommands = Add.class)
    private static final class Program {

        @Option(names = {"--database-password", "-p"})
        private String password;

        @Option(names = "--port")
        private int port;

        @Option(names = "--size")
        private long size;

        @Option(names = "--time")
        private Duration time;

        @Option(names = "--level")
        private Level level;

        @Option(names = "--code")
        private Code code;

        @Option(names = "--address")
        private URI address;

        @Option(names = "--flag")
        private boolean flag;
    }

    @Command(name = "add")
    private static final class Add {

        @Parameters
        private String who;

        @Option(names = "--flag")
        private boolean flag;
    }
}
