package coderbased.qr.bench;

import coderbased.qr.picture.Frame;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Any other reader as a program: it takes the path of a PGM picture and prints each text on a line of its own. */
final class OtherProgram {

    private OtherProgram() {}

    static Contender at(Path program) {
        return Contender.of(program.getFileName().toString(), frame -> run(program, frame));
    }

    private static List<String> run(Path program, Frame frame) {
        try {
            Path picture = Files.createTempFile("frame", ".pgm");
            try {
                try (OutputStream to = Files.newOutputStream(picture)) {
                    to.write(("P5 " + frame.width() + " " + frame.height() + " 255\n")
                            .getBytes(StandardCharsets.US_ASCII));
                    to.write(frame.pixels());
                }
                Process running = new ProcessBuilder(program.toString(), picture.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                return new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            } finally {
                Files.delete(picture);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
