package coderbased.chat;

import java.util.Optional;
import org.junit.jupiter.api.Nested;

/** Conversations in memory keep the contracts of the databases. */
final class InMemoryChatStoreTest {

    private static InMemoryChatStore store(AccountLimits limits) {
        return new InMemoryChatStore(limits, _ -> Optional.empty());
    }

    @Nested
    final class Messages extends ChatStoreContract {
        @Override
        protected ChatStore openStore() {
            return store(AccountLimits.unlimited());
        }
    }

    @Nested
    final class Groups extends GroupStoreContract {
        @Override
        protected ChatStore openStore() {
            return store(AccountLimits.unlimited().withAsksStrangers(false));
        }
    }

    @Nested
    final class Invitations extends InvitationContract {
        @Override
        protected ChatStore openStore() {
            return store(AccountLimits.unlimited().withAsksStrangers(true));
        }
    }

    @Nested
    final class AccountUse extends AccountUseContract {
        private InMemoryChatStore current;

        @Override
        protected ChatStore openStore(AccountLimits limits) {
            current = store(limits);
            return current;
        }

        @Override
        protected ChatStore reopened(AccountLimits limits) {
            current = current.reopened(limits);
            return current;
        }
    }
}
