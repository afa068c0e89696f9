package coderbased.chat;

import java.util.OptionalLong;

/** Knowledge of the files that each account uploaded. Port of the Chat Service; the node implements it. Thread-safe. */
public interface FileRights {

    /**
     * Returns the size in bytes of a file that the account uploaded completely; empty if it has not.
     *
     * @param sha256 of its bytes, in lower-case hex
     */
    OptionalLong uploaded(String accountId, String sha256);
}
