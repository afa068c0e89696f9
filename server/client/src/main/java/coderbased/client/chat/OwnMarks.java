package coderbased.client.chat;

/** How far the reader has come in one conversation, here and as the server knows it. Used on the client's own thread. */
final class OwnMarks {

    private final SyncPosition numbers;
    private final Members members;

    OwnMarks(SyncPosition numbers, Members members) {
        this.numbers = numbers;
        this.members = members;
    }

    /** Messages that the reader has read on no device. */
    int unread() {
        return numbers.unread(members.readByMe());
    }

    /** Up to here the reader has read. */
    long readSeq() {
        return numbers.readSeq(members.readByMe());
    }

    /** How far was read here without the server's knowing; 0 for nothing. */
    long readToTell() {
        long read = numbers.readSeq(0);
        return read > members.readByMe() ? read : 0;
    }

    /** Up to where messages have arrived here without the server's knowing; 0 for nothing. */
    long deliveredToTell() {
        return numbers.lastSeq() > members.deliveredToMe() ? numbers.lastSeq() : 0;
    }
}
