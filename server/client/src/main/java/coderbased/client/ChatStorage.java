package coderbased.client;

/** What the chat of one session keeps on disk. Used on the client's own thread. */
record ChatStorage(Journal journal, FileTransfers files) {

    /** Nothing: of a device that has no folder of its own. */
    static ChatStorage none() {
        return new ChatStorage(new NoJournal(), new NoFiles());
    }

    /** The session is over: nothing of it stays. */
    void wipe() {
        files.wipe();
        journal.wipe();
    }

    /** The program ends; what is kept stays. */
    void close() {
        journal.close();
        files.close();
    }
}
