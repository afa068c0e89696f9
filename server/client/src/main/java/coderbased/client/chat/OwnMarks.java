package coderbased.client.chat;

/** The reader's positions in one conversation, on this device and on the server. Used on the client thread. */
final class OwnMarks {

    private final SyncPosition numbers;
    private final Members members;

    OwnMarks(SyncPosition numbers, Members members) {
        this.numbers = numbers;
        this.members = members;
    }

    /** Returns the number of messages that the reader has not read on any device. */
    int unread() {
        return numbers.unread(members.readByMe());
    }

    /** Returns the number up to which the reader has read. */
    long readSeq() {
        return numbers.readSeq(members.readByMe());
    }

    /** Returns the read position that the server does not know yet; 0 if there is none. */
    long readToTell() {
        long read = numbers.readSeq(0);
        return read > members.readByMe() ? read : 0;
    }

    /** Returns the delivery position that the server does not know yet; 0 if there is none. */
    long deliveredToTell() {
        return numbers.lastSeq() > members.deliveredToMe() ? numbers.lastSeq() : 0;
    }
}
