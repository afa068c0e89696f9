package coderbased.chat;

import java.util.OptionalLong;

/** Which files somebody has uploaded. Port of the Chat Service; the node implements it. Thread-safe. */
public interface FileRights {

    /**
     * The size in bytes of a file that the account uploaded and of which every byte is there; empty where it has not.
     *
     * @param sha256 of its bytes, in lower-case hex
     */
    OptionalLong uploaded(String accountId, String sha256);
}
