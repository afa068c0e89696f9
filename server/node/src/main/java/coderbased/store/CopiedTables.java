package coderbased.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tables that are copied into another database, and the mark of a complete copy. */
public final class CopiedTables {

    public static final String HEAD = "revocation_head";
    public static final String WORDS = "message_words";

    /** Says what is left to do in one database. */
    static final String REFOLDING = "refolding";

    /** The tables in an order in which each row finds the rows that it refers to. */
    public static final List<String> IN_ORDER = List.of(
            "accounts",
            "account_words",
            "sessions",
            "revocations",
            "spent_proofs",
            HEAD,
            "link_history",
            "conversations",
            "members",
            "messages",
            "files",
            "uploads",
            "left_copies",
            "history_starts",
            "deeds",
            "account_use",
            "group_invitations",
            "invitation_use",
            "invitation_lists");

    /** Every table that the server uses. */
    static final List<String> ALL =
            Stream.concat(IN_ORDER.stream(), Stream.of(WORDS, REFOLDING)).toList();

    private CopiedTables() {}

    /** True if all tables were copied into that database, false if some were; empty if none ever was. */
    public static Optional<Boolean> finished(Database database) {
        return database.read(handle -> handle.createQuery("SELECT finished FROM moves")
                .mapTo(Boolean.class)
                .findOne());
    }
}
