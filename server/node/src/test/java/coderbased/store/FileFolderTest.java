package coderbased.store;

import coderbased.files.FileStore;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Files in a folder keep the contract. */
final class FileFolderTest extends FileStoreContract {

    @TempDir
    private Path folder;

    @Override
    FileStore open() throws IOException {
        return new FileFolder(folder);
    }
}
