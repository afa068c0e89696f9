package coderbased.chat;

import coderbased.auth.session.AuthStore;

/** The stores under the nodes of a test, new for each test. */
interface TestStores extends AutoCloseable {

    AuthStore auth();

    /** Returns the store of conversations, the same for every call. */
    ChatStore chat(AccountLimits limits);

    /** Gives an account another name. */
    void rename(String accountId, String name);
}
