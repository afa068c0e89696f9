package coderbased.history;

/**
 * One line of a {@link History}.
 *
 * @param millis since the history began
 * @param device whose screen or keyboard it was, unlike any other
 * @param line the message; for {@link Kind#BELONGS} there is none
 * @param place where on the screen, counted from the oldest loaded message, for {@link Kind#SHOWN} and {@link
 *     Kind#GONE}
 */
record Event(long millis, Kind kind, String device, String conversation, Shown line, int place) {

    enum Kind {
        /** The device's person belongs to the conversation, from here on. */
        BELONGS,
        /** The person pressed Send. */
        SENT,
        /** The sending device shows the message as stored. */
        ACKNOWLEDGED,
        /** The sending device shows the message as refused. */
        REFUSED,
        /** A message appeared on the screen. */
        SHOWN,
        /** A message is not on the screen any more, in that place and form. */
        GONE,
        /**
         * The person put another text into a message of theirs. Only on the device that said it, so that its order is
         * one.
         */
        EDITED,
        /** The person reacted to a message, or took that back. Each person does so on one device for each message. */
        REACTED,
        /** The person has seen everything up to that number. */
        READ,
        /**
         * The device shows how far somebody has come: {@code name} has received up to {@code place}, read up to {@code
         * seq}.
         */
        MARKERS
    }

    /**
     * A message as a screen shows it.
     *
     * @param name the sender's own name for it; empty where the device does not know it yet
     * @param seq its number, 0 while it is on its way
     * @param digest stands for its text, which no other message of the history is given; empty for what nobody wrote,
     *     such as that a group was made
     * @param reactions of {@link Kind#SHOWN}: who chose which, in order of their names; of {@link Kind#REACTED}: the
     *     emoji, or nothing
     */
    record Shown(String name, long seq, String digest, String reactions) {

        static final Shown NONE = new Shown("", 0, "");

        /** One without reactions. */
        Shown(String name, long seq, String digest) {
            this(name, seq, digest, "");
        }
    }

    /** As it stands in the file: one line, fields parted by tabs. */
    String text() {
        return String.join(
                "\t",
                Long.toString(millis),
                kind.name(),
                device,
                conversation,
                line.name(),
                Long.toString(line.seq()),
                line.digest(),
                line.reactions(),
                Integer.toString(place));
    }

    static Event read(String text) {
        String[] fields = text.split("\t", -1);
        return new Event(
                Long.parseLong(fields[0]),
                Kind.valueOf(fields[1]),
                fields[2],
                fields[3],
                new Shown(fields[4], Long.parseLong(fields[5]), fields[6], fields[7]),
                Integer.parseInt(fields[8]));
    }
}
