package coderbased.blobs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.files.FileCopy;
import coderbased.files.FileStore;
import coderbased.files.FilesDown;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of every {@link FileStore}. */
abstract class FileStoreContract {

    private static final int PIECE = 512 * 1024;

    private FileStore store;

    /** The place, with nothing in it; opened again, it is the same. */
    abstract FileStore open() throws IOException;

    @BeforeEach
    void prepare() throws IOException {
        store = open();
    }

    @Test
    void anUploadGrowsPieceByPieceAndContinuesAfterARestart() throws IOException {
        byte[] bytes = bytes(3 * PIECE + 17);
        assertEquals(0, store.received("U"));
        send("U", bytes, 0, PIECE);
        store = open();
        assertEquals(PIECE, store.received("U"));
        send("U", bytes, PIECE, bytes.length);
        assertEquals(bytes.length, store.received("U"));
        assertTrue(store.keep(copy("U", bytes)));
        assertEquals(0, store.received("U"), "nothing is left of the upload");
        assertArrayEquals(bytes, kept(copy("U", bytes)));
    }

    @Test
    void manySmallPiecesMakeOneFile() throws IOException {
        byte[] bytes = bytes(999);
        for (int at = 0; at < bytes.length; at += 37) {
            assertEquals(at, store.received("U"));
            assertTrue(store.append("U", at, Arrays.copyOfRange(bytes, at, at + 37)));
        }
        assertTrue(store.keep(copy("U", bytes)));
        assertArrayEquals(bytes, kept(copy("U", bytes)));
    }

    @Test
    void aPieceAtTheWrongOffsetIsRefused() throws IOException {
        for (int size : new int[] {10, PIECE}) {
            String upload = "U" + size;
            byte[] bytes = bytes(2 * size);
            byte[] first = Arrays.copyOf(bytes, size);
            assertFalse(store.append(upload, 1, first), "nothing is there yet");
            assertEquals(0, store.received(upload));
            assertTrue(store.append(upload, 0, first));
            FileStore other = open();
            for (long offset : new long[] {0, 1, size - 1, size + 1, 2 * size}) {
                assertFalse(other.append(upload, offset, first), size + " bytes at " + offset);
                assertEquals(size, store.received(upload));
            }
            assertTrue(other.append(upload, size, Arrays.copyOfRange(bytes, size, 2 * size)));
            assertTrue(store.keep(copy(upload, bytes)));
            assertArrayEquals(bytes, kept(copy(upload, bytes)));
        }
    }

    @Test
    void bytesWithAnotherHashAreDeleted() {
        byte[] bytes = bytes(100);
        store.append("U", 0, bytes);
        FileCopy other = copy("U", bytes(99));
        assertFalse(store.keep(other));
        assertEquals(0, store.received("U"));
        assertThrows(FilesDown.class, () -> store.open(other));
    }

    @Test
    void eachUploadOfTheSameBytesMakesItsOwnCopy() throws IOException {
        byte[] bytes = bytes(5_000);
        for (String upload : new String[] {"U", "V"}) {
            store.append(upload, 0, bytes);
            assertTrue(store.keep(copy(upload, bytes)));
        }
        store.remove(copy("U", bytes));
        store.remove(copy("U", bytes));
        assertThrows(FilesDown.class, () -> store.open(copy("U", bytes)));
        assertArrayEquals(bytes, kept(copy("V", bytes)));
    }

    @Test
    void aFileIsReadFromAnyPosition() throws IOException {
        byte[] bytes = bytes(200_000);
        store.append("U", 0, bytes);
        store.keep(copy("U", bytes));
        try (SeekableByteChannel file = store.open(copy("U", bytes))) {
            assertEquals(bytes.length, file.size());
            for (int from : new int[] {150_000, 0, 199_990}) {
                ByteBuffer ten = ByteBuffer.allocate(10);
                file.position(from);
                while (ten.hasRemaining()) {
                    assertTrue(file.read(ten) > 0);
                }
                assertArrayEquals(Arrays.copyOfRange(bytes, from, from + 10), ten.array());
            }
            assertEquals(-1, file.read(ByteBuffer.allocate(1)), "there is no more");
        }
    }

    @Test
    void deletedBytesAreGoneAndTheOthersStay() {
        store.append("U", 0, bytes(10));
        store.append("V", 0, bytes(20));
        store.drop("U");
        store.drop("U");
        assertEquals(0, store.received("U"));
        assertEquals(20, store.received("V"));
    }

    private void send(String upload, byte[] bytes, int from, int to) {
        for (int at = from; at < to; at += PIECE) {
            assertTrue(store.append(upload, at, Arrays.copyOfRange(bytes, at, Math.min(at + PIECE, to))));
        }
    }

    private byte[] kept(FileCopy copy) throws IOException {
        try (InputStream file = Channels.newInputStream(store.open(copy))) {
            return file.readAllBytes();
        }
    }

    static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    static FileCopy copy(String upload, byte[] bytes) {
        return new FileCopy(HexFormat.of().formatHex(FileFolder.sha256().digest(bytes)), upload);
    }
}
