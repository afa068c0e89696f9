package coderbased.client.chat;

/** The reader's positions in one conversation, on this device and on the server. Used on the client thread. */
final class OwnMarkers {

    private final SyncPosition position;
    private final Members members;

    OwnMarkers(SyncPosition position, Members members) {
        this.position = position;
        this.members = members;
    }

    /** Returns the number of messages that the reader has not read on any device. */
    int unread() {
        return position.unread(members.readByMe());
    }

    /** Returns the number up to which the reader has read. */
    long readSeq() {
        return position.readSeq(members.readByMe());
    }

    /** Returns the read position that the server does not know yet; 0 if there is none. */
    long readToTell() {
        long read = position.readSeq(0);
        return read > members.readByMe() ? read : 0;
    }

    /** Returns the delivery position that the server does not know yet; 0 if there is none. */
    long deliveredToTell() {
        return position.lastSeq() > members.deliveredToMe() ? position.lastSeq() : 0;
    }
}
