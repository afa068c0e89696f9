package coderbased.client.chat;

import coderbased.client.files.FileTransfers;
import coderbased.client.files.NoFiles;
import coderbased.client.storage.Journal;
import coderbased.client.storage.KnownChat;
import coderbased.client.storage.NoJournal;

/** Storage of the chat of one session. Used on the client thread. */
public record ChatStorage(Journal journal, FileTransfers files, KnownChat known) {

    /** Returns a storage that keeps nothing, for a device without a folder. */
    public static ChatStorage none() {
        return new ChatStorage(new NoJournal(), new NoFiles(), KnownChat.none());
    }

    /** Deletes everything at the end of the session. */
    void wipe() {
        files.wipe();
        known.wipe();
        journal.wipe();
    }

    /** Closes the storage at the end of the program; the data stays. */
    void close() {
        journal.close();
        known.close();
        files.close();
    }
}
