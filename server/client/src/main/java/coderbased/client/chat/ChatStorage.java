package coderbased.client.chat;

import coderbased.client.files.FileTransfers;
import coderbased.client.files.NoFiles;
import coderbased.client.storage.Journal;
import coderbased.client.storage.KnownChat;
import coderbased.client.storage.NoJournal;

/** What the chat of one session keeps on disk. Used on the client's own thread. */
public record ChatStorage(Journal journal, FileTransfers files, KnownChat known) {

    /** Nothing: of a device that has no folder of its own. */
    public static ChatStorage none() {
        return new ChatStorage(new NoJournal(), new NoFiles(), KnownChat.none());
    }

    /** The session is over: nothing of it stays. */
    void wipe() {
        files.wipe();
        known.wipe();
        journal.wipe();
    }

    /** The program ends; what is kept stays. */
    void close() {
        journal.close();
        known.close();
        files.close();
    }
}
