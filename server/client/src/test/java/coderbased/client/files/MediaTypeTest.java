package coderbased.client.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that share a container are told apart by their brand. */
class MediaTypeTest {

    @ParameterizedTest
    @CsvSource({
        "heic, image/heic",
        "heix, image/heic",
        "hevc, image/heic",
        "mif1, image/heif",
        "msf1, image/heif",
        "avif, image/avif",
        "avis, image/avif",
        "'qt  ', video/quicktime",
        "'M4A ', audio/mp4",
        "isom, video/mp4",
        "mp42, video/mp4"
    })
    void brandTellsPicturesFromVideos(String brand, String mediaType, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("file");
        Files.write(file, ("\0\0\0\u001cftyp" + brand + "\0\0\0\0").getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(mediaType, MediaType.of(file, "file"));
    }
}
