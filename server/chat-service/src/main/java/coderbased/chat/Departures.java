package coderbased.chat;

import coderbased.protocol.GroupChange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes those who deleted their account out of their groups, so that no group waits for an admin who is gone. Conversations
 * of two stay, for the other one's sake.
 */
final class Departures {

    private static final Logger LOG = LoggerFactory.getLogger(Departures.class);

    private final ChatStore store;
    private final MessageWriter writer;

    Departures(ChatStore store, MessageWriter writer) {
        this.store = store;
        this.writer = writer;
    }

    /** The account leaves every group. Blocks. */
    void leaveGroups(String accountId) {
        try {
            for (Conversation conversation : store.conversationsOf(accountId)) {
                if (conversation.group() != null) {
                    ChatWrite leave = new ChatWrite.ChangeGroup(conversation.id(), accountId, new GroupChange.Leave());
                    writer.submit(leave, MessageWriter.NO_ANSWER);
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (ChatStore.StoreUnavailable notNow) {
            LOG.warn("An account that was deleted could not leave its groups", notNow);
        }
    }
}
